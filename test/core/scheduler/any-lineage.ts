import fc from 'fast-check';
import type { QuestionId } from '../../../src/core/model/id.ts';
import { type Descent, type Lineage, lineageOf } from '../../../src/core/scheduler/fold/lineage.ts';
import { card } from '../../log-builders.ts';
import { questionId } from '../ids.ts';

export function descent(name: string, was: readonly string[] = [], more: Partial<Descent> = {}): Descent {
  return { id: question(name), was: was.map(question), rev: 'r2', status: 'scored', ...more };
}

export function question(name: string): QuestionId {
  return questionId(card(name));
}

export const renamed = lineageOf([descent('new', ['one'])]);
export const split = lineageOf([descent('left', ['one']), descent('right', ['one'])]);
export const merged = lineageOf([descent('both', ['one', 'two'])]);
export const corrected = lineageOf([descent('one', [], { corrected: { on: '2026-03-04', voids: ['r0'] } })]);
const everything = lineageOf([
  descent('three', ['one'], { corrected: { on: '2026-03-04', voids: [] } }),
  descent('left', ['three', 'two'], { status: 'retired' }),
  descent('right', ['two']),
  descent('last', ['left']),
]);
export const anyLineage: fc.Arbitrary<Lineage> = fc.constantFrom(renamed, split, merged, corrected, everything);
