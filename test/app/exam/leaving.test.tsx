// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { multi, type OpenedApp } from '../study-builders.tsx';
import {
  closeAndOpen,
  type ExamApp,
  examAddress,
  minuteMs,
  nameHere,
  onePack,
  openExam,
  pass,
  press,
  question,
  saved,
  shortPack,
  timeLeft,
} from './exam-screen.tsx';

afterEach(cleanup);

const paused = () => screen.findByRole('heading', { name: 'The exam is paused' });

const timeUp = () => screen.findByRole('heading', { name: 'Time is up' });

const report = () => screen.findByRole('heading', { level: 1, name: /^\d+ of \d+, \d+ %$/ });

const notice = () => screen.queryByRole('region', { name: 'Exam under way' });

const beta = () => screen.getByRole('radio', { name: /Option beta/ });

/** An exam on its second question, which is answered with B, after a minute on the first one. */
async function halfway(rules?: 'Strict'): Promise<{ app: ExamApp; address: string; name: string }> {
  const app = await openExam([shortPack()], rules && { rules });
  pass(app, minuteMs);
  await app.user.keyboard('nb');
  return { app, address: examAddress(), name: nameHere() };
}

async function exit(app: OpenedApp): Promise<void> {
  await app.user.click(screen.getByRole('link', { name: 'Exit' }));
  await screen.findByRole('heading', { name: 'Under way' });
}

describe('an exam that is left', () => {
  it('is paused, is told of on other screens, and goes on with the same question, answers and time', async () => {
    const { app, name } = await halfway();
    await exit(app);
    expect(screen.getByRole('link', { name: /^Go on with the exam of/ })).toBeVisible();
    expect(screen.getByText('1 of 2 answered, 19 min left')).toBeVisible();
    expect(notice()).toBeNull();
    await app.user.click(screen.getByRole('link', { name: 'Notes' }));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    expect(notice()).toHaveTextContent('An exam is under way: 1 of 2 answered, 19 min left.');
    pass(app, 60 * minuteMs);
    await app.user.click(screen.getByRole('link', { name: 'Go on' }));
    expect(await paused()).toHaveFocus();
    expect(screen.queryByText(/^What about/)).toBeNull();
    expect(timeLeft()).toBe('19:00 left');
    await press(app, 'Go on');
    expect(question()).toHaveTextContent('Question 2 of 2');
    expect(question()).toHaveFocus();
    expect(nameHere()).toBe(name);
    expect(beta()).toBeChecked();
    pass(app, minuteMs);
    expect(timeLeft()).toBe('18:00 left');
  });

  it('can be gone on with at once', async () => {
    const { app } = await halfway();
    await exit(app);
    await app.user.click(screen.getByRole('link', { name: /^Go on with the exam of/ }));
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('The exam is paused');
  });

  it('stands as it stood when the page was closed and opened again a day after', async () => {
    const { app, address, name } = await halfway();
    const again = await closeAndOpen(app, address, { later: 24 * 60 * minuteMs });
    await paused();
    await press(again, 'Go on');
    expect(nameHere()).toBe(name);
    expect(beta()).toBeChecked();
    expect(timeLeft()).toBe('19:00 left');
  });

  it('is there at once when the page is only reloaded', async () => {
    const { app, address } = await halfway();
    await closeAndOpen(app, address, { later: 500 });
    expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('The exam is paused');
  });

  it('loses no time when the page dies without a word', async () => {
    const { app, address } = await halfway();
    pass(app, 3 * minuteMs);
    await saved(app);
    const kept = new Map(app.ports.marks.keys().map((key) => [key, app.ports.marks.get(key) ?? '']));
    // Nothing was told at the end: what the page kept is what it kept while it ran.
    cleanup();
    for (const [key, value] of kept) app.ports.marks.set(key, value);
    const again = await closeAndOpen(app, address);
    await paused();
    await press(again, 'Go on');
    expect(timeLeft()).toBe('16:00 left');
  });

  it('is told of with as many answers as the exam itself counts', async () => {
    const app = await openExam([onePack(multi('m1'))]);
    await app.user.keyboard('aa');
    expect(screen.getByRole('button', { name: /^Question ?1, skipped$/ })).toBeVisible();
    await exit(app);
    expect(screen.getByText(/^\d of 1 answered/)).toHaveTextContent('0 of 1 answered, 20 min left');
  });

  it('can be paused by its own button, and hides the question meanwhile', async () => {
    const { app } = await halfway();
    await press(app, 'Pause');
    expect(await paused()).toHaveFocus();
    expect(screen.queryByText(/^What about/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Submit' })).toBeNull();
    await app.user.keyboard('anp');
    pass(app, 30 * minuteMs);
    expect(screen.getByText(/^1 of 2 answered, 19 min left\./)).toBeVisible();
    await press(app, 'Go on');
    expect(beta()).toBeChecked();
    expect(timeLeft()).toBe('19:00 left');
  });
});

describe('an exam that is dropped', () => {
  it('is nowhere any more: not on other screens, not among the exams, not at its address', async () => {
    const { app, address } = await halfway();
    await press(app, 'Pause');
    await press(app, 'Drop this exam');
    await press(app, 'Drop it and its answers');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Drop this exam' })).toBeNull());
    act(() => navigate('/notes'));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    expect(notice()).toBeNull();
    act(() => navigate('/exam'));
    await screen.findByRole('heading', { level: 1, name: 'Practice exam' });
    expect(screen.queryByRole('heading', { name: 'Under way' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Exams so far' })).toBeNull();
    act(() => navigate(address));
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing is here' })).toBeVisible();
  });

  it('leads back to where exams are begun', async () => {
    const { app } = await halfway();
    await press(app, 'Pause');
    await press(app, 'Drop this exam');
    await press(app, 'Drop it and its answers');
    expect(await screen.findByRole('button', { name: 'Start 2 questions' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Practice exam');
  });
});

describe('when the time is up', () => {
  it('practice asks, hides the question, and takes no answer', async () => {
    const { app } = await halfway();
    pass(app, 19 * minuteMs);
    expect(await timeUp()).toHaveFocus();
    expect(screen.getByText('1 of 2 answered, its time has run out.')).toBeVisible();
    expect(timeLeft()).toBe('0:00 left');
    expect(screen.queryByText(/^What about/)).toBeNull();
    await app.user.keyboard('a');
    await press(app, 'Submit exam');
    expect(await report()).toHaveTextContent('0 of 2, 0 %');
    expect(screen.queryByText('The time ran out, and the exam ended with it.')).toBeNull();
  });

  it('practice gives five more minutes, ten times at most', async () => {
    const { app } = await halfway();
    pass(app, 19 * minuteMs);
    await timeUp();
    await press(app, '5 more minutes');
    expect(question()).toHaveTextContent('Question 2 of 2');
    expect(question()).toHaveFocus();
    expect(timeLeft()).toBe('5:00 left');
    expect(beta()).toBeChecked();
    for (let turn = 1; turn < 10; turn += 1) {
      pass(app, 5 * minuteMs);
      await press(app, '5 more minutes');
    }
    pass(app, 5 * minuteMs);
    await timeUp();
    expect(screen.queryByRole('button', { name: '5 more minutes' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Submit exam' })).toBeVisible();
  });

  it('practice does not report more time used than there was', async () => {
    const { app } = await halfway();
    pass(app, 19 * minuteMs);
    await press(app, '5 more minutes');
    pass(app, 5 * minuteMs);
    await press(app, 'Submit exam');
    await report();
    expect(screen.getByText(/used\. Half of the answers/)).not.toHaveTextContent('25 min of 20 min used.');
  });

  it('practice asks one thing only, after the page was opened again, too', async () => {
    const { app, address } = await halfway();
    pass(app, 19 * minuteMs);
    await timeUp();
    const again = await closeAndOpen(app, address);
    await timeUp();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    await press(again, '5 more minutes');
    expect(question()).toHaveFocus();
    expect(timeLeft()).toBe('5:00 left');
  });

  it('a strict exam ends by itself, and its report says that the time ran out', async () => {
    const { app } = await halfway('Strict');
    pass(app, 18 * minuteMs);
    expect(timeLeft()).toBe('1:00 left');
    pass(app, minuteMs);
    expect(await report()).toHaveTextContent('0 of 2, 0 %');
    expect(screen.getByText('The time ran out, and the exam ended with it.')).toBeVisible();
    expect(screen.getByText('1 question not answered, which counts as wrong.')).toBeVisible();
  });
});

describe('a strict exam that is closed', () => {
  it('goes on, so that less time is left when it is opened again', async () => {
    const { app, address, name } = await halfway('Strict');
    // A second more has passed when the page is there.
    await closeAndOpen(app, address, { later: 9 * minuteMs - 1000 });
    await waitFor(() => expect(question()).toHaveFocus());
    expect(nameHere()).toBe(name);
    expect(beta()).toBeChecked();
    expect(timeLeft()).toBe('10:00 left');
  });

  it('ends with its time, with the answers that were given', async () => {
    const { app, address } = await halfway('Strict');
    await app.user.keyboard('a');
    await closeAndOpen(app, address, { later: 60 * minuteMs });
    expect(await report()).toHaveTextContent('1 of 2, 50 %');
    expect(screen.getByText('The time ran out, and the exam ended with it.')).toBeVisible();
  });

  it('is told of with the time that is left now', async () => {
    const { app } = await halfway('Strict');
    await exit(app);
    await app.user.click(screen.getByRole('link', { name: 'Notes' }));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    pass(app, 9 * minuteMs);
    await app.user.click(screen.getByRole('link', { name: 'Questions' }));
    await screen.findByRole('heading', { level: 1, name: 'Questions' });
    expect(notice()).toHaveTextContent('An exam is under way: 1 of 2 answered, 10 min left.');
  });
});
