import { describe, expect, it } from 'vitest';
import type { ShowingId } from '../../../../src/core/model/id.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { spreadOf } from '../../../../src/core/scheduler/memory/spread.ts';
import { at, card, writeLog } from '../../../log-builders.ts';
import { showingId } from '../../ids.ts';
import { foldInRows, foldLog } from '../fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

/** Two names that are one by the 32 bits of what is made of them: among so many there are some. */
function alike<Made extends string>(make: (name: string) => Made): readonly [string, string] {
  const seen = new Map<number, string>();
  for (let index = 0; index < 300_000; index += 1) {
    const name = `${spreadOf(`a${index}`).toString(36)}-${spreadOf(`b${index}`).toString(36)}`;
    const bits = spreadOf(make(name));
    const other = seen.get(bits);
    if (other !== undefined) return [other, name];
    seen.set(bits, name);
  }
  throw new Error('No two names are alike');
}

describe('a fold of many cards in rows', () => {
  it('[S12] tells cards apart whose hashes are the same', () => {
    const [one, other] = alike(card);
    const log = writeLog();
    log.answer(one, 3, at(0));
    log.answer(other, 1, at(1));
    const states = foldInRows(log.entries, 0.9);
    expect([states.get(card(one))?.lastRating, states.get(card(other))?.lastRating]).toEqual([3, 1]);
  });

  it('[S20] tells showings apart whose hashes are the same, and counts each of them once', () => {
    const log = writeLog();
    const showings = alike((name) => name) as readonly string[] as readonly ShowingId[];
    for (const showing of [...showings, ...showings]) log.answer('one', 3, at(0), { at: showing });
    expect(foldInRows(log.entries, 0.9).get(card('one'))?.reps).toBe(2);
  });

  it('[S20] counts each of 2,000 showings of one card once', () => {
    const log = writeLog();
    for (const round of [0, 1]) {
      for (let index = 0; index < 2000; index += 1) {
        log.answer('one', 3, at(round), { at: showingId(`showing-${index}`) });
      }
    }
    expect(foldInRows(log.entries, 0.9).get(card('one'))?.reps).toBe(2000);
  });

  it('[S13] gives 5,000 cards what each has alone', () => {
    const log = writeLog();
    for (let index = 0; index < 10_000; index += 1) {
      log.answer(`card-${(index * 7919) % 5000}`, index % 3 === 0 ? 1 : 4, at(Math.floor(index / 100)));
    }
    log.write({ t: 'note', card: card('card-7'), text: 'Mine' });
    log.write({ t: 'flag', card: card('card-8'), value: true });
    const states = foldInRows(log.entries, 0.9);
    expect(states.size).toBe(5000);
    for (const name of ['card-0', 'card-7', 'card-8', 'card-999', 'card-4999']) {
      const own = log.entries.filter((entry) => 'card' in entry && entry.card === card(name));
      expect(states.get(card(name))).toEqual(foldLog(own, scheduler).get(card(name)));
    }
  });
});
