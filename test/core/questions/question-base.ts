import type { OptionId } from '../../../src/core/model/id.ts';
import type { MatchQuestion, OrderQuestion } from '../../../src/core/model/question.ts';
import { questionId } from '../ids.ts';

/** What every question of these tests carries. */
export const base = {
  id: questionId('demo/one'),
  title: 'T',
  rev: 'r',
  prompt: ['p'],
  takeAway: [],
  note: null,
  domain: null,
  tags: [],
  sources: [],
  status: 'scored',
  difficulty: 2,
  was: [],
  case: null,
} as const;

/** Steps `a`, `b`, … with these ranks. */
export function orderOf(...ranks: readonly number[]): OrderQuestion {
  const steps = ranks.map((rank, index) => {
    const name = String.fromCharCode(97 + index);
    return { id: name as OptionId, text: [name], rank };
  });
  return { ...base, kind: 'order', steps };
}

/** Lefts `l0`, `l1`, … with the numbers of their rights; rights that nobody names are decoys. */
export function matchOf(rightsOfLefts: readonly number[], rights: number): MatchQuestion {
  const side = (name: string) => ({ id: name as OptionId, text: [name] });
  return {
    ...base,
    kind: 'match',
    lefts: rightsOfLefts.map((_, index) => side(`l${index}`)),
    rights: Array.from({ length: rights }, (_, index) => side(`r${index}`)),
    pairs: Object.fromEntries(rightsOfLefts.map((right, index) => [`l${index}`, `r${right}` as OptionId])),
  };
}
