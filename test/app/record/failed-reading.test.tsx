// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../src/app/store/stores.tsx';
import { openApp, portsOf } from '../study-builders.tsx';
import { answerTo, cutRecord, past, storeOf } from './cut-record.ts';

afterEach(cleanup);

const unreadable = () => Promise.reject(new DOMException('The file could not be read', 'NotReadableError'));

describe('stores that cannot be read', () => {
  it('are said to be why there is no backup, until one is made', async () => {
    const { stores, user } = openApp('/settings', { marks: { started: '1' } });
    const backUp = await screen.findByRole('button', { name: 'Back up now' });
    const { whole } = stores.record.getState();
    stores.record.setState({ whole: unreadable });
    await user.click(backUp);
    const page = within(screen.getByRole('main'));
    expect(await page.findByText(/^The backup could not be made\. The storage of this browser/)).toBeVisible();
    expect(screen.getByText('No backup yet.', { exact: false })).toBeVisible();
    stores.record.setState({ whole });
    await user.click(backUp);
    expect(await screen.findByText(/^Last backup/)).toBeVisible();
    expect(page.queryByText(/could not be made/)).toBeNull();
  });

  it('are compared another time: the record that was read from a snapshot stays open', async () => {
    const store = await storeOf(past);
    const ports = portsOf({ store, openRecord: async () => ({ ...(await cutRecord(store)), verify: unreadable }) });
    const { record } = createStores(ports);
    await record.getState().open();
    record.getState().answer(answerTo('two', 'now'));
    await expect.poll(() => record.getState()).toMatchObject({ opening: 'open', save: 'saved', report: null });
    expect(record.getState().entries).toBe(past.length + 1);
  });
});
