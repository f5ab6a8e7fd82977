import type { PackInfo } from '../../core/model/pack.ts';
import type { Showing } from '../../core/study/showing.ts';
import { appName } from '../app-name.ts';

/** A report on a question as text, for the learner to send: what was asked, what was given, how it was judged. */
export function problemReport(showing: Showing, pack: PackInfo | null, words: string): string {
  const { question, card, rev, given } = showing;
  const lines: readonly (readonly [name: string, value: string])[] = [
    ['Question', `${card} “${question.title}” (${question.kind}, rev ${rev})`],
    ['Pack', pack === null ? '' : `${pack.title} ${pack.version}`],
    ['Answered', given ?? ''],
    ['Judged', judgedWords(showing)],
    ['What is wrong', words.trim()],
    ['App', appName],
  ];
  return lines.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])).join('\n');
}

function judgedWords({ verdict, isOverruled }: Showing): string {
  if (verdict === null || verdict.score === null) return '';
  const score = verdict.score === 1 ? 'right' : `not right (score ${Number(verdict.score.toFixed(2))})`;
  return isOverruled ? `${score}, counted as right by the learner` : score;
}
