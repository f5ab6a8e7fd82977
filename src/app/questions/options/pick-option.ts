import type { OptionId } from '../../../core/model/id.ts';
import type { Question, Response, ResponseOf } from '../../../core/model/question.ts';

/** The response after the key of the option at that place on screen; null when there is no such option. */
export function pickOption(question: Question, response: Response | null, position: number): Response | null {
  if (question.kind !== 'choice' && question.kind !== 'multi') return null;
  const option = question.options[position];
  if (option === undefined) return null;
  if (question.kind === 'choice') return { kind: 'choice', option: option.id };
  return toggleOption(response?.kind === 'multi' ? response : null, option.id);
}

/** The response after an option was ticked, or its tick taken away. */
export function toggleOption(response: ResponseOf<'multi'> | null, option: OptionId): ResponseOf<'multi'> {
  const chosen = response?.options ?? [];
  const options = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
  return { kind: 'multi', options };
}
