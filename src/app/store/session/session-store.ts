import { createStore } from 'zustand/vanilla';
import { type CardId, packOf, questionOfCard, type Timestamp } from '../../../core/model/id.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { carryOut, type Outlet } from '../../../core/study/review.ts';
import { nothingYet, type ReviewEvent, type ReviewState, type StudyContext } from '../../../core/study/review-state.ts';
import type { Ports } from '../../ports.ts';
import { loadedKindOf, loadKind } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { RecordStore } from '../record/record-state.ts';
import { keepSession, readKeptSession, sessionMark } from './session-mark.ts';
import type { SessionActions, SessionState, SessionStore } from './session-state.ts';

/** A card that stands in the page before there is a run. */
export interface FirstLook {
  readonly card: CardId;
  /** Drew the order of its options. */
  readonly seed: number;
  /** Since when it can be read. */
  readonly since: Timestamp;
}

/** A run over the packs of `decks` that writes its answers to `record`, and is forgotten with the page. */
export function createSessionStore(ports: Ports, record: RecordStore, decks: DeckStore): SessionStore {
  return openRun(ports, record, decks, null).store;
}

interface OpenRun {
  readonly store: SessionStore;
  act(event: ReviewEvent): void;
}

const nowhere: SessionState['cue'] = { focus: 'nothing', say: '', n: 0 };

function openRun(ports: Ports, record: RecordStore, decks: DeckStore, first: FirstLook | null): OpenRun {
  const outlet = outletOf(ports, record, decks);
  const act = (event: ReviewEvent) => {
    const before = store.getState();
    const { state, cue } = carryOut(before, event, outlet);
    if (state === before) return;
    store.setState({ ...state, ...(cue === null ? {} : { cue: { ...cue, n: before.cue.n + 1 } }) });
    void loadWanted(before, store.getState(), decks, act);
  };
  const store: SessionStore = createStore<SessionState>()(() => ({
    ...beginning(first, outlet),
    ...actionsOf(act),
  }));
  return { store, act };
}

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
export function createKeptSession(
  ports: Ports,
  record: RecordStore,
  decks: DeckStore,
  first: FirstLook | null,
): SessionStore {
  const { store, act } = openRun(ports, record, decks, first);
  // The run that an earlier page left, until the record has been read: a new one takes its mark.
  let found = readKeptSession(ports.marks);
  const restore = () => {
    const kept = store.getState().session === null ? readKeptSession(ports.marks) : found;
    found = null;
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
    if (state.sequence !== before.sequence || state.session !== before.session) {
      keepSession(ports.marks, state, ports.clock.now());
    }
  });
  record.subscribe(({ opening, revision }, before) => {
    if (opening === 'open' && before.opening !== 'open') restore();
    if (revision !== before.revision) settleSoon();
  });
  return store;
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

function outletOf(ports: Ports, record: RecordStore, decks: DeckStore): Outlet {
  const { clock, chance } = ports;
  return {
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
      record: recordOf(record),
    }),
    write: (write) => {
      const { answer, answerPast, undo, register } = record.getState();
      if (write.t === 'register') return register(write.fields);
      if (write.t === 'answer')
        return write.when === null ? answer(write.fields) : answerPast(write.fields, write.when);
      undo(write.entry);
      return null;
    },
  };
}

function askedOf(card: CardId, decks: DeckStore): ReturnType<StudyContext['asked']> {
  const question = decks.getState().questions.get(questionOfCard(card));
  const kind = question === undefined ? null : loadedKindOf(question);
  return question === undefined || kind === null ? null : { question, kind };
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
