import { createStore } from 'zustand/vanilla';
import { type CardId, type EntryId, packOf, questionOfCard, type Timestamp } from '../../../core/model/id.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import type { Kind } from '../../../core/model/question.ts';
import { carryOut, named, type Outlet } from '../../../core/study/carry-out.ts';
import { earlyStep, isEarly } from '../../../core/study/early-step.ts';
import {
  nothingYet,
  type ReviewEvent,
  type ReviewState,
  type StudyContext,
  type Write,
} from '../../../core/study/review-state.ts';
import { stay } from '../../../core/study/turn.ts';
import type { Ports } from '../../ports.ts';
import { loadedKindOf, loadKind } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { LaterStore } from '../later-store.ts';
import { type DeskActions, heldEntry, type RecordStore } from '../record/record-state.ts';
import { keepSession, sessionMark } from './session-mark.ts';
import type { SessionActions, SessionState, SessionStore } from './session-state.ts';

/** A card that stands in the page before there is a run. */
export interface FirstLook {
  readonly card: CardId;
  /** Drew the order of its options. */
  readonly seed: number;
  /** Since when it can be read. */
  readonly since: Timestamp;
}

/** What a run works with. */
export interface RunDesk {
  readonly ports: Ports;
  readonly record: RecordStore;
  readonly decks: DeckStore;
  readonly later: LaterStore;
}

/** A run over the packs of `decks` that writes its answers to `record`, and is forgotten with the page. */
export function createSessionStore(desk: RunDesk): SessionStore {
  return openRun(desk, null).store;
}

interface OpenRun {
  readonly store: SessionStore;
  act(event: ReviewEvent): void;
}

const nowhere: SessionState['cue'] = { focus: 'nothing', say: '', n: 0 };

function openRun(desk: RunDesk, first: FirstLook | null): OpenRun {
  const { decks, later } = desk;
  const outlet = outletOf(desk, (write, entry) => store.setState((state) => named(state, write, entry)));
  const actNow = (event: ReviewEvent) => {
    const before = store.getState();
    const { state, cue } = carryOut(before, event, outlet);
    if (state === before) return;
    store.setState({ ...state, ...(cue === null ? {} : { cue: { ...cue, n: before.cue.n + 1 } }) });
    void loadWanted(before, store.getState(), decks, act);
  };
  const act = inOrder(later, actNow);
  const store: SessionStore = createStore<SessionState>()(() => ({
    ...beginning(first, outlet),
    ...actionsOf(act),
  }));
  return { store, act };
}

/** What only the rest of the machine can do waits for it, with all that is done after. */
function inOrder(later: LaterStore, actNow: (event: ReviewEvent) => void): (event: ReviewEvent) => void {
  let waiting: readonly ReviewEvent[] = [];
  later.subscribe(({ code }, before) => {
    if (code === null || before.code !== null) return;
    const events = [...looks, ...waiting];
    waiting = [];
    for (const event of events) actNow(event);
  });
  return (event) => {
    const isThere = later.getState().code !== null || (waiting.length === 0 && isEarly(event));
    if (isThere) actNow(event);
    else if (!looks.some(({ t }) => t === event.t)) waiting = [...waiting, event];
  };
}

/** Looks at what has changed outside of the run: once is enough, and nothing that the learner does waits for it. */
const looks: readonly ReviewEvent[] = [{ t: 'replaced' }, { t: 'recorded' }];

function beginning(first: FirstLook | null, outlet: Outlet): ReviewState & Pick<SessionState, 'cue'> {
  if (first === null) return { ...nothingYet, cue: nowhere };
  const { card, seed, since: now } = first;
  const context = () => ({ ...outlet.context(), seed, now });
  const { state, cue } = carryOut(
    nothingYet,
    { t: 'begin', cards: [card], options: { place: '/' } },
    { ...outlet, context },
  );
  // No press can have been meant for what stood there before: nothing did.
  return { ...state, changedAt: nothingYet.changedAt, cue: { ...nowhere, ...cue } };
}

/**
 * The session that goes on after a reload: it is kept in a mark at every step, and restored with the record. It may have
 * begun with a first look.
 */
export function createKeptSession(desk: RunDesk, first: FirstLook | null): SessionStore {
  const { ports, record, later } = desk;
  const { store, act } = openRun(desk, first);
  // The run that an earlier page left, until the record has been read: a new one takes its mark.
  let found = ports.marks.get(sessionMark);
  const restore = () => {
    const mark = store.getState().session === null ? ports.marks.get(sessionMark) : found;
    found = null;
    const kept = later.getState().code?.readKeptSession(mark) ?? null;
    if (kept === null) return;
    act({ t: 'restored', kept, isOpenedAnew: isOpenedAnew() });
    if (store.getState().session === null) ports.marks.remove(sessionMark);
  };
  let isToSettle = false;
  // Once the step that has just been written is done: until then the run does not know of it.
  const settleSoon = () => {
    if (!isToSettle) queueMicrotask(settle);
    isToSettle = true;
  };
  const settle = () => {
    isToSettle = false;
    store.getState().settle();
  };
  store.subscribe((state, before) => {
    if (state.session !== before.session) settleSoon();
    const isNamed = state.showing?.entry !== before.showing?.entry || entryOfLast(state) !== entryOfLast(before);
    if (state.sequence !== before.sequence || state.session !== before.session || isNamed) {
      keepSession(ports.marks, state, ports.clock.now());
    }
  });
  record.subscribe(({ opening, revision }, before) => {
    if (opening === 'open' && before.opening !== 'open') restore();
    if (revision !== before.revision) settleSoon();
  });
  return store;
}

/** What was rated before the record was there has its id only later; a run that is restored without it forgets the step. */
function entryOfLast({ past }: ReviewState): EntryId | null | undefined {
  return past.at(-1)?.entry;
}

/** Whether the page was opened by its address, and not reloaded or come back to. */
function isOpenedAnew(): boolean {
  const [opened] = performance.getEntriesByType('navigation') as readonly { readonly type?: string }[];
  return opened?.type === 'navigate';
}

function actionsOf(act: (event: ReviewEvent) => void): SessionActions {
  return {
    begin: (cards, options) => act({ t: 'begin', cards, options }),
    extend: (cards) => act({ t: 'extend', cards }),
    close: () => act({ t: 'close' }),
    countFromHere: () => act({ t: 'countFromHere' }),
    respond: (response) => act({ t: 'respond', response }),
    guess: (isGuess) => act({ t: 'guess', isGuess }),
    touch: () => act({ t: 'touch' }),
    check: () => act({ t: 'check' }),
    giveUp: () => act({ t: 'giveUp' }),
    rate: (rating, sequence) => act({ t: 'rate', rating, sequence }),
    undo: () => act({ t: 'undo' }),
    skip: () => act({ t: 'skip' }),
    suspend: () => act({ t: 'suspend' }),
    again: () => act({ t: 'again' }),
    overrule: (isOverruled) => act({ t: 'overrule', isOverruled }),
    retire: () => act({ t: 'retired' }),
    settle: () => act({ t: 'recorded' }),
    replace: () => act({ t: 'replaced' }),
    fail: (trouble) => act({ t: 'failed', trouble }),
    retry: () => act({ t: 'retry' }),
  };
}

/** `onNamed` is told the id of what was written only after a while. */
function outletOf(
  { ports, record, decks, later }: RunDesk,
  onNamed: (write: Write, entry: EntryId | null) => void,
): Outlet {
  const { clock, chance } = ports;
  return {
    step: (state, event, context) => {
      const { code } = later.getState();
      if (code !== null) return code.step(state, event, context);
      return isEarly(event) ? earlyStep(state, event, context) : stay(state);
    },
    context: () => ({
      now: clock.now(),
      today: record.getState().today(),
      // Drawn only when a step looks at them.
      get seed() {
        return chance.seed();
      },
      get showingId() {
        return chance.showingId();
      },
      asked: (card) => askedOf(card, decks),
      judge: (answered) => record.getState().judge(answered, (card) => kindOfCard(card, decks)),
      record: recordOf(record),
    }),
    write: (write) => {
      let entry: EntryId | null = heldEntry;
      let isHeld = false;
      record.getState().hold((actions) => {
        entry = writeTo(actions, write);
        if (isHeld) onNamed(write, entry);
      });
      isHeld = true;
      return entry;
    },
  };
}

function writeTo({ answer, answerPast, undo, register }: DeskActions, write: Write): EntryId | null {
  if (write.t === 'register') return register(write.fields);
  if (write.t === 'answer') return write.when === null ? answer(write.fields) : answerPast(write.fields, write.when);
  undo(write.entry);
  return null;
}

function askedOf(card: CardId, decks: DeckStore): ReturnType<StudyContext['asked']> {
  const question = decks.getState().questions.get(questionOfCard(card));
  const kind = question === undefined ? null : loadedKindOf(question);
  return question === undefined || kind === null ? null : { question, kind };
}

function kindOfCard(card: CardId, decks: DeckStore): Kind | null {
  return decks.getState().summaries.get(questionOfCard(card))?.kind ?? null;
}

function recordOf(record: RecordStore): StudyContext['record'] {
  const { historyOf, cards, packs } = record.getState();
  return { historyOf, cards, isOn: (card) => isPackOn(packs, packOf(card)) };
}

/** Reads the card that is to come to the screen, or the next ones ahead; one of those tells of a failure in its turn. */
async function loadWanted(
  before: SessionState,
  { session, showing, trouble, sequence }: SessionState,
  decks: DeckStore,
  act: (event: ReviewEvent) => void,
): Promise<void> {
  const card = session?.current ?? null;
  if (card !== null && showing === null && trouble === null && sequence !== before.sequence)
    await load(card, decks, act);
  else if (session !== null && session !== before.session) {
    for (const next of session.waiting.slice(0, 2)) await fetchCard(next, decks).catch(() => false);
  }
}

async function load(card: CardId, decks: DeckStore, act: (event: ReviewEvent) => void): Promise<void> {
  try {
    act({ t: 'loaded', card, isKnown: await fetchCard(card, decks) });
  } catch (error) {
    act({ t: 'unreadable', card, detail: String(error) });
  }
}

/** Reads the question and what its kind needs to be shown and graded; false when no pack has it. */
async function fetchCard(card: CardId, decks: DeckStore): Promise<boolean> {
  const question = await decks.getState().loadQuestion(questionOfCard(card));
  if (question !== null) await loadKind(question);
  return question !== null;
}
