import { type Part, partNames } from './parts.ts';
import { policies } from './policies/registry.ts';
import { type Group, groups } from './protocol/scenario.ts';

/** What `npm run sim` was asked for. */
export interface Flags {
  readonly seeds: readonly number[];
  readonly groups: readonly Group[];
  readonly parts: readonly Part[];
  /** Name of the policy that the targets judge. */
  readonly planner: string;
  /** Whether some of the scenarios or parts were named. */
  readonly isNarrow: boolean;
  /** All scenarios with validation seeds and the usual planner: only then are the results kept. */
  readonly isFull: boolean;
}

/** Seeds below are for tuning, and nothing may be concluded from them. */
const firstValidationSeed = 1001;
const usualSeeds = '1001-1010';
const quickSeeds = '1001-1002';

/** Of `--seeds=1001-1010`, `--quick`, `--only=established,new` and `--planner=myopic`; what is unknown is an Error. */
export function readFlags(words: readonly string[], usualPlanner: string): Flags {
  const flags = new Map(words.map(splitFlag));
  const seeds = readSeeds(flags.get('seeds') ?? (flags.has('quick') ? quickSeeds : usualSeeds));
  const only = readOnly(flags.get('only'));
  const planner = flags.get('planner') ?? usualPlanner;
  if (!policies.some(({ name }) => name === planner)) throw new Error(`No policy ${planner}`);
  const narrowed = ['quick', 'only', 'planner'].some((name) => flags.has(name));
  return {
    seeds,
    planner,
    isNarrow: flags.has('only'),
    groups: named(groups, only),
    parts: named(partNames, only),
    isFull: !narrowed && seeds.every((seed) => seed >= firstValidationSeed),
  };
}

function splitFlag(word: string): readonly [string, string] {
  const [, name, value] = /^--(seeds|quick|only|planner)(?:=(.+))?$/.exec(word) ?? [];
  if (name === undefined) throw new Error(`No flag ${word}; there are --seeds=, --quick, --only= and --planner=`);
  return [name, value ?? ''];
}

function readSeeds(text: string): readonly number[] {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (first === undefined) throw new Error(`No seeds: ${text}`);
  const from = Number(first);
  return Array.from({ length: Math.max(1, Number(last ?? first) - from + 1) }, (_, n) => from + n);
}

/** The names, each of which there is; null where all are meant. */
function readOnly(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const known: readonly string[] = [...groups, ...partNames];
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`No scenarios ${unknown}; there are ${known.join(', ')}`);
  return names;
}

function named<Name extends string>(all: readonly Name[], only: readonly string[] | null): readonly Name[] {
  return all.filter((name) => only === null || only.includes(name));
}
