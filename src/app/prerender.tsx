import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import type { PackEntry } from '../core/model/deck.ts';
import type { LogId, ShowingId, Timestamp } from '../core/model/id.ts';
import { App } from './app.tsx';
import type { Ports } from './ports.ts';
import { firstSeed, startsWithCard } from './store/first-visit.ts';
import { createStores } from './store/stores.tsx';

/**
 * The home page of a first visit as HTML, for `tools/first-page.ts`: `main.tsx` goes on from just this. Null where no
 * pack has a first card.
 */
export function renderFirstVisit(packs: readonly PackEntry[]): string | null {
  const stores = createStores(portsOfNobody(packs), { seed: firstSeed, since: 0 as Timestamp });
  if (!startsWithCard(stores)) return null;
  return renderToString(
    <StrictMode>
      <Router ssrPath="/">
        <App stores={stores} />
      </Router>
    </StrictMode>,
  );
}

/** Nobody was here, nothing is kept, and nothing but the packs' entries can be read. */
function portsOfNobody(packs: readonly PackEntry[]): Ports {
  const never = () => new Promise<never>(() => {});
  return {
    clock: { now: () => 0 as Timestamp, uptimeMs: () => 0, serverNow: async () => null, offsetMinutes: () => 0 },
    chance: { logId: () => '' as LogId, showingId: () => '' as ShowingId, seed: () => firstSeed },
    decks: { packs, open: never, subscribe: () => () => {} },
    openRecord: never,
    loadLater: never,
    openSearch: never,
    openPriceFinder: never,
    openMemoryMeter: never,
    whenIdle: () => {},
    marks: { get: () => null, set: () => {}, remove: () => {}, keys: () => [] },
    tabs: { announce: () => {}, subscribe: () => () => {} },
    erase: never,
    persist: never,
  };
}
