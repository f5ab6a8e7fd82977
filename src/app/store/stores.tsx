import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { lineageOf } from '../../core/scheduler/fold/lineage.ts';
import type { Ports } from '../ports.ts';
import { createDeckStore, type DeckStore } from './deck-store.ts';
import { firstCard } from './first-visit.ts';
import type { PlanStore } from './plan-store.ts';
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
  plan(make: (record: RecordStore, decks: DeckStore) => PlanStore): PlanStore;
  /** The learner's review session, which outlives a reload. */
  readonly session: SessionStore;
  /** The run through cards that changes no schedule: one question's own page, or those of a summary. */
  readonly practice: SessionStore;
  readonly search: SearchDesk;
  readonly trail: Trail;
  readonly update: UpdateStore;
}

/** `look` says how the first card is shown where it stands in the page; null where it does not. */
export function createStores(given: Ports, look: Omit<FirstLook, 'card'> | null = null): Stores {
  const ports = { ...given, clock: createShiftableClock(given.clock) };
  const decks = createDeckStore(ports.decks);
  const record = createRecordStore(ports);
  const card = look && firstCard({ ports, record });
  const session = createKeptSession(ports, record, decks, look && card && { ...look, card });
  const practice = createSessionStore(ports, record, decks);
  let plan: PlanStore | null = null;
  decks.subscribe(({ summaries, questions }, before) => {
    if (summaries !== before.summaries) record.getState().follow(lineageOf([...summaries.values()]));
    if (questions !== before.questions) for (const run of [session, practice]) run.getState().replace();
  });
  return {
    ports,
    decks,
    record,
    plan: (make) => {
      plan ??= make(record, decks);
      return plan;
    },
    session,
    practice,
    search: createSearchDesk(ports.openSearch, decks),
    trail: createTrail(),
    update: createUpdateStore(),
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

export function useRecord<T>(select: (state: RecordState) => T): T {
  return useStore(useStores().record, select);
}
