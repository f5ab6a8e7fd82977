import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { CardId, StudyDay } from '../../../src/core/model/id.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import { lineageOf, lineOfCard } from '../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../src/core/scheduler/fold/live-fold.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { anyHistory, at, card, writeLog } from '../../log-builders.ts';
import { anyLineage, corrected, descent, merged, renamed, split } from './any-lineage.ts';
import { foldInRows, foldLog } from './fold-log.ts';
import { naiveFold } from './naive-fold.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const runs = { numRuns: 200 };

describe('a renamed question', () => {
  it('[S60] has the history that it would have had under its new id all along', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const lineage = lineageOf([descent('two', ['one'])]);
        const naive = naiveFold(history, scheduler, new Map([[card('one'), card('two')]]));
        const states = foldLog(history, scheduler, lineage);
        expect(sorted(states)).toEqual(sorted(naive));
      }),
      runs,
    );
  });

  it('[S60] keeps the cards of a cloze apart', () => {
    const log = writeLog();
    log.answer('one/1', 3);
    log.answer('one/2', 1);
    const states = foldLog(log.entries, scheduler, renamed);
    expect([...states].map(([id, { lastRating }]) => [id, lastRating])).toEqual([
      [card('new/1'), 3],
      [card('new/2'), 1],
    ]);
  });

  it('[S61] may be renamed twice while the middle name is in the pack', () => {
    const log = writeLog();
    log.answer('one', 3);
    const lineage = lineageOf([descent('two', ['one'], { status: 'retired' }), descent('three', ['two'])]);
    expect([...foldLog(log.entries, scheduler, lineage).keys()]).toEqual([card('three')]);
  });
});

describe('a split question', () => {
  it('[S62] gives each child its schedule with half the interval', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const before = foldLog(history, scheduler).get(card('one'));
        const states = foldLog(history, scheduler, split);
        for (const name of ['left', 'right']) expect(states.get(card(name))).toEqual(before && halved(before, name));
        expect(states.has(card('one'))).toBe(false);
      }),
      runs,
    );
  });

  it('[S62] lets a child go its own way afterwards', () => {
    const log = writeLog();
    log.answer('one', 3);
    log.answer('left', 1, at(2));
    const states = foldLog(log.entries, scheduler, split);
    expect([states.get(card('left'))?.lastRating, states.get(card('right'))?.lastRating]).toEqual([1, 3]);
  });
});

function halved(before: CardState, name: string): CardState {
  if (before.due === null) return { ...before, card: card(name) };
  const stability = before.stability / 2;
  const due = before.lastRating === 1 ? before.due : ((before.lastDay + scheduler.interval(stability)) as StudyDay);
  return { ...before, card: card(name), stability, due };
}

describe('a merged question', () => {
  it('[S63] is due when the first of its parents was', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const before = foldLog(history, scheduler);
        const dues = ['one', 'two'].flatMap((name) => before.get(card(name))?.due ?? []);
        const due = dues.length === 0 ? null : Math.min(...dues);
        expect(foldLog(history, scheduler, merged).get(card('both'))?.due ?? null).toBe(due);
      }),
      runs,
    );
  });

  it('[S39] was missed when one of its parents was last', () => {
    const log = writeLog();
    log.answer('one', 1, at(0));
    log.answer('two', 1, at(2));
    log.answer('two', 3, at(3));
    const days = (lineage: typeof merged | undefined) => foldLog(log.entries, scheduler, lineage);
    expect(days(merged).get(card('both'))?.missedDay).toBe(days(undefined).get(card('two'))?.missedDay);
  });

  it('[S63] keeps what the learner wrote on either, and stays suspended only if both were', () => {
    const log = writeLog();
    log.write({ t: 'note', card: card('one'), text: 'Mine.' });
    log.write({ t: 'note', card: card('two'), text: 'Also mine.' });
    log.write({ t: 'flag', card: card('two'), value: true });
    log.write({ t: 'suspend', card: card('one'), value: true });
    const state = foldLog(log.entries, scheduler, merged).get(card('both'));
    expect(state).toMatchObject({ note: 'Mine.\n\nAlso mine.', flagged: true, suspended: false });
  });
});

describe('a corrected key', () => {
  it('[S64] voids the answers of earlier days, and says how many', () => {
    const log = writeLog();
    log.answer('one', 4, at(0));
    log.answer('one', 4, at(1));
    const state = foldLog(log.entries, scheduler, corrected).get(card('one'));
    expect(state).toMatchObject({ reps: 0, due: null, voided: 2 });
  });

  it('[S64] voids an answer to the wrong key that was given later, by a device that was offline', () => {
    const log = writeLog();
    log.answer('one', 4, at(9), { rev: 'r0' });
    expect(foldLog(log.entries, scheduler, corrected).get(card('one'))).toMatchObject({ reps: 0, voided: 1 });
  });

  it('[S64] never voids an answer to the key of now, nor one of that day', () => {
    const log = writeLog();
    log.answer('one', 3, at(0), { rev: 'r2' });
    log.answer('one', 3, at(2), { rev: 'r1' });
    expect(foldLog(log.entries, scheduler, corrected).get(card('one'))).toMatchObject({ reps: 2, voided: 0 });
  });

  it('[S64] forgets the void answers once the card was answered again', () => {
    const log = writeLog();
    log.answer('one', 4, at(0));
    log.answer('one', 3, at(5), { rev: 'r2' });
    expect(foldLog(log.entries, scheduler, corrected).get(card('one'))).toMatchObject({ reps: 1, voided: 0 });
  });

  it('[S64] equals a history without the void answers', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        // Every answer of anyHistory is to r1; undos are left out because they name entries by their content.
        const kept = history.filter(({ t }) => t !== 'undo' && t !== 'clock-fix');
        const lineage = lineageOf([descent('one', [], { corrected: { on: '1990-01-01', voids: ['r1'] } })]);
        const without = kept.filter((entry) => !(entry.t === 'answer' && entry.card === card('one')));
        const { voided, ...state } = foldLog(kept, scheduler, lineage).get(card('one')) ?? { voided: 0 };
        const { voided: none, ...expected } = foldLog(without, scheduler).get(card('one')) ?? { voided: 0 };
        if (Object.keys(expected).length > 0) expect(state).toEqual(expected);
        expect([none, voided >= 0]).toEqual([0, true]);
      }),
      runs,
    );
  });
});

describe('the fold under any lineage', () => {
  it('[S65] is a function of a set', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, (history, lineage) => {
        const backwards = structuredClone([...history, ...history]).reverse();
        expect(sorted(foldLog(backwards, scheduler, lineage))).toEqual(sorted(foldLog(history, scheduler, lineage)));
      }),
      runs,
    );
  });

  it('[S65] is the same for the cards of one line alone, and in rows', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, (history, lineage) => {
        const states = foldInRows(history, 0.9, lineage);
        expect(sorted(states)).toEqual(sorted(foldLog(history, scheduler, lineage)));
        for (const name of ['one', 'two', 'three', 'left', 'right', 'both', 'new', 'last']) {
          const line = lineOfCard(card(name), lineage);
          const own = history.filter((entry) => !('card' in entry) || line.includes(entry.card));
          expect(foldInRows(own, 0.9, lineage).get(card(name))).toEqual(states.get(card(name)));
        }
      }),
      runs,
    );
  });

  it('[S65] is the same when entries are added one by one', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, fc.nat({ max: 40 }), (history, lineage, known) => {
        const live = startLiveFold(buildBase(history.slice(0, known), { desiredRetention: 0.9, lineage }));
        for (const entry of history.slice(known)) {
          const before = new Map(live.states);
          const touched = new Set<string>(live.add([entry]));
          for (const [id, state] of live.states) if (state !== before.get(id)) expect(touched).toContain(id);
        }
        expect(sorted(live.states)).toEqual(sorted(foldLog(history, scheduler, lineage)));
      }),
      runs,
    );
  });
});

describe('a lineage', () => {
  it('[S66] passes over an id that is still asked, and over circles', () => {
    const asked = lineageOf([descent('one'), descent('new', ['one'])]);
    const circle = lineageOf([
      descent('one', ['two'], { status: 'retired' }),
      descent('two', ['one'], { status: 'retired' }),
    ]);
    expect([asked.heirs.size, circle.heirs.size]).toEqual([0, 1]);
  });
});

function sorted(states: ReadonlyMap<CardId, CardState>): readonly [CardId, CardState][] {
  return [...states].sort(([a], [b]) => (a < b ? -1 : 1));
}
