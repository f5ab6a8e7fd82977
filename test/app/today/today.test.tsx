// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { StudyDay } from '../../../src/core/model/id.ts';
import { cardId, logId, showingId } from '../../core/ids.ts';
import { choice, goodReport, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };

describe('Today', () => {
  it('says how many cards are ready and how long they take, with their topics', async () => {
    openApp('/', { marks });
    expect(await screen.findByRole('heading', { name: '3 cards ready · about 2 min' })).toBeVisible();
    expect(screen.getByRole('list', { name: 'Topics' })).toHaveTextContent('Ports 3');
    expect(screen.getByRole('link', { name: 'Start review' })).toHaveAttribute('href', '/review');
  });

  it('offers five minutes of a set that takes longer', async () => {
    const questions = Array.from({ length: 40 }, (_, n) => choice(`q${n}`));
    const { stores } = openApp('/', { marks, questions });
    stores.record.getState().setting('newPerDay', 40);
    const link = await screen.findByRole('link', { name: '5 minutes only' });
    expect(link).toHaveAttribute('href', '/review?minutes=5');
  });

  it('is not a first visit when only a high-water mark is left, and tells what is missing of which day', async () => {
    const day = (Date.UTC(2026, 2, 3) / 86_400_000) as StudyDay;
    const report = { ...goodReport, missing: [{ log: logId('old'), count: 12, day }] };
    openApp('/', { marks: { 'hw:old': '12 0 0' }, report });
    const notice = await screen.findByRole('region', { name: 'Answers are missing' });
    expect(notice).toHaveTextContent(/12 of your saved entries are missing \(of March 3, 2026\)/);
    expect(screen.getByRole('link', { name: 'Restore a backup' })).toHaveAttribute('href', '/settings#data');
  });

  it('says that the record is temporary where one of the two stores is missing', async () => {
    openApp('/', { marks, report: { ...goodReport, opfs: 'SecurityError' } });
    expect(await screen.findByText('Temporary:')).toBeVisible();
  });

  it('leads back to a review that was left', async () => {
    const { stores, user, wait } = openApp('/review', { marks });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    wait();
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('link', { name: 'Exit' }));
    expect(await screen.findByText('1 of 3 cards done. You can go on where you stopped.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Continue review' }));
    expect(await screen.findByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
    expect(stores.session.getState().session?.history).toHaveLength(1);
  });

  it('says when the next cards come once nothing is ready, and practice ahead moves what is missed', async () => {
    const { stores, user, wait } = openApp('/', { marks, questions: [choice('one')] });
    const { answer } = stores.record.getState();
    answer({ card: cardId('demo/one'), rev: 'r1', r: 3, took: 1, at: showingId('before') });
    wait(24 * 60 * 60 * 1000);
    await user.click(screen.getByRole('link', { name: 'Notes' }));
    await user.click(screen.getByRole('link', { name: 'Today' }));
    expect(await screen.findByRole('heading', { name: 'You’re up to date' })).toBeVisible();
    expect(screen.getByText('Next cards: tomorrow morning.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Practise ahead' }));
    expect(await screen.findByRole('heading', { name: 'Nothing is ready. Practise ahead?' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Practise ahead' }));
    wait();
    await user.keyboard('b{Enter}');
    expect(screen.getByText('Practice. Not due yet: it counts only if you miss it.')).toBeVisible();
    const answers = stores.record
      .getState()
      .recent()
      .filter(({ t }) => t === 'answer');
    expect(answers).toMatchObject([{ r: 3 }, { r: 1, how: 'practice' }]);
  });

  it('offers more than today’s set once it is done, and counts it', async () => {
    const questions = Array.from({ length: 30 }, (_, n) => choice(`q${n}`));
    const { stores, user } = openApp('/', { marks, questions });
    const { answer } = stores.record.getState();
    for (let n = 0; n < 12; n += 1)
      answer({ card: cardId(`demo/q${n}`), rev: 'r1', r: 3, took: 1, at: showingId(`${n}`) });
    expect(await screen.findByRole('heading', { name: 'You’re up to date' })).toBeVisible();
    expect(screen.getByText('Next cards: tomorrow morning.')).toBeVisible();
    expect(screen.getByRole('link', { name: '5 more minutes' })).toHaveAttribute('href', '/review?minutes=5');
    await user.click(screen.getByRole('link', { name: '10 more' }));
    await waitFor(() => expect(stores.session.getState().session?.cards).toHaveLength(10));
    expect(stores.session.getState().how).toBe('review');
  });

  it('has nothing to practise right after everything was answered', async () => {
    const { stores, user } = openApp('/', { marks, questions: [choice('one')] });
    stores.record.getState().answer({ card: cardId('demo/one'), rev: 'r1', r: 3, took: 1, at: showingId('now') });
    expect(await screen.findByRole('heading', { name: 'You’re up to date' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Practise ahead' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Review' }));
    expect(await screen.findByRole('heading', { name: 'Nothing is ready.' })).toBeVisible();
  });

  it('says how long what waits will take, and what will have been seen by the exam', async () => {
    const questions = Array.from({ length: 1500 }, (_, n) => choice(`q${n}`));
    const { stores, wait } = openApp('/', { marks, questions });
    const { answer, setting } = stores.record.getState();
    for (let n = 0; n < 200; n += 1)
      answer({ card: cardId(`demo/q${n}`), rev: 'r1', r: 3, took: 20_000, at: showingId(`${n}`) });
    wait(5 * 24 * 60 * 60 * 1000);
    setting('examDate', '2027-02-20');
    setting('minutesPerDay', 5);
    expect(
      await screen.findByText(/more are waiting. Nothing is lost by spreading them out; at this pace/),
    ).toBeVisible();
    expect(
      screen.getByText(/At 5 min a day you will have seen about \d+ of 1500 cards by the exam. .* would be enough/),
    ).toBeVisible();
  });

  it('says that cards stay unseen because the settings ask for no new ones', async () => {
    const { stores } = openApp('/', { marks });
    stores.record.getState().setting('examDate', '2027-02-20');
    stores.record.getState().setting('newPerDay', 0);
    expect(
      await screen.findByText('By the exam you will have seen 0 of 3 cards: your settings ask for no new ones.'),
    ).toBeVisible();
  });

  it('shows the exam with its weekday and the days that are left', async () => {
    const { stores } = openApp('/', { marks });
    stores.record.getState().setting('examDate', '2026-12-14');
    const exam = await screen.findByRole('region', { name: 'Exam: Monday, December 14, 2026' });
    expect(exam).toHaveTextContent(/days left ?21/);
  });

  it('continues reading where it stopped', async () => {
    const { stores } = openApp('/', { marks });
    expect(await screen.findByRole('heading', { name: 'Start reading' })).toBeVisible();
    stores.record.getState().remember('reading', 'ports#dynamic');
    expect(await screen.findByRole('link', { name: 'Ports › Dynamic ports' })).toHaveAttribute(
      'href',
      '/notes/demo/ports#dynamic',
    );
  });
});
