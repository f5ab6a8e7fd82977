import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentBounds } from '../../../../src/core/ecs/deployments/deployment-bounds.ts';
import { rollOut } from '../../../../src/core/ecs/deployments/roll-out.ts';
import { runsOf } from '../../../seed.ts';
import { everyOrder, naiveBounds } from './naive-roll-out.ts';

const framesOf = (desired: number, minimum: number, maximum: number, room?: number) => {
  const { frames, end } = rollOut(deploymentBounds(desired, minimum, maximum), room);
  return [...frames.map(({ step, old, starting, fresh }) => `${step} ${old}+${starting}+${fresh}`), end];
};

describe('a rolling deployment', () => {
  it('[D5] starts, waits and stops within the bounds until only new tasks run', () => {
    expect(framesOf(4, 100, 150)).toEqual([
      'begin 4+0+0',
      'start 4+2+0',
      'become healthy 4+0+2',
      'stop 2+0+2',
      'start 2+2+2',
      'become healthy 2+0+4',
      'stop 0+0+4',
      'done',
    ]);
  });

  it('[D5] stops first where it may not start', () => {
    expect(framesOf(4, 50, 100)).toEqual([
      'begin 4+0+0',
      'stop 2+0+0',
      'start 2+2+0',
      'become healthy 2+0+2',
      'stop 0+0+2',
      'start 0+2+2',
      'become healthy 0+0+4',
      'done',
    ]);
  });

  it('[D6] that may do neither does not move', () => {
    expect(framesOf(3, 100, 125)).toEqual(['begin 3+0+0', 'stuck by bounds']);
    expect(framesOf(0, 100, 200)).toEqual(['begin 0+0+0', 'done']);
  });

  it('[D7] needs room for the tasks that it starts first', () => {
    expect(framesOf(2, 100, 200, 0)).toEqual(['begin 2+0+0', 'stuck by room']);
    expect(framesOf(2, 100, 200, 1)).toEqual([
      'begin 2+0+0',
      'start 2+1+0',
      'become healthy 2+0+1',
      'stop 1+0+1',
      'start 1+1+1',
      'become healthy 1+0+2',
      'stop 0+0+2',
      'done',
    ]);
    expect(framesOf(1, 0, 100, 0).at(-1)).toBe('done');
  });
});

describe('[D5, D6, D7] any rolling deployment', () => {
  const anyDeployment = fc.record({
    desired: fc.nat({ max: 9 }),
    minimum: fc.nat({ max: 100 }),
    maximum: fc.integer({ min: 100, max: 200 }),
    room: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat({ max: 4 })),
  });

  it('passes states that single steps reach, and ends where some order of them ends', () => {
    fc.assert(
      fc.property(anyDeployment, ({ desired, minimum, maximum, room }) => {
        const { lower, upper } = naiveBounds(desired, minimum, maximum);
        const { ends, met } = everyOrder(desired, lower, upper, room);
        const { frames, end } = rollOut(deploymentBounds(desired, minimum, maximum), room);
        expect(end === 'done').toBe(ends);
        expect(frames.map(({ old, starting, fresh }) => `${old}/${starting}/${fresh}`)).toSatisfy((states: string[]) =>
          states.every((state) => met.has(state)),
        );
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('never leaves the bounds', () => {
    fc.assert(
      fc.property(anyDeployment, fc.integer({ min: 1, max: 5_000 }), ({ minimum, maximum, room }, desired) => {
        const bounds = deploymentBounds(desired, minimum, maximum);
        const { frames, end } = rollOut(bounds, room);
        for (const { old, starting, fresh } of frames) {
          expect(old + fresh).toBeGreaterThanOrEqual(bounds.lower);
          expect(old + starting + fresh).toBeLessThanOrEqual(Math.min(bounds.upper, desired + room));
          expect(Math.min(old, starting, fresh)).toBeGreaterThanOrEqual(0);
        }
        if (end === 'done') expect(frames.at(-1)).toMatchObject({ old: 0, starting: 0, fresh: desired });
        else expect(bounds.isStuck || room === 0).toBe(true);
      }),
      { numRuns: runsOf(100, 2_000) },
    );
  });
});
