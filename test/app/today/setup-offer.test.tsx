// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const studied = { started: '1' };

/** Today of a learner who was here before, on 23 November 2026. */
async function openToday(marks: Readonly<Record<string, string>> = studied): Promise<OpenedApp> {
  const app = openApp('/', { marks });
  await screen.findByRole('heading', { name: /cards ready/ });
  return app;
}

const date = () => screen.getByLabelText(/Exam date/);
const minutes = () => screen.getByLabelText('Minutes a day');
const offer = () => screen.queryByRole('form', { name: 'Fit this to your days' });
const settings = ({ stores }: OpenedApp) => stores.record.getState().settings;

async function keep({ user }: OpenedApp, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.type(field, text);
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

describe('the offer to fit the days', () => {
  it('keeps an exam date and the minutes of a day, and is not made again', async () => {
    const app = await openToday();
    await app.user.type(date(), '2026-12-14');
    await keep(app, minutes(), '25');
    expect(settings(app)).toMatchObject({ examDate: '2026-12-14', minutesPerDay: 25 });
    expect(offer()).toBeNull();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Saved. You can change both in Settings.'),
    );
  });

  it('takes no for an answer, without losing the focus, on the next visit too', async () => {
    const { user, ports } = await openToday();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(document.body).not.toHaveFocus();
    cleanup();
    await openToday({ ...studied, setup: ports.marks.get('setup') ?? '' });
    expect(offer()).toBeNull();
  });

  it('is not made to who has set either of them already', async () => {
    const { stores } = await openToday();
    stores.record.getState().setting('minutesPerDay', 20);
    await waitFor(() => expect(offer()).toBeNull());
  });

  it.each([
    ['0', '5 minutes is the least.'],
    ['500', '240 minutes is the most.'],
    ['7.5', 'Only whole minutes are possible.'],
    [' ', 'A number of minutes from 5 to 240 is needed.'],
  ])('refuses %s minutes with words, and the focus goes to the field', async (text, words) => {
    const app = await openToday();
    await keep(app, minutes(), text);
    expect(minutes()).toHaveFocus();
    expect(minutes()).toHaveAccessibleDescription(words);
    expect(settings(app).minutesPerDay).toBe(15);
  });

  it('refuses an exam that is past with words, and takes one of today', async () => {
    const app = await openToday();
    await keep(app, date(), '2026-11-22');
    expect(date()).toHaveFocus();
    expect(date()).toHaveAccessibleDescription('November 22, 2026 is past. Choose a day from today on.');
    expect(settings(app).examDate).toBe('');
    await keep(app, date(), '2026-11-23');
    expect(settings(app).examDate).toBe('2026-11-23');
  });
});

describe('a setting', () => {
  const field = (name: string) => screen.getByRole('spinbutton', { name });

  async function openSettings(): Promise<OpenedApp> {
    const app = openApp('/settings', { marks: studied });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    return app;
  }

  it.each([
    ['Minutes a day', '0', '5 minutes is the least. It is now 5.', 5],
    ['Minutes a day', '500', '240 minutes is the most. It is now 240.', 240],
    ['Minutes a day', '7.5', 'Only whole minutes are possible. It is now 8.', 8],
    ['New cards a day', '-1', '0 cards is the least. It is now 0.', 0],
    ['New cards a day', '', 'A number of cards from 0 to 100 is needed. It is still 12.', 12],
    ['How much you want to remember', '99', '95 percent is the most. It is now 95.', 95],
    ['Text size', '80', '90 percent is the least. It is now 90.', 90],
  ])('%s of “%s” is put right, and words beside it and for the ear say so', async (name, text, words, now) => {
    const { user } = await openSettings();
    await user.clear(field(name));
    if (text !== '') await user.type(field(name), text);
    await user.tab();
    expect(field(name)).toHaveValue(now);
    expect(field(name)).toHaveAccessibleDescription(new RegExp(`^${words.replaceAll('.', '\\.')}`));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(words));
  });

  it('says nothing of a number that it takes, and forgets what it said when another is typed', async () => {
    const { user } = await openSettings();
    await user.clear(field('Minutes a day'));
    await user.type(field('Minutes a day'), '500{Enter}');
    expect(screen.getByText(/is the most/, { selector: '.field-message' })).toBeVisible();
    await user.clear(field('Minutes a day'));
    await user.type(field('Minutes a day'), '30{Enter}');
    expect(screen.queryByText(/is the most/, { selector: '.field-message' })).toBeNull();
  });

  it('refuses an exam date that is past, keeps the one before it, and says so', async () => {
    const app = await openSettings();
    app.stores.record.getState().setting('examDate', '2026-12-14');
    await waitFor(() => expect(date()).toHaveValue('2026-12-14'));
    fireEvent.change(date(), { target: { value: '2020-01-02' } });
    expect(date()).toHaveAccessibleDescription(/^January 2, 2020 is past\. .* Nothing was changed\./);
    expect(settings(app).examDate).toBe('2026-12-14');
  });
});
