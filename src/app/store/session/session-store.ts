import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StudyDay, Timestamp } from '../../../core/model/id.ts';
import { extendSession, startSession } from '../../../core/scheduler/session.ts';
import type { Ports } from '../../ports.ts';
import { firstParts, viewNameOf } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { RecordStore } from '../record/record-state.ts';
import { restoreSession, retireSession } from './restore-session.ts';
import { checkAnswer, countFromHere, giveUp, passOver, rateShowing } from './session-actions.ts';
import { fail, prefetch, type SessionDesk, show, turn } from './session-desk.ts';
import { keepSession, readKeptSession } from './session-mark.ts';
import type { Showing } from './session-snapshot.ts';
import type { SessionOptions, SessionState } from './session-state.ts';
import { settleRun } from './settle-run.ts';
import { replaced } from './showing.ts';
import { createStudyClock } from './study-clock.ts';
import { answerAgain, overrule, undoLast } from './take-back.ts';

export type SessionStore = StoreApi<SessionState>;

/** A session over the packs of `decks` that writes its answers to `record`. */
export function createSessionStore(ports: Ports, record: RecordStore, decks: DeckStore): SessionStore {
  const store = createStore<SessionState>()(() => ({ ...nothingYet, ...actionsOf(() => desk) }));
  const clock = createStudyClock();
  const views = firstParts();
  const found = readKeptSession(ports.marks);
  const desk: SessionDesk = { ports, record, decks, store, clock, views, changedAt: 0 as Timestamp, found };
  // A pack that changes while its card is on screen changes the card, not the session.
  decks.subscribe(({ questions }) => {
    const { session, showing } = store.getState();
    const changed = showing === null ? undefined : questions.get(showing.question.id);
    if (showing === null || changed === undefined || changed === showing.source) return;
    if (viewNameOf(changed) === viewNameOf(showing.source)) store.setState({ showing: replaced(showing, changed) });
    else if (session !== null) show(desk, session);
  });
  return store;
}

/** The session that goes on after a reload: it is kept in a mark at every step, and restored with the record. */
export function createKeptSession(ports: Ports, record: RecordStore, decks: DeckStore): SessionStore {
  const store = createSessionStore(ports, record, decks);
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
    if (opening === 'open' && before.opening !== 'open') store.getState().restore();
    if (revision !== before.revision) settleSoon();
  });
  return store;
}

type Actions = {
  readonly [K in keyof SessionState as SessionState[K] extends (...args: never) => void ? K : never]: SessionState[K];
};

const nothingYet: Omit<SessionState, keyof Actions> = {
  session: null,
  showing: null,
  trouble: null,
  past: [],
  counts: true,
  repeats: true,
  place: '/review',
  day: 0 as StudyDay,
  run: { cards: [], spare: [], added: [] },
  sequence: 0,
  cue: { focus: 'nothing', say: '', n: 0 },
  left: null,
  notice: '',
  studiedMs: 0,
};

function actionsOf(deskOf: () => SessionDesk): Actions {
  return {
    begin: (cards, options) => begin(deskOf(), cards, options),
    extend: (cards) => extend(deskOf(), cards),
    close: () => turn(deskOf(), { session: null, showing: null, trouble: null, past: [], left: null }, 'nothing'),
    countFromHere: () => countFromHere(deskOf()),
    respond: (response) => {
      if (deskOf().store.getState().showing?.phase === 'asking') edit(deskOf(), { response, message: '' });
    },
    guess: (isGuess) => edit(deskOf(), { isGuess }),
    touch: () => deskOf().clock.touch(deskOf().ports.clock.now()),
    check: () => checkAnswer(deskOf()),
    giveUp: () => giveUp(deskOf()),
    rate: (rating, sequence) => rateShowing(deskOf(), rating, sequence),
    undo: () => undoLast(deskOf()),
    again: () => answerAgain(deskOf()),
    overrule: (isOverruled) => overrule(deskOf(), isOverruled),
    restore: () => restoreSession(deskOf()),
    retire: () => retireSession(deskOf()),
    settle: () => settleRun(deskOf()),
    skip: () => passOver(deskOf(), 'skipped'),
    suspend: () => passOver(deskOf(), 'suspended'),
    fail: (trouble) => fail(deskOf(), trouble),
    retry: () => {
      const { session } = deskOf().store.getState();
      if (session !== null) show(deskOf(), session);
    },
  };
}

function edit({ store }: SessionDesk, change: Partial<Showing>): void {
  store.setState(({ showing }) => (showing === null ? {} : { showing: { ...showing, ...change } }));
}

type Cards = Parameters<SessionState['begin']>[0];

function begin(desk: SessionDesk, cards: Cards, options: SessionOptions = {}): void {
  const { counts = true, repeats = true, place = '/review', spare = [] } = options;
  const day = desk.record.getState().today();
  const run = { cards, spare, added: [] };
  const change = { past: [], counts, repeats, place, day, run, left: null, studiedMs: 0 } as const;
  show(desk, startSession(cards, spare), { change });
}

function extend(desk: SessionDesk, cards: Cards): void {
  const { session, past, run } = desk.store.getState();
  if (session === null) {
    begin(desk, cards);
    return;
  }
  const extended = extendSession(session, cards);
  const longer = { run: { ...run, added: [...run.added, { after: past.length, cards }] } };
  if (session.current === null) show(desk, extended, { change: { ...longer, left: null } });
  else {
    desk.store.setState({ ...longer, session: extended });
    void prefetch(desk, extended);
  }
}
