import { packs } from 'virtual:sveska-packs';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { studyDayOf } from '../core/scheduler/study-day.ts';
import { createFetchedDecks, type HotChannel } from '../io/decks/fetch-decks.ts';
import { App } from './app.tsx';
import { askToPersist, browserChance, browserClock, browserMarks, eraseMarks, openTabs } from './browser-ports.ts';
import type { Ports } from './ports.ts';
import { createStores } from './store/stores.tsx';

const ports: Ports = {
  clock: browserClock,
  chance: browserChance,
  decks: createFetchedDecks(packs, import.meta.hot as HotChannel | undefined),
  // The first card does not wait for the stores, nor for their code.
  openRecord: async () => {
    const { openRecord } = await import('../io/storage/open-record.ts');
    return openRecord({ marks: browserMarks, dayOf: studyDayOf });
  },
  marks: browserMarks,
  tabs: openTabs(),
  erase: async () => {
    const { eraseRecord } = await import('../io/storage/erase-record.ts');
    await eraseRecord();
    eraseMarks();
  },
  persist: askToPersist,
};

const root = document.getElementById('root');
if (root === null) throw new Error('Inconsistent: no #root in the page');
createRoot(root).render(
  <StrictMode>
    <App stores={createStores(ports)} />
  </StrictMode>,
);
