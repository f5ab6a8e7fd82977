// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, cloze, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const dayMs = 24 * 60 * 60 * 1000;

async function opened(): Promise<OpenedApp> {
  const app = openApp('/q/demo/one', { marks, questions: [choice('one'), cloze('two')] });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  return app;
}

function answer({ stores }: OpenedApp, r: 1 | 3, at: string): void {
  stores.record.getState().answer({ card: demoCard('one'), rev: 'rev1', r, took: 7200, at: showing(at) });
}

async function openHistory({ user }: OpenedApp): Promise<HTMLElement> {
  await user.click(await screen.findByText('History'));
  return screen.findByRole('figure');
}

describe('the history of a card', () => {
  it('says so where there is none', async () => {
    const { user } = await opened();
    await user.click(await screen.findByText('History'));
    expect(await screen.findByText('Not answered yet.')).toBeVisible();
  });

  it('tells its answers in words, in a drawing and in a table, the latest first', async () => {
    const app = await opened();
    answer(app, 1, 'a');
    app.wait(dayMs);
    answer(app, 3, 'b');
    app.wait(4 * dayMs);
    const figure = await openHistory(app);
    expect(figure).toHaveTextContent(/Answered twice since .*, missed once, recall now \d+ %, (next on|due today)/);
    const rows = within(figure).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/GoodReview7/),
      expect.stringMatching(/MissedReview7the same day/),
    ]);
    expect(figure.querySelectorAll('.chart-miss')).toHaveLength(1);
    expect(figure.querySelectorAll('.chart-answer')).toHaveLength(1);
    for (const path of figure.querySelectorAll('path')) expect(path.getAttribute('d')).not.toMatch(/NaN|Infinity/);
  });

  it('calls a right answer that counts as Again a lucky guess, and no miss', async () => {
    const app = await opened();
    const lucky = { r: 1, score: 1, p: 0.3, guess: true } as const;
    const { answer: write } = app.stores.record.getState();
    write({ card: demoCard('one'), rev: 'rev1', took: 7200, at: showing('a'), ...lucky });
    app.wait(dayMs);
    const figure = await openHistory(app);
    expect(figure).toHaveTextContent(/Answered once, on .*, never missed/);
    expect(within(figure).getAllByRole('row')[1]).toHaveTextContent(/Lucky guessReview7/);
  });

  it('goes on with what is answered on the page, and says that practice left the day as it was', async () => {
    const app = await opened();
    answer(app, 3, 'a');
    const figure = await openHistory(app);
    await app.user.click(screen.getByRole('radio', { name: /Option alpha/ }));
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(within(figure).getAllByRole('row')).toHaveLength(3));
    expect(within(figure).getAllByRole('row')[1]).toHaveTextContent(/GoodPractice\d+as it was/);
  });

  it('tells what was forgotten at the learner’s wish', async () => {
    const app = await opened();
    answer(app, 3, 'a');
    app.stores.record.getState().register({ t: 'reset', card: demoCard('one') });
    const figure = await openHistory(app);
    expect(figure).toHaveTextContent('The card is new.');
    expect(within(figure).getAllByRole('row')[1]).toHaveTextContent('Started from new');
  });
});
