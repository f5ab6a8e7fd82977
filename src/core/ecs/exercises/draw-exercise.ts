import { seededRandom } from '../../text/seeded-random.ts';
import { fargateCpus } from '../task-definitions/fargate-sizes.ts';
import { type Draw, type Exercise, pick } from './exercise.ts';
import { fitCount } from './fit-count.ts';
import { capacityShare, deploymentRoom, fargateSize, stepCapacity } from './number-exercises.ts';
import { nextInstance, scaleInStop, zoneCounts } from './placement-exercises.ts';
import { needsAsked, roleTaken } from './role-exercises.ts';
import { expiredSet, queryKinds, queryMatches, secondCopy } from './set-exercises.ts';

/** What an author may fix of a family; what is left open is drawn. */
export type Parameters = Readonly<Record<string, string>>;

interface Family {
  /** Each parameter with what it may be. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Null where this draw is ambiguous, trivial, or leads to too few answers. */
  readonly draw: (draw: Draw, chosen: (key: string) => string) => Exercise | null;
}

const cpus = fargateCpus.map(String);
const rules = ['binpack memory', 'binpack cpu', 'spread zones', 'spread zones, then binpack memory'] as const;
const rulesOfScaleIn = ['binpack memory', 'binpack cpu', 'spread zones'] as const;
const modes = ['bridge', 'host', 'awsvpc'] as const;
const ages = ['count', 'age', 'both'] as const;

/** Families of exercises by name of the rules of SPEC.md. */
const families = {
  'next-instance': {
    choices: { strategy: rules },
    draw: (draw, chosen) => nextInstance(draw, oneOf(rules, chosen('strategy'))),
  },
  'fit-count': {
    choices: { hostPort: ['fixed', 'dynamic'] },
    draw: (draw, chosen) => fitCount(draw, chosen('hostPort') === 'fixed'),
  },
  'zone-counts': { choices: {}, draw: (draw) => zoneCounts(draw) },
  'scale-in': {
    choices: { strategy: rulesOfScaleIn },
    draw: (draw, chosen) => scaleInStop(draw, oneOf(rulesOfScaleIn, chosen('strategy'))),
  },
  'second-copy': {
    choices: { networkMode: modes, hostPort: ['fixed', 'absent'] },
    draw: (draw, chosen) => secondCopy(draw, oneOf(modes, chosen('networkMode')), chosen('hostPort') === 'fixed'),
  },
  'capacity-split': {
    choices: { of: ['with the base', 'without a base'] },
    draw: (draw, chosen) => capacityShare(draw, chosen('of') === 'with the base' ? 'with the base' : 'without a base'),
  },
  deployment: {
    choices: { ask: ['start', 'stop'] },
    draw: (draw, chosen) => deploymentRoom(draw, chosen('ask') === 'start' ? 'start' : 'stop'),
  },
  'step-scaling': { choices: {}, draw: (draw) => stepCapacity(draw) },
  'fargate-size': { choices: { cpu: cpus }, draw: (draw, chosen) => fargateSize(draw, Number(chosen('cpu'))) },
  query: {
    choices: { operator: queryKinds },
    draw: (draw, chosen) => queryMatches(draw, oneOf(queryKinds, chosen('operator'))),
  },
  role: {
    choices: { need: needsAsked },
    draw: (draw, chosen) => roleTaken(draw, needsAsked.find((need) => need === chosen('need')) ?? 'pull from ECR'),
  },
  lifecycle: {
    choices: { by: ages },
    draw: (draw, chosen) => expiredSet(draw, oneOf(ages, chosen('by'))),
  },
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof families;

export const familyNames = Object.keys(families) as readonly FamilyName[];

/** What may be fixed of a family, and to what. */
export function choicesOf(family: FamilyName): Family['choices'] {
  return families[family].choices;
}

/** The word of the list; the first where a deck of another version names none of it. */
function oneOf<const T extends readonly [string, ...string[]]>(words: T, word: string): T[number] {
  return words.find((each) => each === word) ?? words[0];
}

/** More draws than this are not made; half of them and more succeed in every family. */
const mostDraws = 200;

/**
 * The exercise of a seed: draws until one passes the guard, which refuses what is ambiguous, trivial or has too few
 * answers. Null where none passed, which a test holds never to happen.
 */
export function drawExercise(family: FamilyName, parameters: Parameters, seed: number): Exercise | null {
  const draw = seededRandom(seed);
  const { choices, draw: make }: Family = families[family];
  for (let n = 0; n < mostDraws; n += 1) {
    const chosen = (key: string) => parameters[key] ?? pick(draw, choices[key] ?? ['']);
    const exercise = make(draw, chosen);
    if (exercise !== null) return exercise;
  }
  return null;
}
