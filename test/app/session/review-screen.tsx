import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import type { Settings } from '../../../src/core/model/settings.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { writeLog } from '../../log-builders.ts';
import { type OpenedApp, openApp } from '../study-builders.tsx';

/** The review screen with its first card shown, the guard passed. */
export async function openReview(
  questions?: readonly Question[],
  settings: Partial<Settings> = {},
): Promise<OpenedApp> {
  const store = createMemoryStore();
  const log = writeLog('settings');
  await store.append(Object.entries(settings).map(([key, value]) => log.write({ t: 'setting', key, value })));
  const app = openApp('/review', { marks: { started: '1' }, store, ...(questions && { questions }) });
  await waitFor(() => expect(cardHeading()).toHaveFocus());
  app.wait();
  return app;
}

export function cardHeading(): HTMLElement {
  return screen.getByRole('heading', { level: 2 });
}
