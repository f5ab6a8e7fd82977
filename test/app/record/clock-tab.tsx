import { expect } from 'vitest';
import { createStores } from '../../../src/app/store/stores.tsx';
import type { CardId } from '../../../src/core/model/id.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { cardId, showingId } from '../../core/ids.ts';
import { type PortOptions, portsOf } from '../study-builders.tsx';

export const one = cardId('demo/one');
export const two = cardId('demo/two');
export const dayMs = 24 * 60 * 60 * 1000;

/** The stores of a tab that is opened at a moment. */
export async function openTab(options: PortOptions, now: number) {
  const ports = portsOf(options);
  ports.time.now = now;
  const { record } = createStores(ports);
  await record.getState().open();
  let showings = 0;
  const answer = (card: CardId, r: Rating = 3) =>
    record.getState().answer({ card, rev: 'r', r, took: 1, at: showingId(`${options.tab}-${showings++}`) });
  const saved = () => expect.poll(() => record.getState().save).toBe('saved');
  return { record, time: ports.time, answer, saved, state: () => record.getState() };
}

export const start = portsOf().time.now;
