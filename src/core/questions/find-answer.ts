import type { RawAnswer } from './raw-answer.ts';

/** Of the first fence in a language; -1 when there is none. Where a `lab` stands, no kind of this version does. */
export function fenceIn(answer: RawAnswer, language: string): number {
  if (answer.form !== 'fences' || answer.fences.some(({ role }) => role === 'lab')) return -1;
  return answer.fences.findIndex((fence) => fence.language === language);
}

/** What stands in the fences of an answer, with what each is. */
export function textsOfFences(answer: RawAnswer): readonly string[] {
  return answer.form === 'fences' ? answer.fences.flatMap(({ info, lines }) => [info, ...lines]) : [];
}

/** The lines of a list or a table. */
export function textsOfLines(answer: RawAnswer): readonly string[] {
  return answer.form === 'list' || answer.form === 'table' ? [answer.slice.text] : [];
}
