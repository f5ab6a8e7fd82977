// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { base, demoCard, showing } from '../card/question-base.ts';
import { option as answer, multi, typed } from '../study-builders.tsx';
import {
  begin,
  cells,
  choices,
  examPack,
  handIn,
  nameHere,
  numberHere,
  onePack,
  openExam,
  openSetup,
  press,
  question,
  shortPack,
  turnTo,
} from './exam-screen.tsx';

afterEach(cleanup);

const option = (name: string) => screen.getByRole('radio', { name: new RegExp(`Option ${name}`) });
const clear = () => screen.getByRole('button', { name: 'Clear answer' });

describe('a question of an exam', () => {
  it('takes an answer, another one in its place, and takes it back', async () => {
    const { user } = await openExam();
    expect(clear()).toHaveAttribute('aria-disabled', 'true');
    for (const name of ['alpha', 'beta', 'gamma']) expect(option(name)).not.toBeChecked();
    await user.click(option('beta'));
    expect(option('beta')).toBeChecked();
    expect(clear()).toHaveAttribute('aria-disabled', 'false');
    await user.click(option('gamma'));
    expect(option('beta')).not.toBeChecked();
    expect(option('gamma')).toBeChecked();
    expect(cells()[0]).toBe('1, answered');
    await user.click(clear());
    expect(option('gamma')).not.toBeChecked();
    expect(clear()).toHaveAttribute('aria-disabled', 'true');
    expect(cells()[0]).toBe('1, skipped');
  });

  it('lets an option be struck out and back, and be chosen all the same', async () => {
    const { user } = await openExam();
    const strike = () => screen.getByRole('button', { name: /^Strike ?out B$/ });
    expect(strike()).toHaveAttribute('aria-pressed', 'false');
    await user.click(strike());
    expect(strike()).toHaveAttribute('aria-pressed', 'true');
    expect(option('beta')).toBeEnabled();
    await user.click(option('beta'));
    expect(option('beta')).toBeChecked();
    expect(strike()).toHaveAttribute('aria-pressed', 'true');
    await user.click(strike());
    expect(strike()).toHaveAttribute('aria-pressed', 'false');
    expect(option('beta')).toBeChecked();
  });

  it('keeps what was struck out, chosen and flagged while another one is on the desk', async () => {
    const app = await openExam();
    await press(app, /^Strike ?out C$/);
    await app.user.click(option('alpha'));
    await press(app, 'Flag');
    await press(app, 'Next');
    expect(screen.getByRole('button', { name: /^Strike ?out C$/ })).toHaveAttribute('aria-pressed', 'false');
    expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'false');
    await press(app, 'Previous');
    expect(option('alpha')).toBeChecked();
    expect(screen.getByRole('button', { name: /^Strike ?out C$/ })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('counts as answered once as much is ticked as it asks for, and not when a tick is taken away', async () => {
    const app = await openExam([onePack(multi('m1'))]);
    expect(question()).toHaveTextContent('choose two');
    const tick = (name: string) => app.user.click(screen.getByRole('checkbox', { name: new RegExp(`Option ${name}`) }));
    await tick('beta');
    expect(cells()).toEqual(['1, skipped']);
    await tick('gamma');
    expect(cells()).toEqual(['1, answered']);
    await tick('beta');
    expect(cells()).toEqual(['1, skipped']);
    await press(app, 'Submit');
    expect(screen.getByText(/^1 not answered, 0 flagged\./)).toBeVisible();
  });
});

describe('the way through an exam', () => {
  it('leads on and back, with the focus on the heading of each question, and to the end after the last one', async () => {
    const app = await openExam([shortPack()]);
    expect(question()).toHaveTextContent('Question 1 of 2 · choose one');
    expect(screen.queryByRole('button', { name: 'Previous' })).toBeNull();
    const first = nameHere();
    await press(app, 'Next');
    expect(question()).toHaveTextContent('Question 2 of 2');
    expect(question()).toHaveFocus();
    expect(nameHere()).not.toBe(first);
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
    await press(app, 'Previous');
    expect(question()).toHaveTextContent('Question 1 of 2');
    expect(question()).toHaveFocus();
    await press(app, 'Next');
    await press(app, 'To the end');
    expect(screen.getByRole('heading', { name: 'Submit the exam?' })).toHaveFocus();
  });

  it('leads by the navigator to any question', async () => {
    const app = await openExam();
    await press(app, /^Question ?7, not seen$/);
    expect(numberHere()).toBe(7);
    expect(question()).toHaveFocus();
    expect(screen.getByText('7 of 10')).toBeVisible();
    expect(screen.getByRole('button', { current: 'step' })).toHaveTextContent('7');
  });

  it('names in the navigator how each question stands, and lists those not answered or flagged', async () => {
    const app = await openExam();
    await app.user.click(screen.getByRole('radio', { name: 'Flagged 0' }));
    expect(screen.getByText('None.')).toBeVisible();
    expect(cells()).toEqual([]);
    await app.user.click(screen.getByRole('radio', { name: 'All 10' }));
    act(() => question().focus());
    await app.user.keyboard('an');
    await app.user.keyboard('bf');
    expect(screen.getByRole('button', { name: /^Question ?2, answered, flagged$/ })).toBeVisible();
    await app.user.keyboard('nfn');
    expect(cells().slice(0, 5)).toEqual([
      '1, answered',
      '2, answered, flagged',
      '3, skipped, flagged',
      '4, skipped',
      '5, not seen',
    ]);
    expect(screen.getByRole('radio', { name: 'All 10' })).toBeChecked();
    await app.user.click(screen.getByRole('radio', { name: 'Flagged 2' }));
    expect(cells()).toEqual(['2, answered, flagged', '3, skipped, flagged']);
    await app.user.click(screen.getByRole('radio', { name: 'Not answered 8' }));
    expect(cells()).toHaveLength(8);
    expect(cells()[0]).toBe('3, skipped, flagged');
    await app.user.click(screen.getByRole('radio', { name: 'All 10' }));
    expect(cells()).toHaveLength(10);
  });
});

describe('single keys in an exam', () => {
  const five = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
  const keys = ['a', 'b', 'C', 'd', 'E', '1', '2', '3', '4', '5'].map(
    (key, place) => [key, five[place % 5] ?? ''] as const,
  );

  const ofFive: Question = {
    ...base('f1'),
    kind: 'choice',
    shuffle: false,
    options: five.map((id) => answer(id)),
  };

  it.each(keys)('%s chooses %s', async (key, name) => {
    const { user } = await openExam([onePack(ofFive)]);
    await user.keyboard(key);
    expect(screen.getAllByRole('radio', { checked: true, name: /Option/ })).toEqual([option(name)]);
  });

  it.each(['d', '5'])('%s does nothing where there is no such option', async (key) => {
    const { user } = await openExam([shortPack()]);
    await user.keyboard(key);
    expect(screen.queryByRole('radio', { checked: true, name: /Option/ })).toBeNull();
    expect(numberHere()).toBe(1);
  });

  it('tick and untick where there are several answers', async () => {
    const { user } = await openExam([onePack(multi('m1'))]);
    await user.keyboard('a4');
    const ticked = () => {
      const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true });
      return boxes.map(({ value }) => value);
    };
    expect(ticked()).toEqual(['alpha', 'delta']);
    await user.keyboard('d');
    expect(ticked()).toEqual(['alpha']);
  });

  it('turn the page and flag, and stay where there is no page', async () => {
    const { user } = await openExam([shortPack()]);
    await user.keyboard('p');
    expect(numberHere()).toBe(1);
    await user.keyboard('n');
    expect(numberHere()).toBe(2);
    expect(question()).toHaveFocus();
    await user.keyboard('n');
    expect(numberHere()).toBe(2);
    await user.keyboard('f');
    expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('F');
    expect(screen.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'false');
    await user.keyboard('P');
    expect(numberHere()).toBe(1);
    expect(question()).toHaveFocus();
  });

  it('do nothing while single keys are switched off', async () => {
    const { user, stores } = await openExam([shortPack()]);
    act(() => stores.record.getState().setting('shortcuts', false));
    await user.keyboard('a2nf');
    expect(numberHere()).toBe(1);
    expect(cells()).toEqual(['1, skipped', '2, not seen']);
  });

  it('are text while an answer is typed', async () => {
    const security = { security: { title: 'Security', weight: 100 } };
    const questions = [{ ...typed('t1'), domain: 'security' }, ...choices('s', 11, 'security')];
    const app = await openSetup([examPack(questions, { questions: 12, scored: 12, domains: security })]);
    await app.user.click(screen.getByRole('checkbox', { name: /^Also ask in forms/ }));
    await begin(app, { questions: 12 });
    await turnTo(app, 't1');
    const here = numberHere();
    await app.user.type(screen.getByRole('textbox'), 'fan 1p');
    expect(screen.getByRole('textbox')).toHaveValue('fan 1p');
    expect(numberHere()).toBe(here);
    expect(cells()[here - 1]).toBe(`${here}, answered`);
  });

  it('do nothing to the question that the list before the end hides', async () => {
    const app = await openExam([shortPack()]);
    await press(app, 'Submit');
    await app.user.keyboard('afn');
    expect(screen.getByText(/^2 not answered, 0 flagged\./)).toBeVisible();
    await press(app, 'Keep working');
    expect(numberHere()).toBe(1);
    expect(cells()).toEqual(['1, skipped', '2, not seen']);
  });
});

describe('before its end an exam', () => {
  it('says nothing of what is right or why', async () => {
    const app = await openExam();
    for (let turn = 0; turn < 10; turn += 1) {
      await app.user.keyboard(turn % 2 === 0 ? 'a' : 'b');
      expect(screen.getByRole('main')).not.toHaveTextContent(/Reason of|Remember|Correct|Wrong|not right|Title of/i);
      await app.user.keyboard('n');
    }
    await press(app, 'To the end');
    expect(screen.getByRole('main')).not.toHaveTextContent(/Reason of|Remember|Correct|Wrong|not right|Title of/i);
  });

  it('and after it changes no card, and writes no answer into the record', async () => {
    const app = await openSetup([shortPack()]);
    const record = () => app.stores.record.getState();
    act(() => void record().answer({ card: demoCard('d1'), rev: 'rev1', r: 3, took: 1, at: showing('d1') }));
    const before = record().cards;
    const answered = () =>
      record()
        .recent()
        .filter(({ t }) => t === 'answer').length;
    expect(answered()).toBe(1);
    await begin(app);
    await app.user.keyboard('bnbf');
    await handIn(app);
    expect(record().recent().length).toBeGreaterThan(1);
    expect(answered()).toBe(1);
    expect([...record().cards]).toEqual([...before]);
    expect(record().cards.get(demoCard('s1'))).toBeUndefined();
  });
});

describe('before it is submitted an exam', () => {
  it('lists what is not answered and what is flagged, and leads there or back to work', async () => {
    const app = await openExam();
    for (let turn = 0; turn < 8; turn += 1) await app.user.keyboard('an');
    await app.user.keyboard('f');
    await press(app, 'Submit');
    expect(screen.getByRole('heading', { name: 'Submit the exam?' })).toHaveFocus();
    expect(screen.getByText('2 not answered, 1 flagged. Time left: 20 min.')).toBeVisible();
    const listed = () =>
      screen.getAllByRole('button', { name: /^Question ?\d+$/ }).map(({ textContent }) => textContent);
    expect(listed()).toEqual(['Question 9', 'Question 10', 'Question 9']);
    expect(screen.queryByText(/^What about/)).toBeNull();
    await press(app, 'Keep working');
    expect(numberHere()).toBe(9);
    expect(question()).toHaveFocus();
    await app.user.keyboard('a');
    await press(app, 'Submit');
    expect(listed()).toEqual(['Question 10', 'Question 9']);
    await press(app, /^Question ?10$/);
    expect(numberHere()).toBe(10);
    expect(question()).toHaveFocus();
    await app.user.keyboard('a');
    await handIn(app);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('8 of 8, 100 %');
  });
});
