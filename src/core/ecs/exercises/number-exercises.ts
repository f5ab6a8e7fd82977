import { countWords } from '../../text/count-words.ts';
import { explainSplit } from '../capacity/split-by-capacity-provider.ts';
import { deploymentBounds } from '../deployments/deployment-bounds.ts';
import { scaleBySteps } from '../scaling/scale-by-steps.ts';
import type { StepPolicy } from '../scaling/step-policy.ts';
import { fargateCpus, fargateMemories, isFargateSize } from '../task-definitions/fargate-sizes.ts';
import { type Draw, type Exercise, exerciseWith, pick, pickService, type Reasoned } from './exercise.ts';

/** (f) How many tasks a capacity provider starts. */
export function capacityShare(draw: Draw, of: 'with the base' | 'without a base'): Exercise | null {
  const names = pick(draw, [
    ['FARGATE', 'FARGATE_SPOT'],
    ['on-demand', 'spot'],
    ['large-instances', 'small-instances'],
    ['arm', 'x86'],
    ['zone-a', 'zone-b'],
  ]);
  const service = pickService(draw);
  const base = 1 + draw(9);
  const weights = [1 + draw(7), 1 + draw(7)] as const;
  const total = weights[0] + weights[1];
  const count = base + total * (1 + draw(9));
  const strategy = names.map((capacityProvider, at) => ({
    capacityProvider,
    base: at === 0 ? base : 0,
    weight: weights[at] ?? 0,
  }));
  const { value } = explainSplit(strategy, count);
  if (value === null) return null;
  const at = of === 'with the base' ? 0 : 1;
  const right = value.counts[at] ?? 0;
  const name = names[at] ?? '';
  const ofAll = Math.round((count * (weights[at] ?? 0)) / total);
  const swapped = (value.base[at] ?? 0) + (value.rest * (weights[1 - at] ?? 0)) / total;
  const slips: readonly Reasoned[] = [
    { text: String(ofAll), why: 'The weights divide only what the base leaves, not all of the tasks.' },
    { text: String(swapped), why: 'That is the share of the other weight.' },
    {
      text: String(right - (at === 0 ? base : -base)),
      why: at === 0 ? 'The tasks of the base belong to it, too.' : 'It has no base of its own.',
    },
    { text: String(Math.floor(count / 2)), why: 'Tasks are divided by weight, not in halves.' },
  ];
  return exerciseWith(
    draw,
    { text: String(right), why: shareWords(at, value.base[at] ?? 0, value.rest, weights, total) },
    slips,
    {
      says: [`The service ${service} starts ${count} tasks.`],
      given: [
        {
          caption: 'Capacity provider strategy',
          heads: ['Provider', 'base', 'weight'],
          rows: strategy.map((item) => [item.capacityProvider, String(item.base), String(item.weight)]),
        },
      ],
      asks: `How many tasks does ${name} start?`,
      worked: [
        `The base takes ${base} of ${count}; ${value.rest} are left.`,
        `They are divided ${weights.join(' : ')}: ${names.map((each, n) => `${value.byWeight[n] ?? 0} for ${each}`).join(', ')}.`,
        `With the base that is ${value.counts.join(' and ')}.`,
      ],
      lab: { name: 'capacity-providers', scenario: { count, capacityProviderStrategy: strategy } },
    },
  );
}

function shareWords(at: number, base: number, rest: number, weights: readonly number[], total: number): string {
  const share = (rest * (weights[at] ?? 0)) / total;
  return base > 0
    ? `${base} by its base, and ${share} of the other ${rest} by weight.`
    : `${weights[at]} of ${total} parts of the ${rest} that the base leaves.`;
}

/** (g) What a rolling deployment may do first. */
export function deploymentRoom(draw: Draw, asks: 'start' | 'stop'): Exercise | null {
  const desired = 2 + draw(39);
  const minimum = pick(draw, [0, 10, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100]);
  const maximum = pick(draw, [100, 105, 110, 115, 120, 125, 130, 140, 150, 160, 175, 190, 200]);
  const { mayStart, mayStop, lower, upper } = deploymentBounds(desired, minimum, maximum);
  const isStart = asks === 'start';
  const right = isStart ? mayStart : mayStop;
  const exact = isStart ? (desired * (maximum - 100)) / 100 : (desired * (100 - minimum)) / 100;
  const slips: readonly Reasoned[] = [
    {
      text: String(Math.ceil(exact)),
      why: isStart
        ? `${desired} × ${maximum} % is rounded down, to ${upper}.`
        : `${desired} × ${minimum} % is rounded up, to ${lower}.`,
    },
    {
      text: String(isStart ? mayStop : mayStart),
      why: isStart ? 'So many old tasks may stop first.' : 'So many new tasks may start first.',
    },
    {
      text: String(isStart ? upper : lower),
      why: isStart ? 'So many may run in all, the old ones among them.' : 'So many must stay healthy.',
    },
    { text: String(desired), why: 'The bounds do not let all of them go at once.' },
    { text: String(right + 1), why: 'One more would break the bound.' },
  ];
  const what = isStart
    ? 'How many new tasks may start before an old one stops?'
    : 'How many old tasks may stop before a new one starts?';
  const why = isStart
    ? `At most ${upper} may run, and ${desired} run already.`
    : `At least ${lower} of ${desired} must stay healthy.`;
  return exerciseWith(draw, { text: String(right), why }, slips, {
    says: [
      `The service ${pickService(draw)} of ${desired} tasks is deployed by a rolling update, with minimumHealthyPercent ${minimum} and maximumPercent ${maximum}. The cluster has room enough.`,
    ],
    given: [],
    asks: what,
    worked: [
      `${desired} × ${minimum} %, rounded up: at least ${lower} stay healthy, so ${mayStop} may stop.`,
      `${desired} × ${maximum} %, rounded down: at most ${upper} run, so ${mayStart} may start.`,
    ],
    lab: {
      name: 'deployments',
      scenario: { desiredCount: desired, minimumHealthyPercent: minimum, maximumPercent: maximum },
    },
  });
}

/** (h) How many tasks a step policy leads to. */
export function stepCapacity(draw: Draw): Exercise | null {
  const threshold = 50 + 5 * draw(7);
  const width = 5 * (1 + draw(4));
  const [small, large] = [1 + draw(3), 4 + draw(4)];
  const running = 2 + draw(8);
  const max = running + 3 + draw(8);
  const metric = threshold + pick(draw, [-5, -1, 0, 1, width - 1, width, width + 1, width + 10]);
  const policy: StepPolicy = {
    alarm: 'at or above',
    threshold,
    adjustmentType: 'ChangeInCapacity',
    steps: [
      { metricIntervalLowerBound: 0, metricIntervalUpperBound: width, scalingAdjustment: small },
      { metricIntervalLowerBound: width, metricIntervalUpperBound: null, scalingAdjustment: large },
    ],
  };
  const { value } = scaleBySteps(policy, metric, { running, min: 1, max });
  if (value === null) return null;
  const bounded = (tasks: number) => String(Math.min(Math.max(tasks, 1), max));
  const change = value.step?.scalingAdjustment ?? 0;
  const slips: readonly Reasoned[] = [
    {
      text: bounded(running + small),
      why: `That is the step from 0 to ${width}; ${metric} is ${metric - threshold} from the threshold.`,
    },
    {
      text: bounded(running + large),
      why: `That is the step from ${width} on; ${metric} is ${metric - threshold} from the threshold.`,
    },
    { text: bounded(running + small + large), why: 'One step holds at a time; they are not added up.' },
    { text: String(running), why: `At ${threshold} and above the alarm is in breach.` },
    { text: String(running + change), why: `More than ${max} may not run.` },
    { text: String(large), why: 'The adjustment is added to the running tasks.' },
  ];
  const why =
    value.step === null
      ? `${metric} is below ${threshold}, so the alarm is not in breach.`
      : `${metric} is ${metric - threshold} above the threshold, and a step has its lower bound, not its upper one: ${change} more, at most ${max}.`;
  return exerciseWith(
    draw,
    { text: String(value.capacity), why },
    slips.filter(({ text }) => text !== String(value.capacity)),
    {
      says: [
        `The service ${pickService(draw)} runs ${running} tasks and may have 1 to ${max}. Its alarm is in breach at or above ${threshold}, and its policy changes the capacity by steps. The metric is ${metric}.`,
      ],
      given: [
        {
          caption: 'Steps, as differences from the threshold',
          heads: ['From', 'Up to', 'Tasks'],
          rows: [
            ['0', String(width), `+${small}`],
            [String(width), 'no end', `+${large}`],
          ],
        },
      ],
      asks: 'How many tasks does the policy lead to?',
      worked: [
        `${metric} − ${threshold} = ${metric - threshold}.`,
        value.step === null
          ? 'The alarm is not in breach, so nothing changes.'
          : `That is in the step with ${change} more.`,
        `${running} becomes ${value.capacity}.`,
      ],
      lab: {
        name: 'auto-scaling',
        scenario: {
          scaleOut: { threshold, steps: policy.steps },
          running,
          minCapacity: 1,
          maxCapacity: max,
          metric: [metric],
        },
      },
    },
  );
}

/** (i) Which size Fargate runs. */
export function fargateSize(draw: Draw, asked: number): Exercise | null {
  const sizes = fargateCpus.flatMap((cpu) => fargateMemories(cpu).map((memory) => ({ cpu, memory })));
  const right = pick(
    draw,
    sizes.filter(({ cpu }) => cpu === asked),
  );
  const wrongOf = (cpu: number, memory: number): readonly Reasoned[] => {
    if (isFargateSize({ cpu, memory }) || memory < 512) return [];
    const offered = fargateMemories(cpu);
    const [least = 0, most = 0] = [offered[0], offered.at(-1)];
    const why =
      memory < least || memory > most
        ? `With ${vcpu(cpu)} memory goes from ${gib(least)} to ${gib(most)}.`
        : `With ${vcpu(cpu)} memory goes in other steps between ${gib(least)} and ${gib(most)}.`;
    return [{ text: sizeWords(cpu, memory), why }];
  };
  const others = Array.from({ length: 12 }, () => {
    const { cpu, memory } = pick(draw, sizes);
    return pick(draw, [
      wrongOf(cpu, memory * 2),
      wrongOf(cpu, memory / 2),
      wrongOf(cpu * 2, memory),
      wrongOf(cpu / 2, memory),
      wrongOf(cpu, memory + 512),
      wrongOf(cpu, memory + 1024),
    ]);
  });
  const offered = fargateMemories(right.cpu);
  return exerciseWith(
    draw,
    {
      text: sizeWords(right.cpu, right.memory),
      why: `With ${vcpu(right.cpu)} memory goes from ${gib(offered[0] ?? 0)} to ${gib(offered.at(-1) ?? 0)}, and this is one of the steps.`,
    },
    others.flat().filter(({ text }) => fargateCpus.some((cpu) => text.startsWith(`${vcpu(cpu)} `))),
    {
      says: ['A task definition for Fargate names CPU and memory of the task.'],
      given: [],
      asks: 'Which of these sizes does Fargate run?',
      worked: [
        `Each CPU size has memory sizes of its own: ${vcpu(right.cpu)} has ${countWords(offered.length, 'of them', 'of them')}, from ${gib(offered[0] ?? 0)} to ${gib(offered.at(-1) ?? 0)}.`,
      ],
      lab: null,
    },
  );
}

function sizeWords(cpu: number, memory: number): string {
  return `${vcpu(cpu)} with ${gib(memory)}`;
}

function vcpu(cpu: number): string {
  return `${cpu / 1024} vCPU`;
}

function gib(memory: number): string {
  return `${memory / 1024} GB`;
}
