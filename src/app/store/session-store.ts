import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Timestamp } from '../../core/model/id.ts';
import { extendSession, startSession } from '../../core/scheduler/session.ts';
import type { Ports } from '../ports.ts';
import { firstParts, viewNameOf } from '../questions/registry.ts';
import type { DeckStore } from './deck-store.ts';
import type { RecordStore } from './record-state.ts';
import { checkAnswer, giveUp, passOver, rateShowing, undoLast } from './session-actions.ts';
import { fail, prefetch, type SessionDesk, show, turn } from './session-desk.ts';
import type { Showing } from './session-snapshot.ts';
import type { SessionState } from './session-state.ts';
import { replaced } from './showing.ts';
import { createStudyClock } from './study-clock.ts';

export type SessionStore = StoreApi<SessionState>;

/** A session over the packs of `decks` that writes its answers to `record`. */
export function createSessionStore(ports: Ports, record: RecordStore, decks: DeckStore): SessionStore {
  const store = createStore<SessionState>()(() => ({ ...nothingYet, ...actionsOf(() => desk) }));
  const clock = createStudyClock();
  const views = firstParts();
  const desk: SessionDesk = { ports, record, decks, store, clock, views, changedAt: 0 as Timestamp };
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
  sequence: 0,
  cue: { focus: 'nothing', say: '', n: 0 },
  left: null,
  studiedMs: 0,
};

function actionsOf(deskOf: () => SessionDesk): Actions {
  return {
    begin: (cards, { counts = true, repeats = true } = {}) =>
      show(deskOf(), startSession(cards), { past: [], counts, repeats, left: null, studiedMs: 0 }),
    extend: (cards) => extend(deskOf(), cards),
    close: () => turn(deskOf(), { session: null, showing: null, trouble: null, past: [], left: null }, 'nothing'),
    setCounts: (counts) => deskOf().store.setState({ counts }),
    respond: (response) => {
      if (deskOf().store.getState().showing?.phase === 'asking') edit(deskOf(), { response, message: '' });
    },
    guess: (isGuess) => edit(deskOf(), { isGuess }),
    touch: () => deskOf().clock.touch(deskOf().ports.clock.now()),
    check: () => checkAnswer(deskOf()),
    giveUp: () => giveUp(deskOf()),
    rate: (rating, sequence) => rateShowing(deskOf(), rating, sequence),
    undo: () => undoLast(deskOf()),
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

function extend(desk: SessionDesk, cards: Parameters<SessionState['extend']>[0]): void {
  const { session } = desk.store.getState();
  const extended = session === null ? startSession(cards) : extendSession(session, cards);
  if (session === null || session.current === null) show(desk, extended, { left: null });
  else {
    desk.store.setState({ session: extended });
    void prefetch(desk, extended);
  }
}
