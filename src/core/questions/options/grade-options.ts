import type { OptionId } from '../../model/id.ts';
import type { AnswerOption } from '../../model/question.ts';
import type { Verdict, VerdictPart } from '../../model/verdict.ts';

/**
 * Exact grading of picked options: 1 when all right ones and no others are picked, else 0, with an account of
 * every option. Ids that are no options of the question count as wrong picks.
 */
export function gradeOptions(options: readonly AnswerOption[], picked: readonly OptionId[]): Verdict {
  const chosen = new Set<string>(picked);
  const parts = options.map((option): VerdictPart => ({ part: option.id, state: stateOf(option, chosen) }));
  const strangers = [...chosen].filter((id) => !options.some((option) => option.id === id));
  const exact = strangers.length === 0 && parts.every(({ state }) => state === 'right' || state === 'left');
  return { score: exact ? 1 : 0, parts, advice: [] };
}

function stateOf(option: AnswerOption, chosen: ReadonlySet<string>): VerdictPart['state'] {
  if (option.right) return chosen.has(option.id) ? 'right' : 'missed';
  return chosen.has(option.id) ? 'wrong' : 'left';
}

export function rightIds(options: readonly AnswerOption[]): readonly OptionId[] {
  return options.filter(({ right }) => right).map(({ id }) => id);
}

/** Whether every option that was picked is still there. */
export function areOptions({ options }: OptionsQuestion, picked: readonly OptionId[]): boolean {
  return picked.every((id) => options.some((option) => option.id === id));
}

interface OptionsQuestion {
  readonly options: readonly AnswerOption[];
}
