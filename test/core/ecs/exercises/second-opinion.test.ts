import { describe, expect, it } from 'vitest';
import { drawExercise, type FamilyName, familyNames } from '../../../../src/core/ecs/exercises/draw-exercise.ts';
import type { Exercise } from '../../../../src/core/ecs/exercises/exercise.ts';
import type { CapacityScenario } from '../../../../src/core/ecs/labs/capacity-providers/capacity-scenario.ts';
import {
  clusterOf,
  type PlacementScenario,
  requestOfScenario,
} from '../../../../src/core/ecs/labs/placement/placement-scenario.ts';
import { portRequestOf, readPortsScenario } from '../../../../src/core/ecs/labs/ports/ports-scenario.ts';
import type { LifecycleRule } from '../../../../src/core/ecs/lifecycle/lifecycle-policy.ts';
import { runsOf } from '../../../seed.ts';
import { naiveSplit } from '../capacity/naive-split.ts';
import { naiveBounds } from '../deployments/naive-roll-out.ts';
import { naiveExpiry } from '../lifecycle/naive-expiry.ts';
import { naiveTies } from '../placement/naive-placement.ts';
import { naiveStarts } from '../ports/naive-ports.ts';
import { naiveMatches } from '../query/naive-query.ts';

const tries = runsOf(200, 10_000);

/** What a second implementation says is right, from what a learner is shown or from the scenario of the lab. */
const opinions: Readonly<Record<FamilyName, (exercise: Exercise, right: string) => boolean>> = {
  'next-instance': ({ lab }, right) => {
    const scenario = lab!.scenario as PlacementScenario;
    const request = requestOfScenario(scenario).value!;
    const ties = naiveTies(clusterOf(scenario), { request, expressions: [], isDistinct: false }, []);
    return ties.length === 1 && ties[0] === right;
  },
  'fit-count': ({ lab }, right) => {
    const { instances, task } = lab!.scenario as PlacementScenario;
    let held = 0;
    for (const { cpu, memory, tasks } of instances) {
      let [cpuLeft, memoryLeft, copies] = [cpu, memory, 0];
      for (const each of tasks) [cpuLeft, memoryLeft] = [cpuLeft - each.cpu, memoryLeft - each.memory];
      while (cpuLeft >= task.cpu && memoryLeft >= task.memory && (task.hostPort === 0 || copies === 0)) {
        [cpuLeft, memoryLeft, copies] = [cpuLeft - task.cpu, memoryLeft - task.memory, copies + 1];
      }
      held += copies;
    }
    return right === String(held);
  },
  'zone-counts': ({ lab }, right) => {
    const { instances, group, count } = lab!.scenario as PlacementScenario;
    const zones = [...new Set(instances.map(({ zone }) => zone))].toSorted();
    const runs = zones.map(
      (zone) =>
        instances
          .filter((each) => each.zone === zone)
          .flatMap(({ tasks }) => tasks)
          .filter((task) => task.group === group).length,
    );
    const fresh = zones.map(() => 0);
    for (let n = 0; n < count; n += 1) {
      const sums = runs.map((some, at) => some + fresh[at]!);
      fresh[sums.indexOf(Math.min(...sums))]! += 1;
    }
    return right === zones.map((zone, at) => `${zone.slice(-2)}: ${fresh[at]}`).join(', ');
  },
  'scale-in': ({ lab }, right) => {
    const { instances, group, placementStrategy } = lab!.scenario as PlacementScenario;
    const [strategy] = placementStrategy;
    const own = instances.filter(({ tasks }) => tasks.some((task) => task.group === group));
    const scores = own.map((each) => {
      const mine = each.tasks.filter((task) => task.group === group);
      if (strategy?.type === 'binpack') {
        const field = strategy.field;
        const used = each.tasks.reduce((sum, task) => sum + task[field], 0);
        return each[field] - used + Math.max(...mine.map((task) => task[field]));
      }
      return instances
        .filter(({ zone }) => zone === each.zone)
        .flatMap(({ tasks }) => tasks)
        .filter((task) => task.group === group).length;
    });
    const most = own.filter((_, at) => scores[at] === Math.max(...scores)).map(({ id }) => id);
    return most.length === 1 && most[0] === right;
  },
  'second-copy': ({ lab }, right) => {
    const { value } = readPortsScenario(lab?.scenario);
    return (naiveStarts(portRequestOf(value!)) === 2) === right.startsWith('It starts');
  },
  'capacity-split': ({ lab, asks }, right) => {
    const { capacityProviderStrategy, count } = lab!.scenario as CapacityScenario;
    const at = capacityProviderStrategy.findIndex(({ capacityProvider }) =>
      asks.includes(` ${capacityProvider} start`),
    );
    return right === String(naiveSplit(capacityProviderStrategy, count)[at]);
  },
  deployment: ({ says, asks }, right) => {
    const [desired = 0, minimum = 0, maximum = 0] = [
      ...says.join(' ').matchAll(/(\d+)(?: tasks|, | and|\.)|Percent (\d+)/g),
    ].map(([, a, b]) => Number(a ?? b));
    const { lower, upper } = naiveBounds(desired, minimum, maximum);
    return (
      right ===
      String(asks.includes('start before') && asks.startsWith('How many new') ? upper - desired : desired - lower)
    );
  },
  'step-scaling': ({ says, given }, right) => {
    const words = says.join(' ');
    const [running = 0, max = 0, threshold = 0, metric = 0] = [
      /runs (\d+)/,
      /1 to (\d+)/,
      /above (\d+)/,
      /metric is (\d+)/,
    ].map((each) => Number(each.exec(words)?.[1]));
    const rows = given[0]?.rows ?? [];
    const row = rows.findLast(([from]) => metric - threshold >= Number(from));
    return right === String(Math.min(max, running + Number(row?.[2] ?? 0)));
  },
  'fargate-size': ({ options }) => options.every(({ text, isRight }) => isRight === isSizeByHand(text)),
  query: ({ says, given }, right) => {
    const expression = says.join(' ').replace(/^.*has the expression /, '');
    const matched = (given[0]?.rows ?? []).filter(
      ([id = '', zone = '', type = '', stack = 'none', agentVersion = '']) => {
        const attributes = {
          'ecs.availability-zone': zone,
          'ecs.instance-type': type,
          ...(stack === 'none' ? {} : { stack }),
        };
        return naiveMatches(expression, {
          id,
          status: 'ACTIVE',
          agentConnected: true,
          agentVersion,
          registeredAt: '2026-11-01T00:00:00Z',
          attributes,
          remaining: { cpu: 0, memory: 0, gpus: 0, networkInterfaces: 0 },
          takenPorts: { tcp: [], udp: [] },
          tasks: [],
        });
      },
    );
    return namesIn(right).join() === matched.map(([id]) => id).join();
  },
  role: ({ says }, right) => {
    const [where = '', what = ''] = says;
    const need = what.replace('What happens: ', '').replace(/\.$/, '');
    return right === roleByHand(need, where);
  },
  lifecycle: ({ says, given }, right) => {
    const images = (given[0]?.rows ?? []).map(([name = '', tags = '', days = '']) => {
      return { name, tags: tags === 'none' ? [] : tags.split(', '), pushedDaysAgo: Number(days) };
    });
    return (
      namesIn(right).toSorted().join() ===
      naiveExpiry({ rules: says.map(ruleIn) }, images)
        .toSorted()
        .join()
    );
  },
};

/** Written down from the pages of the roles: who makes the call has the permission. */
function roleByHand(need: string, where: string): string {
  const isOnEc2 = where.includes('EC2 instances');
  if (/^(application|session|mount|FireLens sends)/.test(need)) return 'task role';
  if (/^(secret|parameter|environment|FireLens configuration|pull with)/.test(need)) return 'task execution role';
  if (/^(pull|logs|log group)/.test(need)) {
    return isOnEc2 && where.includes('no execution role') ? 'container instance role' : 'task execution role';
  }
  if (/^(agent registers|Spot|user data)/.test(need)) return isOnEc2 ? 'container instance role' : 'ECS Anywhere role';
  if (/^(network interface|registration)/.test(need)) return 'ECS service-linked role';
  if (/^(EBS|listener of a native)/.test(need)) return 'infrastructure role';
  if (/^target tracking/.test(need)) return 'Application Auto Scaling service-linked role';
  return need.startsWith('EventBridge') ? 'EventBridge role' : 'CodeDeploy role';
}

function namesIn(text: string): readonly string[] {
  return text.split(/, | and /);
}

function ruleIn(words: string, at: number): LifecycleRule {
  const prefix = /prefix (\w+)/.exec(words)?.[1];
  const newest = /newest (\d+)/.exec(words)?.[1];
  const count =
    newest === undefined
      ? {
          countType: 'sinceImagePushed' as const,
          countUnit: 'days',
          countNumber: Number(/than (\d+) days/.exec(words)?.[1]),
        }
      : { countType: 'imageCountMoreThan' as const, countNumber: Number(newest) };
  const which =
    prefix !== undefined
      ? { tagStatus: 'tagged' as const, tagPrefixList: [prefix] }
      : { tagStatus: words.includes('any image') ? ('any' as const) : ('untagged' as const) };
  return { rulePriority: at + 1, selection: { ...which, ...count }, action: { type: 'expire' } };
}

/** Memory in GB by vCPU, written down from the table of AWS: least, most and step; the first row doubles. */
const sizes: Readonly<Record<string, readonly [number, number, number]>> = {
  '0.5': [1, 4, 1],
  '1': [2, 8, 1],
  '2': [4, 16, 1],
  '4': [8, 30, 1],
  '8': [16, 60, 4],
  '16': [32, 120, 8],
};

function isSizeByHand(text: string): boolean {
  const [, cpu = '', memory = ''] = /^([\d.]+) vCPU with ([\d.]+) GB$/.exec(text) ?? [];
  if (cpu === '0.25') return ['0.5', '1', '2'].includes(memory);
  const [least, most, step] = sizes[cpu] ?? [1, 0, 1];
  return Number(memory) >= least && Number(memory) <= most && (Number(memory) - least) % step === 0;
}

describe.each(familyNames)('[X5] the family %s', (family) => {
  it('is answered alike by a second implementation', () => {
    for (let seed = 0; seed < tries; seed += 1) {
      const exercise = drawExercise(family, {}, seed)!;
      const right = exercise.options.find(({ isRight }) => isRight)!.text;
      expect([seed, right, opinions[family](exercise, right)]).toEqual([seed, right, true]);
      // None of the others is right, too.
      if (family === 'fargate-size') continue;
      for (const { text, isRight } of exercise.options) {
        if (!isRight && family !== 'second-copy')
          expect([seed, text, opinions[family](exercise, text)]).toEqual([seed, text, false]);
      }
    }
  });
});
