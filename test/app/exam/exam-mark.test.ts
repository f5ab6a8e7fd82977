import { describe, expect, it } from 'vitest';
import { type ExamMark, examMark } from '../../../src/app/store/exam/exam-mark.ts';
import { untouched } from '../../../src/core/exam/attempt.ts';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { packId } from '../../core/ids.ts';
import { portsOf } from '../study-builders.tsx';

const fixed = { pack: packId('demo'), startedAt: 0 as Timestamp, limitMs: null, isStrict: false, questions: [] };

/** Two tabs of one browser over one mark. */
function twoTabs() {
  const ports = portsOf();
  const attempt = () => ({
    id: 'one',
    paper: { ...fixed, seed: ports.chance.seed() },
    sheet: [untouched],
    progress: { at: 0, leftMs: null, wall: ports.clock.now(), isPaused: false, extensions: 0 },
    ending: null,
  });
  const [first, second] = [examMark(ports, 'one'), examMark(ports, 'one')];
  const take = (mark: ExamMark) => {
    mark.take();
    mark.beat(attempt());
  };
  return { ports, first, second, take, beat: (mark: ExamMark) => mark.beat(attempt()) };
}

describe('the mark of an exam', () => {
  it('says to each tab whether the other has it', () => {
    const { first, second, take } = twoTabs();
    take(first);
    expect([first.isElsewhere(), second.isElsewhere()]).toEqual([false, true]);
    take(second);
    expect([first.isElsewhere(), second.isElsewhere()]).toEqual([true, false]);
  });

  it('stays with the tab that took it last, though the other had not heard of that when it told of itself', () => {
    const { first, second, take, beat } = twoTabs();
    take(first);
    take(second);
    beat(first);
    expect([second.isElsewhere(), second.isForeign()]).toEqual([false, false]);
    beat(second);
    expect(first.isElsewhere()).toBe(true);
  });

  it('can be taken by a tab whose clock was set back by years', () => {
    const { ports, first, second, take, beat } = twoTabs();
    take(first);
    ports.time.now -= 9 * 365 * 24 * 3_600_000;
    take(second);
    beat(first);
    expect(second.isForeign()).toBe(false);
    beat(second);
    expect(first.isForeign()).toBe(true);
  });

  it('is told of by a tab that another version wrote for, which says not since when', () => {
    const { ports, first } = twoTabs();
    const old = { tab: 'old', wall: ports.clock.now(), leftMs: null, extensions: 0, at: 0, spentMs: 0 };
    ports.marks.set('exam:one', JSON.stringify(old));
    expect(first.isElsewhere()).toBe(true);
    first.take();
    expect(first.isElsewhere()).toBe(false);
  });
});
