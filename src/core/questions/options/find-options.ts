import type { AskedAs, Spell } from '../question-kind.ts';
import type { RawAnswer } from '../raw-answer.ts';

/** 0 for a task list of the kind: the one that is named, or the one that the number of right options makes. */
export function optionsOf(kind: 'choice' | 'multi', { answer, named }: AskedAs): number {
  if (answer.form !== 'options') return -1;
  if (named === 'choice' || named === 'multi') return named === kind ? 0 : -1;
  const several = answer.options.filter(({ right }) => right).length > 1;
  return several === (kind === 'multi') ? 0 : -1;
}

/** Which options are right, and what each says with its attributes. */
export function textsOfOptions(answer: RawAnswer, spell: Spell): readonly string[] {
  return answer.form === 'options' ? answer.options.flatMap(({ right, text }) => [right ? 'x' : '', spell(text)]) : [];
}
