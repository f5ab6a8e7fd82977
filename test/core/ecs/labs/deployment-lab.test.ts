import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circuitBreakerThreshold, tripsAfter } from '../../../../src/core/ecs/deployments/circuit-breaker.ts';
import { deploymentLab } from '../../../../src/core/ecs/labs/deployments/deployment-lab.ts';
import type { DeploymentScenario } from '../../../../src/core/ecs/labs/deployments/deployment-scenario.ts';
import { everyOrder, naiveBounds } from '../deployments/naive-roll-out.ts';

const { start, read, draw, run } = deploymentLab;
const seeds = fc.nat(1_000_000);

/** The run of the scenario that the lab opens with, changed, read as it stands in a link. */
function runOf(change: Partial<DeploymentScenario>) {
  const { value, diagnostics } = read({ ...start, ...change });
  expect(diagnostics).toEqual([]);
  return value === null ? null : run(value).value;
}
const endOf = (change: Partial<DeploymentScenario>) => runOf(change)?.steps.at(-1)?.says ?? '';
const framesOf = (change: Partial<DeploymentScenario>) =>
  runOf(change)
    ?.steps.at(-1)
    ?.picture.frames.map(({ old, starting, fresh }) => `${old}/${starting}/${fresh}`);
const breaker = (rollback: boolean) => ({ enable: true, rollback });
const none = { enable: false, rollback: false };

describe('the lab of deployments', () => {
  it('[D1] keeps within the bounds that trying numbers finds, in every frame', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = draw(seed);
        const { desiredCount, room } = scenario;
        const naive = naiveBounds(desiredCount, scenario.minimumHealthyPercent, scenario.maximumPercent);
        const last = run(scenario).value?.steps.at(-1);
        expect([last?.picture.lower, last?.picture.upper]).toEqual([naive.lower, naive.upper]);
        const { met } = everyOrder(desiredCount, naive.lower, naive.upper, room);
        const frames = last?.picture.frames.map(({ old, starting, fresh }) => `${old}/${starting}/${fresh}`);
        expect(frames?.filter((frame) => !met.has(frame))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('[D3] is done if some order of steps can be, and else stuck', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = { ...draw(seed), failingTasks: 0 };
        const { lower, upper } = naiveBounds(
          scenario.desiredCount,
          scenario.minimumHealthyPercent,
          scenario.maximumPercent,
        );
        const { ends } = everyOrder(scenario.desiredCount, lower, upper, scenario.room);
        expect(run(scenario).value?.measures.done).toBe(ends ? 1 : 0);
      }),
      { numRuns: 400 },
    );
  });

  it('[D8] trips the circuit breaker after as many failures as one count of them does', () => {
    const failing = fc.record({ seed: seeds, failingTasks: fc.integer({ min: 1, max: 40 }), rollback: fc.boolean() });
    fc.assert(
      fc.property(failing, ({ seed, failingTasks, rollback }) => {
        const scenario = { ...draw(seed), failingTasks, circuitBreaker: breaker(rollback) };
        const stuck = run({ ...scenario, failingTasks: 0 }).value?.measures.done === 0;
        const threshold = circuitBreakerThreshold(scenario.desiredCount).value ?? 0;
        const trips = tripsAfter(threshold, Array(failingTasks).fill('failed'), true) !== null;
        const says = run(scenario).value?.steps.at(-1)?.says ?? '';
        const ending = !trips ? 'is done' : rollback ? 'goes back' : 'nothing is rolled back';
        expect(says).toContain(stuck ? 'is stuck' : ending);
      }),
      { numRuns: 400 },
    );
  });

  it('[D7] tells the room of the cluster from the bounds', () => {
    expect(endOf({ minimumHealthyPercent: 100, maximumPercent: 100 })).toMatch(/neither a stop nor a start/);
    expect(endOf({ minimumHealthyPercent: 100, maximumPercent: 200, room: 0 })).toMatch(/no room for another task/);
    expect(endOf({ minimumHealthyPercent: 50, maximumPercent: 200, room: 0 })).toMatch(/is done/);
  });

  it('[D5] goes on where some tasks fail and the breaker is not reached', () => {
    const change = { minimumHealthyPercent: 100, maximumPercent: 150, circuitBreaker: breaker(true) };
    expect(framesOf({ ...change, failingTasks: 1 })).toEqual([
      '4/0/0',
      '4/2/0',
      '4/0/1',
      '4/1/1',
      '4/0/2',
      '2/0/2',
      '2/2/2',
      '2/0/4',
      '0/0/4',
    ]);
    expect(runOf({ ...change, failingTasks: 2 })?.measures).toMatchObject({ done: 1, 'failed tasks': 2 });
    expect(endOf({ ...change, failingTasks: 3 })).toMatch(/trips at 3 failed tasks, and the service goes back/);
  });

  it('tries without end where all fail and nobody counts', () => {
    expect(endOf({ failingTasks: 1000, circuitBreaker: none })).toMatch(/goes on starting tasks that fail/);
    const [remedy] = runOf({ failingTasks: 1000, circuitBreaker: none })?.remedies ?? [];
    expect(remedy?.label).toMatch(/circuit breaker/);
  });

  it('tells many rounds in one step, and comes out of the last with what became healthy', () => {
    const says = runOf({ desiredCount: 1, failingTasks: 7, maximumPercent: 200 })?.steps.map((step) => step.says) ?? [];
    expect(says.find((words) => words.includes('more rounds'))).toMatch(/3 more rounds .* 1 new task fails, 7 so far/);
    expect(says.at(-1)).toMatch(/is done/);
  });

  it('offers only what gets a stuck deployment going', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const value = run(draw(seed)).value;
        const isStuck = value?.steps.at(-1)?.says.includes('is stuck') ?? false;
        expect((value?.remedies.length ?? 0) > 0 || !isStuck).toBe(true);
        for (const { scenario } of isStuck ? (value?.remedies ?? []) : []) {
          expect(run(scenario).value?.steps.at(-1)?.says).not.toContain('is stuck');
        }
      }),
      { numRuns: 400 },
    );
    const only = runOf({ desiredCount: 1, minimumHealthyPercent: 100, maximumPercent: 100 });
    expect(only?.remedies.map(({ label }) => label)).toEqual([
      'Let the only task stop (minimumHealthyPercent 0)',
      'Allow twice as many tasks (maximumPercent 200)',
    ]);
  });

  it('has the numbers of the latest frame in its parts, and says that the order is a model', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const value = run(draw(seed)).value;
        expect(value?.outcome).toMatch(/AWS documents the bounds, not the order within them/);
        for (const { parts, picture } of value?.steps ?? []) {
          const { old, starting, fresh } = picture.frames.at(-1) ?? { old: -1, starting: -1, fresh: -1 };
          const all = [old, starting, fresh, old + fresh, old + starting + fresh];
          expect(parts.map(({ cells }) => cells)).toEqual(all.map((tasks) => [String(tasks)]));
        }
      }),
    );
  });

  it.each([
    ['no task at all', { desiredCount: 0 }, '/desiredCount'],
    ['61 tasks', { desiredCount: 61 }, '/desiredCount'],
    ['a minimum of 101 %', { minimumHealthyPercent: 101 }, '/minimumHealthyPercent'],
    ['a maximum of 99 %', { maximumPercent: 99 }, '/maximumPercent'],
    ['a half of a failing task', { failingTasks: 0.5 }, '/failingTasks'],
    ['a circuit breaker of a text', { circuitBreaker: 'on' }, '/circuitBreaker'],
    ['an unknown key', { maximumPercentage: 200 }, '/maximumPercentage'],
  ])('[J1] refuses %s', (_name, change, pointer) => {
    const { value, diagnostics } = read({ ...start, ...change });
    expect(value).toBeNull();
    expect(diagnostics.map((finding) => finding.pointer)).toContain(pointer);
  });
});
