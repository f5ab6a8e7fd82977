import { countWords } from '../../../text/count-words.ts';
import { type CapacitySplit, explainSplit } from '../../capacity/split-by-capacity-provider.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import { distinctOptions } from '../distinct-options.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Prediction } from '../lab.ts';
import { type CapacityScenario, drawCapacity, readCapacityScenario } from './capacity-scenario.ts';

/** Tasks of each provider, in the order of the parts. */
export interface Shares {
  readonly shares: readonly { readonly base: number; readonly byWeight: number }[];
}

const heads = ['Base', 'Weight', 'Tasks by base', 'Tasks by weight', 'Tasks'];
const stages = ['The strategy', 'The base', 'The weights'];
const undocumented = 'AWS does not say';
const leftOut = 'Left out in the API or the CLI a weight is 0; the console fills in 1.';

/** How a capacity provider strategy divides the tasks of a service. */
export const capacityLab: Lab<CapacityScenario, Shares> = {
  name: 'capacity-providers',
  start: {
    count: 10,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 3 },
    ],
  },
  read: readCapacityScenario,
  draw: drawCapacity,
  given: ({ capacityProviderStrategy }) => [
    {
      caption: 'The strategy',
      heads: ['Provider', 'Base', 'Weight'],
      rows: capacityProviderStrategy.map((item) => [item.capacityProvider, String(item.base), String(item.weight)]),
    },
  ],
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function runOf(scenario: CapacityScenario): LabRun<CapacityScenario, Shares> {
  const { value, diagnostics } = explainSplit(scenario.capacityProviderStrategy, scenario.count);
  return {
    prediction: predictionOf(scenario, value, diagnostics),
    stages,
    before: stepOf(scenario, -1, 'Nothing has been divided yet.', () => ({
      standing: 'waiting',
      lead: 'No tasks yet',
      words: '',
    })),
    steps: value === null ? refused(scenario, diagnostics) : divided(scenario, value),
    outcome: outcomeOf(scenario, value, diagnostics),
    measures: measuresOf(scenario, value),
    remedies: value === null ? remediesOf(scenario) : [],
    findings: diagnostics,
  };
}

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;
type Tasks = Pick<CapacitySplit, 'base' | 'byWeight'>;

function stepOf(
  { capacityProviderStrategy }: CapacityScenario,
  stage: number,
  says: string,
  standOf: (at: number) => Stand,
  split: Tasks | null = null,
): LabStep<Shares> {
  const shares = capacityProviderStrategy.map((_, at) => ({
    base: split?.base[at] ?? 0,
    byWeight: split?.byWeight[at] ?? 0,
  }));
  const parts = capacityProviderStrategy.map(({ capacityProvider, base, weight }, at): LabPart => {
    const { base: byBase = 0, byWeight = 0 } = shares[at] ?? {};
    const cells = [base, weight, byBase, byWeight, byBase + byWeight].map(String);
    return { name: nameOf(capacityProviderStrategy, at, capacityProvider), ...standOf(at), cells };
  });
  return { stage, says, heads, parts, picture: { shares } };
}

/** A provider that is named twice is told apart by its place. */
function nameOf(all: CapacityScenario['capacityProviderStrategy'], at: number, name: string): string {
  return all.filter(({ capacityProvider }) => capacityProvider === name).length > 1 ? `${name} (${at + 1})` : name;
}

function refused(scenario: CapacityScenario, diagnostics: readonly EngineFinding[]): readonly LabStep<Shares>[] {
  const told = diagnostics.map(({ message, fix }) => `${message} ${fix}`);
  const says = [...told, ...(diagnostics.some(({ code }) => code === 'V5' || code === 'V6') ? [leftOut] : [])].join(
    ' ',
  );
  if (diagnostics.every(({ code }) => code === 'V8')) return leftOver(scenario, says);
  const isRefused = diagnostics.some(({ standing }) => standing === 'wrong');
  const lead = isRefused ? 'Refused' : 'Not documented';
  const words = isRefused ? 'AWS does not take this strategy.' : 'No document says how many tasks it gets.';
  return [stepOf(scenario, 0, says, () => ({ standing: 'out', lead, words }))];
}

function divided(scenario: CapacityScenario, split: CapacitySplit): readonly LabStep<Shares>[] {
  const { capacityProviderStrategy: items } = scenario;
  const { base, byWeight } = split;
  const says = restWords(split, weightsOf(items));
  const standOf = (at: number) =>
    weightStand(items[at]?.weight ?? 0, { base: base[at] ?? 0, byWeight: byWeight[at] ?? 0 }, split);
  return [...untilBase(scenario, base), stepOf(scenario, 2, says, standOf, split)];
}

/** Strategy and base are as ever; only who gets what is left over is told nowhere. */
function leftOver(scenario: CapacityScenario, says: string): readonly LabStep<Shares>[] {
  const { capacityProviderStrategy: items, count } = scenario;
  const base = items.map((item) => Math.min(item.base, count));
  const rest = count - base.reduce((sum, tasks) => sum + tasks, 0);
  const totalWeight = items.reduce((sum, { weight }) => sum + weight, 0);
  const standOf = (at: number): Stand => {
    const weight = items[at]?.weight ?? 0;
    const exact = (rest * weight) / totalWeight;
    const share = Math.round(100 * exact) / 100;
    const words = `${weight} of ${totalWeight} parts of ${rest} is ${share === exact ? '' : 'about '}${share}.`;
    return { standing: 'behind', lead: 'Not documented', words };
  };
  return [...untilBase(scenario, base), stepOf(scenario, 2, says, standOf, byBaseAlone(base))];
}

function untilBase(scenario: CapacityScenario, base: readonly number[]): readonly LabStep<Shares>[] {
  const { capacityProviderStrategy: items, count } = scenario;
  const kept = (at: number): Stand => ({
    standing: 'kept',
    lead: 'Kept',
    words: `Base ${items[at]?.base ?? 0}, weight ${items[at]?.weight ?? 0}.`,
  });
  const byBase = base.reduce((sum, tasks) => sum + tasks, 0);
  return [
    stepOf(scenario, 0, 'AWS takes the strategy: one kind of provider, and at most one base.', kept),
    stepOf(scenario, 1, baseWords(byBase, count), (at) => baseStand(base[at] ?? 0), byBaseAlone(base)),
  ];
}

function byBaseAlone(base: readonly number[]): Tasks {
  return { base, byWeight: base.map(() => 0) };
}

function weightsOf(items: CapacityScenario['capacityProviderStrategy']): string {
  return items.map(({ weight }) => weight).join(' : ');
}

function baseWords(byBase: number, count: number): string {
  if (byBase === 0) return 'The base comes first, and there is none to take.';
  return `The base comes first: ${countWords(byBase, 'task')} of ${count}.`;
}

function restWords({ rest, totalWeight }: CapacitySplit, weights: string): string {
  if (rest === 0) return 'No task is left for the weights.';
  const others = rest === 1 ? 'The other 1 is' : `The other ${rest} are`;
  return `${others} divided by weight, ${weights}, which is ${totalWeight} in all.`;
}

function baseStand(tasks: number): Stand {
  if (tasks === 0) return { standing: 'waiting', lead: 'Waits', words: 'Its base takes none.' };
  return { standing: 'kept', lead: countWords(tasks, 'task'), words: 'Its base.' };
}

function weightStand(
  weight: number,
  { base, byWeight }: Shares['shares'][number],
  { rest, totalWeight }: CapacitySplit,
): Stand {
  const lead = countWords(base + byWeight, 'task');
  if (weight === 0) return { standing: 'behind', lead, words: `Weight 0 takes none of the rest. ${leftOut}` };
  if (rest === 0) return { standing: 'kept', lead, words: 'Nothing is left to divide.' };
  const share = `${weight} of ${totalWeight} parts of ${rest} is ${byWeight}`;
  return { standing: 'best', lead, words: base === 0 ? `${share}.` : `${share}, and ${base} by its base.` };
}

function outcomeOf(
  { capacityProviderStrategy, count }: CapacityScenario,
  split: CapacitySplit | null,
  diagnostics: readonly EngineFinding[],
): string {
  if (split === null) {
    const isRefused = diagnostics.some(({ standing }) => standing === 'wrong');
    return isRefused ? 'The strategy is refused, and no task starts.' : 'How the tasks are divided is not documented.';
  }
  const each = capacityProviderStrategy.map(
    ({ capacityProvider }, at) => `${capacityProvider} ${split.counts[at] ?? 0}`,
  );
  return `Of ${countWords(count, 'task')}: ${each.join(', ')}.`;
}

/** Of the last provider, whose share hangs on the base of another. */
function predictionOf(
  scenario: CapacityScenario,
  split: CapacitySplit | null,
  diagnostics: readonly EngineFinding[],
): Prediction {
  const { capacityProviderStrategy: items, count } = scenario;
  const at = items.length - 1;
  const last = items[at];
  const right = split?.counts[at] ?? 0;
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const withoutBase = Math.round((count * (last?.weight ?? 0)) / Math.max(1, total));
  const isRefused = diagnostics.some(({ standing }) => standing === 'wrong');
  const other = isRefused ? 'none, it is refused' : undocumented;
  const guesses = distinctOptions([right, withoutBase, Math.floor(count / items.length), count, 0]);
  return {
    asks: `How many of ${countWords(count, 'task')} does ${last?.capacityProvider ?? ''} start?`,
    options: [...guesses, undocumented, 'none, it is refused'],
    right: [split === null ? other : String(right)],
  };
}

function measuresOf(scenario: CapacityScenario, split: CapacitySplit | null): Readonly<Record<string, number>> {
  const counts = scenario.capacityProviderStrategy.map(({ capacityProvider }, at) => {
    return [`tasks on ${capacityProvider}`, split?.counts[at] ?? 0] as const;
  });
  return { 'tasks divided': split === null ? 0 : scenario.count, ...Object.fromEntries(counts) };
}

/** The nearest number of tasks that divides, where that is what is missing. */
function remediesOf(scenario: CapacityScenario) {
  const { capacityProviderStrategy: items, count } = scenario;
  const base = items.reduce((sum, item) => sum + item.base, 0);
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const next = base + Math.ceil(Math.max(0, count - base) / Math.max(1, total)) * total;
  const changed = { ...scenario, count: next };
  const divides = total > 0 && next <= 200 && explainSplit(items, next).value !== null;
  return divides ? [{ label: `Ask for ${countWords(next, 'task')}`, scenario: changed }] : [];
}

const weightsCompared = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [1, 4],
] as const;

/** The same number of tasks under other weights of the first two. */
function compare(scenario: CapacityScenario): LabTable | null {
  const [first, second] = scenario.capacityProviderStrategy;
  if (first === undefined || second === undefined) return null;
  const rows = weightsCompared.map(([one, two]) => {
    const items = [
      { ...first, weight: one },
      { ...second, weight: two },
    ];
    const { value, diagnostics } = explainSplit(items, scenario.count);
    const isRefused = diagnostics.some(({ standing }) => standing === 'wrong');
    const unknown = isRefused ? 'refused' : 'not documented';
    return [`${one} : ${two}`, String(value?.counts[0] ?? unknown), String(value?.counts[1] ?? unknown)];
  });
  return {
    caption: 'The first two alone, by other weights',
    heads: ['Weights', first.capacityProvider, second.capacityProvider],
    rows,
  };
}
