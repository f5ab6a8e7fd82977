import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestWins } from '../../../../src/core/ecs/scaling/largest-wins.ts';
import { trackTarget } from '../../../../src/core/ecs/scaling/target-tracking.ts';
import { runsOf } from '../../../seed.ts';

describe('[G15] of several policies', () => {
  it('the largest capacity wins: of 10 tasks, 3 more or 200 percent more', () => {
    expect(
      largestWins([
        { policy: 'by tasks', capacity: 13 },
        { policy: 'by percent', capacity: 30 },
      ]),
    ).toEqual({ capacity: 30, by: ['by percent'] });
    expect(() => largestWins([])).toThrow(/Inconsistent/);
  });

  it('nobody is passed over, and tasks stop only if all want so', () => {
    const anyWanted = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyWanted, fc.nat({ max: 9 }), (wanted, running) => {
        const { capacity, by } = largestWins(wanted.map((tasks, at) => ({ policy: String(at), capacity: tasks })));
        expect(wanted.toSorted((a, b) => b - a)[0]).toBe(capacity);
        expect(by).toEqual([...wanted.keys()].filter((at) => wanted[at] === capacity).map(String));
        expect(capacity < running).toBe(wanted.every((tasks) => tasks < running));
      }),
      { numRuns: runsOf(200, 10_000) },
    );
  });
});

describe('target tracking', () => {
  const track = (metric: number | null, running: number, disableScaleIn = false) =>
    trackTarget({ target: 50, disableScaleIn }, metric, { running, min: 1, max: 12 });

  it('[G16] is a model of teaching, and says so', () => {
    expect(track(75, 4)).toEqual({ capacity: 6, because: 'above target', isModel: true });
    expect(track(51, 4)).toMatchObject({ capacity: 5, because: 'above target' });
    expect(track(25, 4)).toMatchObject({ capacity: 2, because: 'below target' });
    expect(track(50, 4)).toMatchObject({ capacity: 4, because: 'on target' });
    expect(track(0, 4)).toMatchObject({ capacity: 1, because: 'bounds' });
    expect(track(500, 4)).toMatchObject({ capacity: 12, because: 'bounds' });
    expect(() => trackTarget({ target: 0 }, 1, { running: 1, min: 1, max: 1 })).toThrow(/Inconsistent/);
  });

  it('[G17] does nothing without data, nor stops tasks where scale-in is off', () => {
    expect(track(null, 4)).toMatchObject({ capacity: 4, because: 'no data' });
    expect(track(25, 4, true)).toMatchObject({ capacity: 4, because: 'no scale-in' });
  });

  it('[G16] takes the least number of tasks that would be on target or below it', () => {
    const anyLoad = fc.record({
      running: fc.nat({ max: 40 }),
      metric: fc.nat({ max: 3000 }),
      target: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(anyLoad, ({ running, metric, target }) => {
        let least = 0;
        while (least * target < running * metric) least += 1;
        const { capacity } = trackTarget({ target: target / 10 }, metric / 10, { running, min: 0, max: 1_000_000 });
        expect(capacity).toBe(least);
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });
});
