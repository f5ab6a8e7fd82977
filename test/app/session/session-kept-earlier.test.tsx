// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { mayOverrule } from '../../../src/core/study/rate.ts';
import { seed } from '../../seed.ts';
import { typedCloze } from '../card/kind-questions.ts';
import { choice, type OpenedApp, openApp, typed } from '../study-builders.tsx';

afterEach(cleanup);

const noon = Date.UTC(2026, 10, 23, 12);
const dayMs = 86_400_000;

/** A question, its card, and a response as the version wrote it that had no kind `typed-cloze` and kept no `given`. */
interface Case {
  readonly question: Question;
  readonly card: string;
  readonly response: (text: string) => Readonly<Record<string, unknown>>;
}

const cases: Readonly<Record<string, Case>> = {
  choice: {
    question: choice('one'),
    card: 'demo/one',
    response: (option) => ({ kind: 'choice', option }),
  },
  typed: { question: typed('one'), card: 'demo/one', response: (text) => ({ kind: 'typed', text }) },
  'typed cloze': { question: typedCloze, card: 'demo/gap/1', response: (text) => ({ kind: 'cloze', text, card: 1 }) },
};
const written = Object.entries(cases).filter(([name]) => name !== 'choice');

const unseen = {
  rev: 'rev1',
  seed,
  phase: 'asking',
  response: null,
  verdict: null,
  isGuess: false,
  missed: null,
  tookMs: 0,
  at: null,
  entry: null,
  isOverruled: false,
};
const refused = { score: 0, parts: [{ part: 'text', state: 'wrong' }], advice: [] };

function answered({ card, response }: Case, text: string, score: 0 | 1) {
  const verdict = { ...refused, score, parts: [] };
  return { ...unseen, card, phase: 'answered', response: response(text), verdict, tookMs: 1000, at: 'showing-a-0' };
}

/** Opens the app on the mark of the version before. */
async function openOn({ question, card }: Case, showing: object, past: readonly object[] = [], later = 1000) {
  const mark = {
    v: 1,
    savedAt: noon,
    day: 20780,
    run: { cards: [card, 'demo/two'], spare: [], added: [] },
    past,
    showing,
    counts: true,
    repeats: true,
    place: '/review',
    studiedMs: 1000,
  };
  const questions = [question, choice('two')];
  const marks = { started: '1', session: JSON.stringify(mark) };
  const app = openApp('/review', { questions, marks, now: noon + later, tab: 'b' });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  await waitFor(() => expect(app.stores.session.getState().showing).not.toBeNull());
  app.wait();
  return app;
}

function answers({ stores }: OpenedApp) {
  return activeEntries(stores.record.getState().recent()).filter(({ t }) => t === 'answer');
}

function rate({ stores }: OpenedApp): void {
  const { rate: give, sequence } = stores.session.getState();
  give(3, sequence);
}

describe.each(Object.entries(cases))('a %s that the version before kept', (_name, kept) => {
  it('is rated with what was answered', async () => {
    const app = await openOn(kept, answered(kept, 'alpha', 1));
    rate(app);
    expect(answers(app)).toMatchObject([{ card: kept.card, r: 3, given: 'alpha' }]);
  });

  it('counts with what was answered when the page is opened on another day', async () => {
    const app = await openOn(kept, answered(kept, 'alpha', 1), [], dayMs);
    expect(answers(app)).toMatchObject([{ card: kept.card, r: 3, given: 'alpha' }]);
  });

  it('is written again with what was answered where no store has it', async () => {
    const app = await openOn(kept, { ...answered(kept, 'beta', 0), entry: 'lost' });
    expect(answers(app)).toMatchObject([{ card: kept.card, r: 1, given: 'beta' }]);
  });

  it('comes back by undo, and is rated anew with what was answered', async () => {
    const memo = answered(kept, 'alpha', 1);
    const step = { kind: 'rated', card: kept.card, memo, rating: 3, entry: null, hasLeft: false };
    const app = await openOn(kept, { ...unseen, card: 'demo/two' }, [step]);
    app.stores.session.getState().undo();
    await waitFor(() => expect(app.stores.session.getState().showing?.card).toBe(kept.card));
    app.wait();
    rate(app);
    expect(answers(app)).toMatchObject([{ card: kept.card, r: 3, given: 'alpha' }]);
  });
});

describe.each(written)('a %s that the version before kept', (_name, kept) => {
  it('may not be called right where nothing was written', async () => {
    const app = await openOn(kept, answered(kept, '', 0));
    const { showing } = app.stores.session.getState();
    expect([showing?.phase, showing && mayOverrule(showing)]).toEqual(['answered', false]);
  });

  it('may be called right where something was', async () => {
    const app = await openOn(kept, answered(kept, 'beta', 0));
    const { showing } = app.stores.session.getState();
    expect(showing && mayOverrule(showing)).toBe(true);
  });

  it('is asked once more with what stood in the field, and at the second try', async () => {
    const missed = { response: kept.response('beta'), verdict: refused };
    await openOn(kept, { ...unseen, card: kept.card, response: kept.response('beta'), missed });
    expect(await screen.findByDisplayValue('beta')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show answer' })).toBeVisible();
  });
});
