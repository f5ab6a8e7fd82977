import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShowingId } from '../../../../src/core/model/id.ts';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import { buildBase } from '../../../../src/core/scheduler/fold/base/build-base.ts';
import type { Cut } from '../../../../src/core/scheduler/fold/base/cut-log.ts';
import { lineageOf, noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../../src/core/scheduler/fold/live-fold.ts';
import { anyHistory, at, writeLog } from '../../../log-builders.ts';
import { descent } from '../any-lineage.ts';
import { again, expectToEqualWhole, folding } from './equal-whole.ts';

describe('the whole log', () => {
  const cut: Cut = { entries: 5, days: 0, most: 1000 };
  function started() {
    const log = writeLog();
    for (let step = 0; step < 20; step += 1) log.answer(`c${step % 4}`, 3, at(step));
    return { log, live: startLiveFold(again(buildBase(log.entries, folding, cut))) };
  }

  it.each<[string, (log: ReturnType<typeof writeLog>) => LogEntry]>([
    ['an entry that belongs into the base', () => writeLog('late').answer('c0', 3, at(3))],
    ['another content at a place of the base', ({ entries }) => ({ ...entries[3]!, ms: at(30) })],
    ['another content at a place of the tail', ({ entries }) => ({ ...entries[18]!, r: 1 }) as LogEntry],
    ['an undo of what the base holds', (log) => log.undo(log.entries[3]!, at(30))],
    [
      'a clock correction',
      (log) => log.write({ t: 'clock-fix', ref: log.entries[0]!.log, from: 1, to: 2, delta: 5 }, at(30)),
    ],
    [
      'a showing that the base has counted',
      ({ entries, answer }) => answer('c3', 3, at(30), { at: showingOf(entries[3]) }),
    ],
  ])('[S17] is needed for %s, until it has been read', (_, next) => {
    const { log, live } = started();
    const entry = next(log);
    expect(live.add([entry])).toBe('needs-whole');
    expect(live.add([log.answer('c0', 3, at(31))])).toBe('needs-whole');
    expect(live.tail).toContain(entry);
    const whole = startLiveFold(buildBase([...log.entries, entry], folding, cut));
    expectToEqualWhole(whole, [...log.entries, entry], noLineage);
  });

  it('[S17] is needed for what a split question still hears under its old name', () => {
    const log = writeLog();
    const lineage = lineageOf([descent('left', ['one']), descent('right', ['one'])]);
    log.answer('one', 3, at(0));
    log.answer('two', 3, at(1));
    const live = startLiveFold(
      again(buildBase(log.entries, { ...folding, lineage }, { entries: 1, days: 0, most: 1000 })),
    );
    expect(live.add([log.answer('one', 3, at(2))])).toBe('needs-whole');
  });

  it('[S17] is needed for what an undo of the base has waited for', () => {
    const log = writeLog();
    const lost = writeLog('lost').answer('c1', 3, at(40));
    log.undo(lost, at(1));
    for (let step = 2; step < 20; step += 1) log.answer('c1', 3, at(step));
    const live = startLiveFold(again(buildBase(log.entries, folding, cut)));
    expect(live.add([lost])).toBe('needs-whole');
  });

  it('[S17] is never needed while the base is empty', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const live = startLiveFold(again(buildBase([], folding)));
        for (const entry of history) expect(live.add([entry])).not.toBe('needs-whole');
        expectToEqualWhole(live, history, noLineage);
      }),
      { numRuns: 100 },
    );
  });
});

function showingOf(entry: LogEntry | undefined): ShowingId {
  if (entry?.t !== 'answer') throw new Error('no answer');
  return entry.at;
}
