import type { DeckIndex, PackEntry } from '../../core/model/deck.ts';
import type { PackId } from '../../core/model/id.ts';
import { isPackOn, type PackSwitches } from '../../core/model/pack-switches.ts';
import type { Stores } from './stores.tsx';

/** The decks that the learner studies, in the order of the packs. */
export function indexesOn({ record, decks }: Pick<Stores, 'record' | 'decks'>): readonly DeckIndex[] {
  const { packs } = record.getState();
  return [...decks.getState().indexes.values()].filter(({ pack }) => isPackOn(packs, pack.id));
}

/** A pack's title where it has to be said: when several packs are on, or when it is off itself. */
export function titleToSay(installed: readonly PackEntry[], switches: PackSwitches, pack: PackId): string | null {
  const on = installed.filter(({ id }) => isPackOn(switches, id));
  if (on.length === 1 && on[0]?.id === pack) return null;
  return installed.find(({ id }) => id === pack)?.title ?? null;
}
