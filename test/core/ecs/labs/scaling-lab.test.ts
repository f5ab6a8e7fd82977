import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalingLab } from '../../../../src/core/ecs/labs/auto-scaling/scaling-lab.ts';
import { periodsOf } from '../../../../src/core/ecs/labs/auto-scaling/scaling-periods.ts';
import type { ScalingScenario } from '../../../../src/core/ecs/labs/auto-scaling/scaling-scenario.ts';

const { start, read, run } = scalingLab;

const bounds = { minCapacity: 1, maxCapacity: 12 };
const out = (...steps: readonly (readonly [from: number, to: number | null, change: number])[]) => ({
  threshold: 70,
  adjustmentType: 'ChangeInCapacity' as const,
  steps: steps.map(([metricIntervalLowerBound, metricIntervalUpperBound, scalingAdjustment]) => {
    return { metricIntervalLowerBound, metricIntervalUpperBound, scalingAdjustment };
  }),
});
const back = {
  threshold: 40,
  adjustmentType: 'ChangeInCapacity' as const,
  steps: [{ metricIntervalLowerBound: null, metricIntervalUpperBound: 0, scalingAdjustment: -1 }],
};

function tasksOver(change: Partial<ScalingScenario>): readonly number[] {
  const { value, diagnostics } = read({ ...start, ...bounds, ...change });
  expect(diagnostics).toEqual([]);
  return value === null ? [] : periodsOf(value).map(({ after }) => after);
}

describe('the scaling lab', () => {
  it('[J6] adds in a cooldown only what a larger step has more', () => {
    const scaleOut = out([0, 15, 2], [15, null, 3]);
    expect(tasksOver({ scaleOut, cooldown: 3, running: 2, metric: [75, 75, 90, 75, 75, 75, 75] })).toEqual([
      4, 4, 5, 5, 5, 5, 7,
    ]);
    expect(tasksOver({ scaleOut, cooldown: 0, running: 2, metric: [75, 75, 90] })).toEqual([4, 6, 9]);
  });

  it('[J6] lets a scale-in wait for the one before, and a scale-out for none', () => {
    const policies = { scaleOut: out([0, null, 2]), scaleIn: back };
    expect(tasksOver({ ...policies, cooldown: 2, running: 6, metric: [30, 30, 30, 30, 80] })).toEqual([5, 5, 5, 4, 6]);
  });

  it('[J6] ends where a scale-in meets the cooldown of a scale-out, which no document tells', () => {
    const scenario = {
      ...start,
      ...bounds,
      scaleOut: out([0, null, 2]),
      scaleIn: back,
      cooldown: 2,
      running: 2,
      metric: [80, 30, 30],
    };
    const { value } = run(scenario);
    expect(value?.outcome).toBe('What comes next is not documented.');
    expect(value?.findings.map(({ code, standing }) => `${code} ${standing}`)).toEqual(['J6 not documented']);
  });

  it('does nothing without data, and never leaves the bounds', () => {
    const scaleOut = out([0, null, 5]);
    expect(tasksOver({ scaleOut, cooldown: 0, running: 2, metric: [null, 99, 99, 99] })).toEqual([2, 7, 12, 12]);
  });

  it('asks for a direction where the number is a model', () => {
    const value = run({ ...start, running: 4, policyType: 'TargetTrackingScaling', targetValue: 50 }).value;
    expect(value?.prediction).toMatchObject({ asks: 'What does it do first?', right: ['it stops tasks'] });
  });

  it('[J6] says why nothing changes, and from where a larger step is reckoned', () => {
    const scaleOut = out([0, 15, 2], [15, null, 3]);
    const scenario = { ...start, ...bounds, maxCapacity: 5, scaleOut, scaleIn: back, cooldown: 1, running: 2 };
    const { value } = run({ ...scenario, metric: [50, 75, 75, 75, 99, 99, null] });
    expect(value?.steps.slice(0, 7).map(({ says }) => says.replace(/^.*? is /, ''))).toEqual([
      '50. No alarm is in breach. 2 tasks go on.',
      '75. From 2 to 4 tasks, 2 more.',
      '75. A scale-out is in breach, and its cooldown goes on. 4 tasks go on.',
      '75. From 4 to 5 tasks, 1 more.',
      '99. A scale-out is in breach, and its cooldown goes on. 5 tasks go on.',
      '99. A scale-out is in breach, and the bounds hold it. 5 tasks go on.',
      'missing. 5 tasks go on.',
    ]);
    const larger = run({ ...scenario, maxCapacity: 12, metric: [75, 90] }).value?.steps[1]?.parts;
    expect(larger?.find(({ name }) => name === 'Scale out')?.words).toBe(
      '20 from the threshold is the step 15 to ∞: ChangeInCapacity 3. Reckoned from the 2 before the cooldown.',
    );
  });

  it('[J6] marks the periods of a cooldown, as many as it has', () => {
    const scenario = { ...start, ...bounds, scaleOut: out([0, null, 1]), running: 2, metric: [80, 50, 50, 50, 50] };
    for (const cooldown of [0, 1, 2, 3]) {
      const periods = run({ ...scenario, cooldown }).value?.steps.at(-1)?.picture.periods ?? [];
      const marked = periods.map((period) => period.cooldown !== null);
      expect(marked).toEqual(periods.map((_, at) => at > 0 && at <= cooldown));
    }
  });

  it('has the numbers that are drawn in its parts', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        for (const { stage, parts, picture } of run(scalingLab.draw(seed)).value?.steps ?? []) {
          const now = picture.periods.at(-1);
          const cellOf = (named: string) => parts.find(({ name }) => name === named)?.cells[0];
          expect([cellOf('Metric'), cellOf('Tasks')]).toEqual([String(now?.metric ?? 'none'), String(now?.after)]);
          expect([stage, cellOf('Cooldown') === 'none']).toEqual([stage, now?.cooldown === null]);
        }
      }),
    );
  });

  it('reckons differences without the dust of fractions', () => {
    const scaleOut = { ...out([0, null, 1]), threshold: 0.1 };
    const parts = run({ ...start, scaleOut, metric: [0.3] }).value?.steps[0]?.parts ?? [];
    expect(parts.map(({ words }) => words).join()).toContain('0.2 from the threshold');
  });

  it('calls its number a model where a policy tracks a target, at every step', () => {
    const value = run({ ...start, policyType: 'TargetTrackingScaling', targetValue: 50 }).value;
    const tracked = value?.steps.flatMap(({ parts }) => parts.filter(({ name }) => name === 'Target tracking')) ?? [];
    expect(tracked.map(({ words }) => words.includes('A model: AWS does not publish its formula.'))).toEqual(
      Array(11).fill(true),
    );
  });

  it('[J6] agrees with a second opinion that looks back over everything that happened', () => {
    const policy = fc.record({
      low: fc.nat(4),
      high: fc.nat(6),
      cooldown: fc.nat(4),
      running: fc.integer({ min: 1, max: 12 }),
    });
    const loads = fc.array(fc.option(fc.constantFrom(30, 40, 41, 69, 70, 84, 85, 99)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(policy, loads, fc.boolean(), ({ low, high, cooldown, running }, metric, hasIn) => {
        const scaleOut = out([0, 15, low], [15, null, high]);
        const scenario = {
          ...start,
          ...bounds,
          scaleOut,
          cooldown,
          running,
          metric,
          ...(hasIn ? { scaleIn: back } : {}),
        };
        const ours = periodsOf(scenario);
        const known = ours.filter(({ unknown }) => unknown.length === 0).map(({ after }) => after);
        expect(known).toEqual(naiveTasks({ low, high, cooldown, running, hasIn }, metric).slice(0, known.length));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['running tasks outside of the bounds', { running: 50 }, '/running'],
    ['bounds the wrong way round', { minCapacity: 9, maxCapacity: 3 }, '/minCapacity'],
    ['steps that overlap', { scaleOut: out([0, 20, 1], [10, null, 2]) }, '/scaleOut/steps/1'],
    ['a metric of texts', { metric: ['high'] }, '/metric/0'],
  ])('refuses %s', (_name, change, pointer) => {
    expect(
      read({ ...start, ...bounds, running: 2, ...change }).diagnostics.map((finding) => finding.pointer),
    ).toContain(pointer);
  });
});

interface Wish {
  readonly low: number;
  readonly high: number;
  readonly cooldown: number;
  readonly running: number;
  readonly hasIn: boolean;
}

/** Written without a look at the first: every period asks the list of all changes before it. */
function naiveTasks(
  { low, high, cooldown, running, hasIn }: Wish,
  metric: readonly (number | null)[],
): readonly number[] {
  const changes: { readonly at: number; readonly from: number; readonly to: number }[] = [];
  const tasks = [running];
  metric.forEach((value, at) => {
    const now = tasks.at(-1) ?? running;
    const last = changes.at(-1);
    const isCooling = last !== undefined && at - last.at <= cooldown;
    let next = now;
    if (value !== null && value >= 70) {
      // The first of the changes out that follow each other within their cooldowns says where it is reckoned from.
      let first = changes.length;
      for (let n = changes.length - 1; n >= 0; n -= 1) {
        const change = changes[n]!;
        const follower = changes[n + 1]?.at ?? at;
        if (change.to < change.from || follower - change.at > cooldown) break;
        first = n;
      }
      const from = isCooling && last.to > last.from ? (changes[first]?.from ?? now) : now;
      next = Math.max(now, Math.min(12, from + (value < 85 ? low : high)));
    } else if (hasIn && value !== null && value <= 40 && !isCooling) next = Math.max(1, now - 1);
    if (next !== now) changes.push({ at, from: now, to: next });
    tasks.push(next);
  });
  return tasks.slice(1);
}
