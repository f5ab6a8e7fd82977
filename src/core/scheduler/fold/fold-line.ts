import type { CardState } from '../../model/card-state.ts';
import { type CardId, questionOfCard } from '../../model/id.ts';
import { compareEntries } from '../../model/log/log-entry.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import { addToDraft, type CardDraft, finishDraft, startDraft } from './card-draft.ts';
import type { CardEntry } from './entry-kinds.ts';
import { inheritDrafts } from './inherit-drafts.ts';
import { isRenamed, type Lineage, parentCards, type VoidAnswers } from './lineage.ts';

/** Entries of each card that count, each in the order of the fold. */
export type EntriesByCard = ReadonlyMap<CardId, readonly CardEntry[]>;

export function byCard(entries: readonly CardEntry[]): EntriesByCard {
  const cards = new Map<CardId, CardEntry[]>();
  for (const entry of entries) {
    const known = cards.get(entry.card);
    if (known) known.push(entry);
    else cards.set(entry.card, [entry]);
  }
  return cards;
}

/**
 * The state of the last card of a line. A renamed card is folded as if it always had its name; the history of
 * a split or merged one is folded first and its own entries then, whenever they were made. What is void for
 * the card is void for those before it.
 */
export function foldLine(card: CardId, entries: EntriesByCard, scheduler: Scheduler, lineage: Lineage): CardState {
  return finishDraft(card, foldDraft(card, entries, scheduler, lineage), scheduler);
}

/** The same before it is finished. */
export function foldDraft(card: CardId, entries: EntriesByCard, scheduler: Scheduler, lineage: Lineage): CardDraft {
  return draftOf(card, { entries, scheduler, lineage, voids: voidAnswers(card, lineage) });
}

/** Which answers to the card do not count. */
export function voidAnswers(card: CardId, { corrections }: Lineage): VoidAnswers | null {
  return corrections.get(questionOfCard(card)) ?? null;
}

interface Line {
  readonly entries: EntriesByCard;
  readonly scheduler: Scheduler;
  readonly lineage: Lineage;
  readonly voids: VoidAnswers | null;
}

function draftOf(card: CardId, line: Line): CardDraft {
  const { members, founder } = underOneName(card, line.lineage);
  const draft = inherited(founder, line);
  const entries = members.flatMap((member) => line.entries.get(member) ?? []);
  if (members.length > 1) entries.sort(compareEntries);
  for (const entry of entries) addToDraft(draft, entry, line.scheduler, line.voids);
  return draft;
}

/** The card with all its former names; `founder` is the oldest of them. */
export function underOneName(
  card: CardId,
  lineage: Lineage,
): { readonly members: readonly CardId[]; readonly founder: CardId } {
  const members = [card];
  let founder = card;
  while (isRenamed(questionOfCard(founder), lineage)) {
    const [parent] = parentCards(founder, lineage);
    if (parent === undefined) break;
    members.push(parent);
    founder = parent;
  }
  return { members, founder };
}

function inherited(card: CardId, line: Line): CardDraft {
  const parents = parentCards(card, line.lineage);
  if (parents.length === 0) return startDraft();
  const drafts = parents.map((parent) => ({
    draft: draftOf(parent, line),
    isShared: (line.lineage.heirs.get(questionOfCard(parent))?.length ?? 0) > 1,
  }));
  return inheritDrafts(drafts, line.scheduler);
}
