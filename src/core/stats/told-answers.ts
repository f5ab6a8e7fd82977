import type { CardId, StudyDay } from '../model/id.ts';
import { compareEntries, type LogEntry } from '../model/log/log-entry.ts';
import { type CardEntry, type EntryOf, isCardEntry } from '../scheduler/fold/entry-kinds.ts';
import { byCard, type EntriesByCard, foldDraft, underOneName, voidAnswers } from '../scheduler/fold/fold-line.ts';
import { heirCards, type Lineage, lineOfCard } from '../scheduler/fold/lineage.ts';
import { type CardStep, walkCard } from '../scheduler/fold/walk-card.ts';
import type { Scheduler } from '../scheduler/memory/fsrs.ts';
import { dayOfAnswer } from '../scheduler/study-day.ts';

/** An answer with what was known of its card when it was given. */
export interface ToldAnswer extends Omit<CardStep, 'entry'> {
  /** By its present name. */
  readonly card: CardId;
  readonly entry: EntryOf<'answer'>;
  readonly day: StudyDay;
  /** Of the card after it; days. 0 for a card without a memory. */
  readonly stability: number;
}

/**
 * Every answer of a record in the order of the fold, each showing once. `active` is a whole log as `activeEntries` gives
 * it. What was answered before a question was split or merged is told under the name that it had.
 */
export function tellAnswers(
  active: readonly LogEntry[],
  scheduler: Scheduler,
  lineage: Lineage,
): readonly ToldAnswer[] {
  const entries = byCard(active.filter(isCardEntry));
  const names = new Set([...entries.keys()].map((card) => presentName(card, lineage)));
  const told: ToldAnswer[] = [];
  for (const card of names) tellCard(card, { entries, scheduler, lineage }, told);
  return told.sort((a, b) => compareEntries(a.entry, b.entry));
}

interface FoldedBy {
  readonly entries: EntriesByCard;
  readonly scheduler: Scheduler;
  readonly lineage: Lineage;
}

function tellCard(card: CardId, { entries, scheduler, lineage }: FoldedBy, told: ToldAnswer[]): void {
  const { members } = underOneName(card, lineage);
  const own = members.flatMap((member) => entries.get(member) ?? []);
  if (members.length > 1) own.sort(compareEntries);
  const before = new Map<CardId, readonly CardEntry[]>(
    lineOfCard(card, lineage)
      .filter((member) => !members.includes(member))
      .map((member) => [member, entries.get(member) ?? []]),
  );
  const draft = foldDraft(card, before, scheduler, lineage);
  walkCard(draft, own, { scheduler, voids: voidAnswers(card, lineage) }, ({ entry, ...step }) => {
    if (entry.t !== 'answer') return;
    told.push({ card, entry, day: dayOfAnswer(entry), stability: draft.stability, ...step });
  });
}

/** The last name under which a card goes on alone and whole. */
function presentName(card: CardId, lineage: Lineage): CardId {
  const heir = heirCards(card, lineage).find((later) => underOneName(later, lineage).members.includes(card));
  return heir ?? card;
}

/** Whether it says how well a card was remembered: a review on a later day than the last. Practice never does. */
export function isTest({ recall, entry }: Pick<ToldAnswer, 'recall' | 'entry'>): boolean {
  return recall !== null && entry.how !== 'practice' && entry.how !== 'exam';
}
