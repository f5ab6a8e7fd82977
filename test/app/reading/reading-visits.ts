import { cleanup } from '@testing-library/react';
import type { Note } from '../../../src/core/model/pack.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { choice, note, openApp, type PortOptions, recall, type TestPack } from '../study-builders.tsx';

export const marks = { started: '1' };

const dayMs = 86_400_000;

export const twoSections: Note = {
  ...note(),
  sections: [
    { id: 'dynamic', stable: true, title: 'Dynamic ports', body: [['p', 0, 'Text.']] },
    { id: 'fixed', stable: true, title: 'Fixed ports', body: [['p', 0, 'More text.']] },
  ],
};

export const packs: readonly TestPack[] = [
  { id: 'demo', questions: [recall('one'), choice('two')], notes: [twoSections] },
  { id: 'other', title: 'Other', questions: [], notes: [twoSections] },
];

/** Opens the app again and again on one record, each time a day later if that is asked for. */
export function visits(options: PortOptions = {}) {
  const store = createMemoryStore();
  let tab = 0;
  return (path: string, laterDays = 0) => {
    cleanup();
    tab += 1;
    const opened = openApp(path, { marks, packs, store, tab: `tab${tab}`, ...options });
    opened.ports.time.now += laterDays * dayMs;
    return opened;
  };
}
