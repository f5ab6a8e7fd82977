import type { Question, Response } from '../../../core/model/question.ts';
import { toggleOption } from './toggle-option.ts';

/** The response after the key of the option at that place on screen; null when there is no such option. */
export function pickOption(question: Question, response: Response | null, position: number): Response | null {
  if (question.kind !== 'choice' && question.kind !== 'multi') return null;
  const option = question.options[position];
  if (option === undefined) return null;
  if (question.kind === 'choice') return { kind: 'choice', option: option.id };
  return toggleOption(response?.kind === 'multi' ? response : null, option.id);
}
