import type { OptionId } from '../../../core/model/id.ts';
import type { ResponseOf } from '../../../core/model/question.ts';

/** The response after an option was ticked, or its tick taken away. */
export function toggleOption(response: ResponseOf<'multi'> | null, option: OptionId): ResponseOf<'multi'> {
  const chosen = response?.options ?? [];
  const options = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
  return { kind: 'multi', options };
}
