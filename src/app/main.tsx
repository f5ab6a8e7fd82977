import { packs } from 'virtual:sveska-packs';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Timestamp } from '../core/model/id.ts';
import { studyDayOf } from '../core/scheduler/study-day.ts';
import { createFetchedDecks } from '../io/decks/fetched-decks.ts';
import { App } from './app.tsx';
import {
  askToPersist,
  browserChance,
  browserClock,
  browserMarks,
  eraseMarks,
  openTabs,
  whenIdle,
} from './browser-ports.ts';
import { loadSerif } from './parts/frame/serif.ts';
import type { Ports } from './ports.ts';
import recordWorkerUrl from './record-worker.ts?worker&url';
import { firstSeed, startsWithCard } from './store/first-visit.ts';
import { createStores } from './store/stores.tsx';

const ports: Ports = {
  clock: browserClock,
  chance: browserChance,
  decks: createFetchedDecks(packs, import.meta.hot),
  openSearch: async () => {
    const { createSearchInWorker } = await import('../io/search/search-in-worker.ts');
    return createSearchInWorker();
  },
  openPriceFinder: async () => {
    const { createPricesInWorker } = await import('../io/planning/prices-in-worker.ts');
    return createPricesInWorker();
  },
  openMemoryMeter: async () => {
    const { createMeterInWorker } = await import('../io/measuring/meter-in-worker.ts');
    return createMeterInWorker();
  },
  loadLater: async () => (await import('./later.ts')).later,
  // The first card does not wait for the stores, nor for their code.
  openRecord: async (onBlocked) => {
    const { openRecord } = await import('../io/storage/open-record.ts');
    return openRecord({ marks: browserMarks, dayOf: studyDayOf, workerUrl: recordWorkerUrl, onBlocked });
  },
  whenIdle,
  marks: browserMarks,
  tabs: openTabs(),
  erase: async () => {
    const { eraseRecord } = await import('../io/storage/erase-record.ts');
    await eraseRecord();
    eraseMarks();
  },
  persist: askToPersist,
};

// Whoever was here before has the serif at hand; for others it must not compete with the first card.
if (navigator.serviceWorker?.controller) void loadSerif();
else whenIdle(loadSerif);

const root = document.getElementById('root');
if (root === null) throw new Error('Inconsistent: no #root in the page');
/** The first card stands in the page that was built, where nobody was here before. */
const isDrawn = root.querySelector('.first-visit') !== null;
const opened = (browserClock.now() - browserClock.uptimeMs()) as Timestamp;
const stores = createStores(ports, isDrawn ? { seed: firstSeed, since: opened } : null);

/** What makes the next visit work offline must not compete with the first card. */
async function goOffline(): Promise<void> {
  const { registerOffline } = await import('../io/offline/register-offline.ts');
  await registerOffline(stores.update.getState().offer);
}

const app = (
  <StrictMode>
    <App stores={stores} />
  </StrictMode>
);
if (isDrawn && startsWithCard(stores)) hydrateRoot(root, app);
else createRoot(root).render(app);
whenIdle(goOffline);
