// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { demoCard } from '../card/question-base.ts';
import { note, option } from '../study-builders.tsx';
import {
  closeAndOpen,
  type ExamApp,
  examAddress,
  examPack,
  handIn,
  nameHere,
  openExam,
  pass,
  press,
  rowsOf,
  score,
  shortPack,
  tenQuestions,
  turnTo,
} from './exam-screen.tsx';

afterEach(cleanup);

/** The key of each question's first answer; A is right. */
const firstKeys: Readonly<Record<string, string>> = {
  ...{ d1: 'a', d2: 'a', d3: 'b', d4: 'a', d5: 'b', d6: 'b' },
  ...{ s1: 'a', s2: 'a', s4: 'a' },
};

/** What is changed once all have been seen: to right, to wrong, from one wrong answer to another. */
const laterKeys: Readonly<Record<string, string>> = { d5: 'a', s2: 'b', d3: 'c' };

interface Sat {
  readonly app: ExamApp;
  readonly address: string;
  /** The questions in the order of this exam. */
  readonly asked: readonly string[];
}

/** Ten seconds on each question, 100 on d4; s3 is not answered, and d1 and s3 are flagged. */
async function sitWholeExam(): Promise<Sat> {
  const app = await openExam();
  const address = examAddress();
  const asked: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const name = nameHere();
    asked.push(name);
    pass(app, name === 'd4' ? 100_000 : 10_000);
    const flag = name === 'd1' || name === 's3' ? 'f' : '';
    await app.user.keyboard(`${firstKeys[name] ?? ''}${flag}n`);
  }
  for (const [name, key] of Object.entries(laterKeys)) {
    await turnTo(app, name);
    await app.user.keyboard(key);
  }
  await handIn(app);
  return { app, address, asked };
}

const tableWith = (column: string) =>
  screen
    .getAllByRole('table')
    .find((table) => within(table).queryByRole('columnheader', { name: column })) as HTMLElement;

/** The headings of the questions that are listed: "Question 3 · wrong · 10 s". */
const reviewed = () =>
  screen.queryAllByRole('article').map((article) => within(article).getAllByRole('heading')[0]?.textContent);

const articleOf = (number: number) => screen.getByRole('article', { name: new RegExp(`^Question ${number} ·`) });

describe('the report of an exam', () => {
  it('says how much was right, how sure that is, and what became of the rest', async () => {
    await sitWholeExam();
    expect(await score()).toHaveTextContent('5 of 8, 63 %');
    expect(screen.getByText('With 8 questions the true figure is plausibly 31–86 %.')).toBeVisible();
    const facts = [
      '1 question not answered, which counts as wrong.',
      '2 more were unscored trial questions: 1 right. They are marked below.',
      '3 answers changed: 1 from wrong to right, 1 from right to wrong, 1 without effect.',
      '2 questions flagged.',
    ];
    for (const fact of facts) expect(screen.getByText(fact)).toBeVisible();
    expect(screen.getByText(/scaled score from 100 to 1000, with 720 to pass\..* 720 is not 72 %/)).toBeVisible();
    expect(rowsOf(tableWith('Domain'))).toEqual([
      ['Security', '1 of 3', 'too few to say'],
      ['Development', '4 of 5', '80 %'],
    ]);
  });

  it('says how much was right of each topic, and how long every question took', async () => {
    const { app, asked } = await sitWholeExam();
    expect(rowsOf(tableWith('Topic'))).toEqual([['Ports', '5 of 8', '63 %']]);
    await app.user.click(screen.getByText('The time of every question'));
    const all = within(screen.getByRole('group', { name: 'The time of every question' })).getByRole('table');
    const times = asked.map((name, n) => [String(n + 1), name === 'd4' ? '1 min 40 s' : '10 s']);
    expect(rowsOf(all).map((row) => row.slice(0, 2))).toEqual(times);
    const answered = asked.map((name) =>
      name === 's3' ? 'none' : ['d3', 's2', 'd6'].includes(name) ? 'wrong' : 'right',
    );
    expect(rowsOf(all).map((row) => row[3])).toEqual(answered);
  });

  it('says how the time went, and which answers took far longer than the others', async () => {
    const { asked } = await sitWholeExam();
    expect(screen.getByText('3 min 10 s of 20 min used. Half of the answers took 10 s or less.')).toBeVisible();
    const slow = asked.indexOf('d4') + 1;
    expect(rowsOf(tableWith('Beside the others'))).toEqual([
      [String(slow), '1 min 40 s', 'far longer than the others', 'right'],
    ]);
  });

  it('lists what was wrong, what was flagged, or all, and marks the pilots', async () => {
    const { app, asked } = await sitWholeExam();
    const lines = asked.map((name, index) => {
      const isWrong = ['d3', 's2', 'd6'].includes(name);
      const state = name === 's3' ? 'not answered, wrong' : isWrong ? 'wrong' : 'right';
      const trial = name === 'd6' || name === 's4' ? ' · trial question, not scored' : '';
      return { name, line: `Question ${index + 1} · ${state} · ${name === 'd4' ? '1 min 40 s' : '10 s'}${trial}` };
    });
    const linesOf = (names: readonly string[]) =>
      lines.filter(({ name }) => names.includes(name)).map(({ line }) => line);
    await screen.findByRole('radio', { name: 'Wrong 4' });
    expect(screen.getByRole('radio', { name: 'Wrong 4' })).toBeChecked();
    expect(reviewed()).toEqual(linesOf(['d3', 's2', 'd6', 's3']));
    await app.user.click(screen.getByRole('radio', { name: 'Flagged 2' }));
    expect(reviewed()).toEqual(linesOf(['d1', 's3']));
    await app.user.click(screen.getByRole('radio', { name: 'All 10' }));
    expect(reviewed()).toEqual(linesOf(asked));
  });

  it('shows of each question what was answered, what is right, and why', async () => {
    const { asked } = await sitWholeExam();
    await screen.findByRole('radio', { name: 'Wrong 4' });
    const wrong = within(articleOf(asked.indexOf('d3') + 1));
    expect(wrong.getByText('What about d3?')).toBeVisible();
    const row = (name: string) => wrong.getByText(`Option ${name}`).closest('li');
    expect(row('alpha')).toHaveTextContent('Correct');
    expect(row('alpha')).toHaveTextContent('Reason of alpha.');
    expect(row('gamma')).toHaveTextContent('Your answer, not right');
    expect(wrong.getByText('Remember d3.')).toBeVisible();
    expect(wrong.getByRole('link', { name: 'Read: Ports › Dynamic ports' })).toBeVisible();
  });

  it('leads to a practice of just the questions that were missed', async () => {
    const { app, asked } = await sitWholeExam();
    await app.user.click(await screen.findByRole('link', { name: 'Practise the 4 questions you missed' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Practice' })).toBeVisible();
    const missed = asked.filter((name) => ['d3', 's2', 'd6', 's3'].includes(name)).map(demoCard);
    await waitFor(() => expect(app.stores.practice.getState().session?.cards).toEqual(missed));
  });

  it('has nothing to practise where all was right', async () => {
    const app = await openExam([shortPack()]);
    await app.user.keyboard('ana');
    await handIn(app);
    expect(await score()).toHaveTextContent('2 of 2, 100 %');
    expect(await screen.findByText('None.')).toBeVisible();
    expect(screen.getByText('No answer was changed.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Practise/ })).toBeNull();
    expect(screen.queryByText(/not answered|trial|flagged\./)).toBeNull();
  });

  it('says nothing of how long answers took where none was given', async () => {
    const app = await openExam([shortPack()]);
    pass(app, 12_000);
    await handIn(app);
    expect(screen.getByText(/^12 s of 20 min used\./)).toBeVisible();
    expect(screen.queryByText(/Half of the answers/)).toBeNull();
  });
});

describe('a report that is opened later', () => {
  const numbers = [
    ['Security', '1 of 3', 'too few to say'],
    ['Development', '4 of 5', '80 %'],
  ];

  it('has the same numbers when the pack was edited since', async () => {
    const { app, address, asked } = await sitWholeExam();
    const options = [option('alpha'), option('beta', true), option('gamma')];
    const edited = tenQuestions.map((question) =>
      question.kind === 'choice' ? { ...question, rev: 'rev2', options } : question,
    );
    await closeAndOpen(app, address, { packs: [examPack(edited)] });
    expect(await score()).toHaveTextContent('5 of 8, 63 %');
    await screen.findByRole('radio', { name: 'All 10' });
    expect(rowsOf(tableWith('Domain'))).toEqual(numbers);
    expect(screen.getByRole('radio', { name: 'Wrong 4' })).toBeChecked();
    expect(articleOf(asked.indexOf('d3') + 1)).toHaveTextContent('· wrong ·');
  });

  it('tells of a question that was removed from the pack, and leaves it out of the practice', async () => {
    const { app, address, asked } = await sitWholeExam();
    const left = tenQuestions.filter(({ id }) => id !== 'demo/d3');
    const again = await closeAndOpen(app, address, { packs: [examPack(left)] });
    expect(await score()).toHaveTextContent('5 of 8, 63 %');
    await screen.findByRole('radio', { name: 'Wrong 4' });
    expect(rowsOf(tableWith('Domain'))).toEqual(numbers);
    expect(articleOf(asked.indexOf('d3') + 1)).toHaveTextContent(/· wrong ·.*No pack has this question any more\./);
    await again.user.click(screen.getByRole('link', { name: 'Practise the 3 questions you missed' }));
    const missed = asked.filter((name) => ['s2', 'd6', 's3'].includes(name)).map(demoCard);
    await waitFor(() => expect(again.stores.practice.getState().session?.cards).toEqual(missed));
  });

  it('stands when the whole pack is gone', async () => {
    const { app, address } = await sitWholeExam();
    await closeAndOpen(app, address, { packs: [{ id: 'other', questions: [], notes: [note()] }] });
    expect(await score()).toHaveTextContent('5 of 8, 63 %');
    expect(await screen.findAllByText('No pack has this question any more.')).toHaveLength(4);
    expect(screen.queryByRole('link', { name: /^Practise/ })).toBeNull();
    expect(rowsOf(tableWith('Domain')).toSorted()).toEqual([
      ['development', '4 of 5', '80 %'],
      ['security', '1 of 3', 'too few to say'],
    ]);
  });

  it('counts a question as wrong that was removed while the exam was under way, and the exam says so', async () => {
    const app = await openExam([shortPack()]);
    const [address, gone] = [examAddress(), nameHere()];
    await app.user.keyboard('ana');
    const packs = [examPack(shortPack().questions.filter(({ id }) => id !== `demo/${gone}`))];
    const again = await closeAndOpen(app, address, { packs });
    await screen.findByRole('heading', { name: 'The exam is paused' });
    await press(again, 'Go on');
    await press(again, 'Previous');
    expect(screen.getByText(/^No pack has this question any more\. It counts as wrong/)).toBeVisible();
    await handIn(again);
    expect(await score()).toHaveTextContent('1 of 2, 50 %');
    expect(await screen.findByText('No pack has this question any more.')).toBeVisible();
  });
});
