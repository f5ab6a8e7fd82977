// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { MemoryFinding } from '../../../src/core/scheduler/fit/measure-memory.ts';
import { openApp } from '../study-builders.tsx';
import { pageAfter } from './measured-learner.ts';

afterEach(cleanup);

const name = 'Intervals that follow your own memory';
const found = (finding: MemoryFinding) => ({ openMemoryMeter: async () => ({ measure: async () => finding }) });

async function ownIntervals(words: RegExp): Promise<HTMLElement> {
  const field = await screen.findByRole('checkbox', { name });
  await waitFor(() => expect(field).toHaveAccessibleDescription(words));
  return field;
}

describe('the settings of study', () => {
  it('say from when on the own memory is measured', async () => {
    openApp('/settings');
    const words = /^Intervals follow what is usual for many learners; from 400 answers to cards of earlier days on/;
    expect(await ownIntervals(words)).toBeChecked();
  });

  it('say that intervals follow the own memory, go back to the usual one, and on again', async () => {
    const { user, stores } = openApp('/settings');
    stores.record.getState().setting('parameters', 'fsrs-6 -0.5 0 0 0 0 812 2026-12-03');
    const own = /^Intervals follow your own memory, measured from 812 answers on Dec 3, 2026\.$/;
    const field = await ownIntervals(own);
    await user.click(field);
    await ownIntervals(/^Intervals follow what is usual for many learners\. Your own memory was measured from 812/);
    expect(field).not.toBeChecked();
    expect(stores.record.getState().settings.ownIntervals).toBe(false);
    field.focus();
    await user.keyboard(' ');
    await ownIntervals(own);
    expect(field).toBeChecked();
  });

  it('say when answers fit what is usual as well as anything else', async () => {
    openApp('/settings', { ...(await pageAfter(500)), ...found({ t: 'kept', answers: 450 }) });
    await ownIntervals(/many learners: your 450 answers fit that as well as anything else\.$/);
  });

  it('say why it could not be measured, in words', async () => {
    const openMemoryMeter = async () => {
      throw new TypeError('Failed to fetch dynamically imported module: /assets/meter.js');
    };
    openApp('/settings', { ...(await pageAfter(500)), openMemoryMeter });
    await ownIntervals(/could not be measured today\. A part of Sveska could not be loaded\./);
  });

  it('name no day that there is not', async () => {
    const { stores } = openApp('/settings');
    stores.record.getState().setting('parameters', 'fsrs-6 -0.5 0 0 0 0 1 2026-99-99');
    await ownIntervals(/measured from 1 answer\.$/);
  });
});
