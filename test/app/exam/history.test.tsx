// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import type { OpenedApp } from '../study-builders.tsx';
import {
  begin,
  type ExamApp,
  examAddress,
  handIn,
  minuteMs,
  openAt,
  openExam,
  openSetup,
  pass,
  press,
  rowsOf,
  score,
  shortPack,
} from './exam-screen.tsx';

afterEach(cleanup);

describe('the history of exams', () => {
  const rows = () => rowsOf(screen.getByRole('table'));

  async function sitShort(app: ExamApp, keys: string, rules?: 'Strict'): Promise<string> {
    await begin(app, rules && { rules });
    const address = examAddress();
    await app.user.keyboard(keys);
    pass(app, 30_000);
    await handIn(app);
    await app.user.click(screen.getByRole('link', { name: 'All exams' }));
    await screen.findByRole('heading', { name: 'Exams so far' });
    return address;
  }

  it('lists every exam, the latest first, each with the way to its report, and those under way above', async () => {
    const app = await openSetup([shortPack()]);
    expect(screen.queryByRole('heading', { name: 'Exams so far' })).toBeNull();
    const first = await sitShort(app, 'anb');
    app.wait(60 * minuteMs);
    const second = await sitShort(app, 'ana', 'Strict');
    expect(rows().map((row) => row.slice(1))).toEqual([
      ['2 of 2 (100 %)', '30 s', 'strict'],
      ['1 of 2 (50 %)', '30 s', 'practice'],
    ]);
    expect(rows()[0]?.[0]).toMatch(/, 2 questions$/);
    const links = within(screen.getByRole('table')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([`${second}/report`, `${first}/report`]);
    await begin(app);
    await app.user.click(screen.getByRole('link', { name: 'Exit' }));
    await screen.findByRole('heading', { name: 'Under way' });
    expect(screen.getByText('0 of 2 answered, 20 min left')).toBeVisible();
    expect(rows()).toHaveLength(2);
    await app.user.click(screen.getAllByRole('link', { name: /, 2 questions$/ })[1] as HTMLElement);
    expect(await score()).toHaveTextContent('1 of 2, 50 %');
  });
});

describe('the address of an exam', () => {
  const nothing = () => screen.findByRole('heading', { level: 1, name: 'Nothing is here' });

  it.each(['/exam/nothing', '/exam/nothing/report', '/exam/Nothing', '/exam/nothing/else'])(
    '%s is not found where no exam has it',
    async (path) => {
      await openAt(path, [shortPack()]);
      expect(await nothing()).toBeVisible();
    },
  );

  async function go(app: OpenedApp, path: string): Promise<void> {
    act(() => navigate('/notes'));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    app.wait(minuteMs);
    act(() => navigate(path));
  }

  it('leads to the exam while it is under way, and to the report after it', async () => {
    const app = await openExam([shortPack()]);
    const address = examAddress();
    await go(app, `${address}/report`);
    await screen.findByRole('heading', { name: 'The exam is paused' });
    expect(location.pathname).toBe(address);
    await press(app, 'Go on');
    await handIn(app);
    expect(location.pathname).toBe(`${address}/report`);
    await go(app, address);
    expect(await score()).toHaveTextContent('0 of 2, 0 %');
    expect(location.pathname).toBe(`${address}/report`);
  });
});
