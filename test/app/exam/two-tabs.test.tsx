// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { lookAgain, minuteMs, openTwoTabs, pass, saved } from './exam-screen.tsx';

afterEach(cleanup);

describe('an exam in two tabs', () => {
  const elsewhere = { name: 'This exam is open in another tab' };

  it('is open in one of them; the other one can take it, and then the first one says so', async () => {
    const { app, first, second } = await openTwoTabs();
    expect(await second.page.findByRole('heading', elsewhere)).toBeVisible();
    expect(second.page.queryByText(/^What about/)).toBeNull();
    expect(second.page.queryByRole('button', { name: 'Submit' })).toBeNull();
    await app.user.click(second.page.getByRole('button', { name: 'Go on here' }));
    await app.user.click(await second.page.findByRole('button', { name: 'Go on' }));
    expect(second.page.getByRole('radio', { name: /Option beta/ })).toBeChecked();
    await app.user.click(second.page.getByRole('radio', { name: /Option gamma/ }));
    await saved(second);
    lookAgain();
    expect(await first.page.findByRole('heading', elsewhere)).toBeVisible();
    expect(first.page.queryByText(/^What about/)).toBeNull();
    await app.user.click(first.page.getByRole('button', { name: 'Go on here' }));
    await app.user.click(await first.page.findByRole('button', { name: 'Go on' }));
    expect(first.page.getByRole('radio', { name: /Option gamma/ })).toBeChecked();
    lookAgain();
    expect(await second.page.findByRole('heading', elsewhere)).toBeVisible();
  });

  it('is shown as the other tab left it to one that was asleep meanwhile, before anything is done to it', async () => {
    const { app, first, second } = await openTwoTabs();
    await second.page.findByRole('heading', elsewhere);
    await app.user.click(second.page.getByRole('button', { name: 'Go on here' }));
    await app.user.click(await second.page.findByRole('button', { name: 'Go on' }));
    await app.user.click(second.page.getByRole('radio', { name: /Option gamma/ }));
    await saved(second);
    // The second tab is killed, and nobody tells of the exam for a minute.
    app.wait(minuteMs);
    lookAgain();
    await app.user.click(await first.page.findByRole('button', { name: /^Go on/ }));
    expect(first.page.getByRole('radio', { name: /Option gamma/ })).toBeChecked();
  });

  it('spends its time once', async () => {
    const { app, first, second } = await openTwoTabs();
    await second.page.findByRole('heading', elsewhere);
    pass(app, 2 * minuteMs, 4000);
    expect(first.page.getByRole('timer')).toHaveTextContent('18:00 left');
    await app.user.click(second.page.getByRole('button', { name: 'Go on here' }));
    await app.user.click(await second.page.findByRole('button', { name: 'Go on' }));
    pass(app, minuteMs, 4000);
    expect(second.page.getByRole('timer')).toHaveTextContent('17:00 left');
    expect(await first.page.findByRole('heading', elsewhere)).toBeVisible();
  });
});
