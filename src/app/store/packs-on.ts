import type { DeckIndex, PackEntry, QuestionSummary } from '../../core/model/deck.ts';
import { type PackId, packOf } from '../../core/model/id.ts';
import type { Stores } from './stores.tsx';

/** The learner's switches by pack; a pack that was never switched is on. */
export type PackSwitches = ReadonlyMap<string, boolean>;

export function isPackOn(switches: PackSwitches, pack: PackId): boolean {
  return switches.get(pack) !== false;
}

type Sources = Pick<Stores, 'record' | 'decks'>;

/** The decks that the learner studies, in the order of the packs. */
export function indexesOn({ record, decks }: Sources): readonly DeckIndex[] {
  const { packs } = record.getState();
  return [...decks.getState().indexes.values()].filter(({ pack }) => isPackOn(packs, pack.id));
}

/** Every question of the packs that are on, in the order of notes and files. */
export function questionsOn({ record, decks }: Sources): readonly QuestionSummary[] {
  const { packs } = record.getState();
  return [...decks.getState().summaries.values()].filter(({ id }) => isPackOn(packs, packOf(id)));
}

/** A pack's title where it has to be said: when several packs are on, or when it is off itself. */
export function titleToSay(installed: readonly PackEntry[], switches: PackSwitches, pack: PackId): string | null {
  const on = installed.filter(({ id }) => isPackOn(switches, id));
  if (on.length === 1 && on[0]?.id === pack) return null;
  return installed.find(({ id }) => id === pack)?.title ?? null;
}
