// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, questionId, showingId } from '../../core/ids.ts';
import { writeLog } from '../../log-builders.ts';
import { choice, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const then = Date.UTC(2026, 10, 10, 12) as Timestamp;

/** The app of a learner who has answered one card twice, a while ago. */
async function openLearned(path: string, question: Question) {
  const store = createMemoryStore();
  const log = writeLog('before');
  for (const showing of ['1', '2']) {
    const fields = { t: 'answer', card: cardId('demo/old'), rev: 'rev0', r: 3, took: 1000 } as const;
    log.write({ ...fields, at: showingId(showing) }, then);
  }
  await store.append(log.entries);
  const app = openApp(path, { marks, store, questions: [question] });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  return app;
}

describe('a corrected key', () => {
  it('is told on the card until it is answered again', async () => {
    const question = { ...choice('old'), corrected: { on: '2026-11-20', voids: [] } };
    const { user, wait, stores } = await openLearned('/review', question);
    expect(await screen.findByText(/^Key corrected: your last 2 answers .* no longer count\.$/)).toBeVisible();
    wait();
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(screen.queryByText(/Key corrected/)).toBeNull();
    expect(stores.record.getState().cards.get(cardId('demo/old'))).toMatchObject({ reps: 1, voided: 0 });
  });

  it('is not spoken of where the key was always right', async () => {
    const { stores } = await openLearned('/q/demo/old', choice('old'));
    expect(await screen.findByText('What about old?')).toBeVisible();
    expect(screen.queryByText(/Key corrected/)).toBeNull();
    expect(stores.record.getState().cards.get(cardId('demo/old'))).toMatchObject({ reps: 2, voided: 0 });
  });
});

describe('a renamed question', () => {
  it('keeps its history as soon as the pack is loaded', async () => {
    const { stores } = await openLearned('/q/demo/new', { ...choice('new'), was: [questionId('demo/old')] });
    await waitFor(() => expect([...stores.record.getState().cards.keys()]).toEqual(['demo/new']));
  });
});
