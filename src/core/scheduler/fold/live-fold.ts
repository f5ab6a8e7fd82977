import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import { compareEntries, type LogEntry } from '../../model/log/log-entry.ts';
import type { Prediction } from '../exam-plan/recalibrate.ts';
import { createScheduler, type Scheduler } from '../memory/fsrs.ts';
import type { Base, CutLog } from './base/base.ts';
import { buildBase } from './base/build-base.ts';
import { mayHaveShown, readDraft } from './base/card-table.ts';
import { noCut } from './base/cut-log.ts';
import { type StatesOver, statesOver } from './base/states-over.ts';
import { indexTail, type TailIndex } from './base/tail-index.ts';
import { addToDraft, finishDraft, startDraft } from './card-draft.ts';
import type { CardHistory } from './card-history.ts';
import type { CardEntry } from './entry-kinds.ts';
import { foldLine, underOneName, voidAnswers } from './fold-line.ts';
import { addToRegisters, type Registers } from './fold-registers.ts';
import { heirCards, isInLine, lineOfCard } from './lineage.ts';
import { predictionsOf } from './predictions.ts';

/**
 * A fold that is kept up to date entry by entry. As long as it has not said `needs-whole` it equals a fold of all
 * entries of base and tail at once.
 */
export interface LiveFold {
  /** Another one than it was started with where everything was folded anew. */
  readonly base: Base;
  /** The entries after the base: the given ones and all that were added, each place once. */
  readonly tail: readonly LogEntry[];
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly registers: Registers;
  /**
   * Refolds the cards that the entries touch and names them. `needs-whole`: what some of them change cannot be told
   * from base and tail, and that is left out; the whole log is to be read and cut anew, sooner or later. Never so while
   * the base is empty.
   */
  add(entries: readonly LogEntry[]): readonly CardId[] | 'needs-whole';
  /** What the tail says of a card, under its own name. */
  historyOf(card: CardId): CardHistory;
  /** What was expected of the tail's answers; but for cards that carry on the history of others, or had a wrong key. */
  predictions(): readonly Prediction[];
}

export function startLiveFold(start: CutLog): LiveFold {
  let parts = openParts(start);
  let isTold = true;

  function refoldAll(): readonly CardId[] {
    const { states } = parts;
    parts = openParts(buildBase(parts.index.entries, parts.base.folding, noCut));
    return [...new Set([...states.keys(), ...parts.states.keys()])];
  }
  return {
    get base() {
      return parts.base;
    },
    get tail() {
      return parts.index.entries;
    },
    get states() {
      return parts.states;
    },
    get registers() {
      return parts.registers;
    },
    add(entries) {
      const touched: Touched = { cards: new Set(), registers: false };
      for (const entry of entries) isTold = addTo(parts, entry, touched) && isTold;
      for (const card of touched.cards) refold(parts, card);
      // Once for all of them: each time they are folded from the whole tail.
      if (touched.registers) parts.registers = addToRegisters(parts.base.registers, parts.index.activeForLearner());
      if (isTold) return [...touched.cards];
      if (parts.base.count > 0) return 'needs-whole';
      isTold = true;
      return refoldAll();
    },
    historyOf: (card) => parts.index.historyOf(card),
    predictions: () => [...parts.index.cards].flatMap((card) => predictionsOfCard(parts, card)),
  };
}

function predictionsOfCard({ base, index, states, scheduler }: Parts, card: CardId): readonly Prediction[] {
  if (isInLine(card, base.folding.lineage)) return [];
  const row = states.rowOf(card);
  const draft = row === undefined ? startDraft() : readDraft(base.cards, row);
  return predictionsOf(draft, index.activeOf(card), scheduler);
}

interface Parts {
  readonly base: Base;
  readonly index: TailIndex;
  readonly states: StatesOver;
  readonly scheduler: Scheduler;
  registers: Registers;
}

function openParts(start: CutLog): Parts {
  const { base } = start;
  const index = indexTail(start);
  const parts = {
    base,
    index,
    states: statesOver(base.cards),
    scheduler: createScheduler(base.folding),
    registers: addToRegisters(base.registers, index.activeForLearner()),
  };
  const touched = new Set([...index.cards].flatMap((card) => heirCards(card, base.folding.lineage)));
  for (const card of touched) refold(parts, card);
  return parts;
}

interface Touched {
  readonly cards: Set<CardId>;
  registers: boolean;
}

/** False when it cannot be told what the entry changes. */
function addTo(parts: Parts, entry: LogEntry, touched: Touched): boolean {
  const change = parts.index.add(entry);
  if (change === null) return false;
  if (change === 'registers') touched.registers = true;
  else if (change !== 'nothing') {
    for (const card of heirCards(change.card, parts.base.folding.lineage)) {
      if (!canGoOn(parts, card, change)) return false;
      touched.cards.add(card);
    }
  }
  return true;
}

/** Whether an entry comes behind all that the row of a card stands for, and is news to it. */
function canGoOn({ base, states }: Parts, card: CardId, entry: CardEntry): boolean {
  const row = states.rowOf(card);
  if (row === undefined) return true;
  if (!underOneName(card, base.folding.lineage).members.includes(entry.card)) return false;
  return entry.t !== 'answer' || !mayHaveShown(base.cards, row, entry.at);
}

function refold(parts: Parts, card: CardId): void {
  const row = parts.states.rowOf(card);
  const state = row === undefined ? foldAlone(parts, card) : goOn(parts, card, row);
  if (state === null) parts.states.unset(card);
  else parts.states.set(card, state);
}

/** The state of a card of which the base has no row: all that it stands on is at hand. */
function foldAlone({ base, index, scheduler }: Parts, card: CardId): CardState | null {
  const { lineage } = base.folding;
  const entries = new Map(lineOfCard(card, lineage).map((member) => [member, index.activeOf(member)]));
  const isKnown = [...entries.values()].some(({ length }) => length > 0);
  return isKnown ? foldLine(card, entries, scheduler, lineage) : null;
}

/** The state of a card that goes on from its row; null where nothing came since. */
function goOn({ base, index, scheduler }: Parts, card: CardId, row: number): CardState | null {
  const { lineage } = base.folding;
  const { members } = underOneName(card, lineage);
  const entries = members.flatMap((member) => index.activeOf(member));
  if (entries.length === 0) return null;
  if (members.length > 1) entries.sort(compareEntries);
  const draft = readDraft(base.cards, row);
  const voids = voidAnswers(card, lineage);
  for (const entry of entries) addToDraft(draft, entry, scheduler, voids);
  return finishDraft(card, draft, scheduler);
}
