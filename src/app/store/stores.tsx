import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Later } from '../later.ts';
import type { Ports } from '../ports.ts';
import { createDeckStore, type DeckStore } from './deck-store.ts';
import { firstCard } from './first-visit.ts';
import { createLaterStore, type LaterStore } from './later-store.ts';
import { createMeasuringStore, type MeasuringStore } from './measuring/measuring-store.ts';
import type { PlanDesk, PlanStore } from './plan-store.ts';
import type { RecordState, RecordStore } from './record/record-state.ts';
import { createRecordStore } from './record/record-store.ts';
import { createShiftableClock } from './record/shiftable-clock.ts';
import { createSearchDesk, type SearchDesk } from './search-desk.ts';
import type { SessionState, SessionStore } from './session/session-state.ts';
import { createKeptSession, createSessionStore, type FirstLook } from './session/session-store.ts';
import { createTrail, type Trail } from './trail.ts';
import { createUpdateStore, type UpdateStore } from './update-store.ts';

/** All that the app knows, made once from its ports. */
export interface Stores {
  readonly ports: Ports;
  readonly decks: DeckStore;
  readonly record: RecordStore;
  /** The day's plan, which is made when it is first asked for: see `planOf`. */
  plan(make: (desk: PlanDesk) => PlanStore): PlanStore;
  /** The learner's review session, which outlives a reload. */
  readonly session: SessionStore;
  /** A run of practice: one question's own page, or cards that were chosen. */
  readonly practice: SessionStore;
  readonly search: SearchDesk;
  readonly trail: Trail;
  readonly update: UpdateStore;
  readonly later: LaterStore;
  readonly measuring: MeasuringStore;
}

/** `look` says how the first card is shown where it stands in the page; null where it does not. */
export function createStores(given: Ports, look: Omit<FirstLook, 'card'> | null = null): Stores {
  const ports = { ...given, clock: createShiftableClock(given.clock) };
  const decks = createDeckStore(ports.decks);
  const later = createLaterStore(ports.loadLater);
  // What comes later is handed to the record first: a run goes on with what is recorded.
  const record = createRecordStore(ports, later);
  const desk = { ports, record, decks, later };
  const card = look && firstCard({ ports, record });
  const session = createKeptSession(desk, look && card && { ...look, card });
  const practice = createSessionStore(desk);
  const measuring = createMeasuringStore();
  let plan: PlanStore | null = null;
  const follow = () => {
    const { status, summaries } = decks.getState();
    if (status === 'ready') record.getState().follow([...summaries.values()]);
  };
  later.subscribe(follow);
  later.subscribe(({ code }, before) => {
    if (before.code === null) code?.startMeasuring({ ...desk, runs: [session, practice], measuring });
  });
  // At once: whoever was here before waits for it. A failure is told when the record is opened.
  later
    .getState()
    .load()
    .catch(() => {});
  decks.subscribe(({ summaries, questions }, before) => {
    if (summaries !== before.summaries) follow();
    if (questions !== before.questions) for (const run of [session, practice]) run.getState().replace();
  });
  return {
    ports,
    decks,
    record,
    plan: (make) => {
      plan ??= make(desk);
      return plan;
    },
    session,
    practice,
    search: createSearchDesk(ports.openSearch, decks),
    trail: createTrail(),
    update: createUpdateStore(),
    later,
    measuring,
  };
}

const StoresContext = createContext<Stores | null>(null);

export function StoresProvider({
  stores,
  children,
}: {
  readonly stores: Stores;
  readonly children: ReactNode;
}): ReactNode {
  return <StoresContext value={stores}>{children}</StoresContext>;
}

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('Inconsistent: a screen outside of StoresProvider');
  return stores;
}

const SessionContext = createContext<SessionStore | null>(null);

/** Gives a part of the page a session of its own. */
export function SessionProvider({ store, children }: SessionProviderProps): ReactNode {
  return <SessionContext value={store}>{children}</SessionContext>;
}

interface SessionProviderProps {
  readonly store: SessionStore;
  readonly children: ReactNode;
}

/** The nearest session: the one of the page's own, or the review session. */
export function useSessionStore(): SessionStore {
  const own = useContext(SessionContext);
  const { session } = useStores();
  return own ?? session;
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useSessionStore(), select);
}

/** What the first card does not wait for; null until it is there. */
export function useLater(): Later | null {
  return useStore(useStores().later, ({ code }) => code);
}

export function useRecord<T>(select: (state: RecordState) => T): T {
  return useStore(useStores().record, select);
}
