import { countWords } from '../../../core/text/count-words.ts';

/** "78 %". */
export function shareWords(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** "71 to 84 %". */
export function rangeWords(low: number, high: number): string {
  return `${Math.round(100 * low)} to ${Math.round(100 * high)} %`;
}

/** Questions of an exam that are expected to be lost: one digit below ten. */
export function lostWords(lost: number): string {
  return lost < 9.95 ? lost.toFixed(1) : String(Math.round(lost));
}

/** A score of which less is better, with three digits: ".098". */
export function scoreWords(score: number): string {
  return score.toFixed(3).replace(/^0/, '');
}

/** What is missing until a forecast says something: "23 more answers, and 4 more cards seen". */
export function lackingWords({ answers, cards }: { readonly answers: number; readonly cards: number }): string {
  return [
    ...(answers > 0 ? [countWords(answers, 'more answer')] : []),
    ...(cards > 0 ? [`${countWords(cards, 'more card')} seen`] : []),
  ].join(', and ');
}
