import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { pointTo } from '../verdicts/finding.ts';

/** One provider of a strategy, named as in API-ECS `CapacityProviderStrategyItem`. */
export interface StrategyItem {
  readonly capacityProvider: string;
  /** Tasks that this provider gets first; 0 when left out. */
  readonly base?: number;
  /** Its share of the tasks beyond the base; 0 when left out, as in API and CLI. */
  readonly weight?: number;
  /** What stands behind a provider that is not one of the two of Fargate; an Auto Scaling group when left out. */
  readonly behind?: 'auto-scaling-group' | 'managed-instances';
}

const mostProviders = 20;
const mostBase = 100_000;
const mostWeight = 1_000;

/** V1 to V7: why AWS refuses a strategy, or leaves open what comes of it. A strategy that is refused is only that. */
export function checkStrategy(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  const wrong = [
    ...checkLength(strategy),
    ...strategy.flatMap((item, at) => checkNumbers(item, at)),
    ...checkKinds(strategy),
    ...checkBases(strategy),
    ...checkWeights(strategy),
  ];
  return wrong.length > 0 ? wrong : [...findTwice(strategy), ...findUnweighted(strategy)];
}

function checkLength({ length }: readonly StrategyItem[]): readonly EngineFinding[] {
  if (length >= 1 && length <= mostProviders) return [];
  const message = length === 0 ? 'The strategy names no provider.' : `The strategy names ${length} providers.`;
  return [findingOf('wrong', 'V1', '', message, `Name 1 to ${mostProviders}.`)];
}

function checkNumbers(item: StrategyItem, at: number): readonly EngineFinding[] {
  const bounds = [
    ['base', item.base ?? 0, mostBase],
    ['weight', item.weight ?? 0, mostWeight],
  ] as const;
  return bounds
    .filter(([, number, most]) => !Number.isInteger(number) || number < 0 || number > most)
    .map(([name, number, most]) => {
      const message = `\`${name}\` is ${number}.`;
      return findingOf('wrong', 'V2', pointTo(`/${at}`, name), message, `Write a whole number from 0 to ${most}.`);
    });
}

function checkKinds(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  const kinds = strategy.map(kindOf);
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  if (other < 0) return [];
  const message = `${strategy[0]?.capacityProvider} and ${strategy[other]?.capacityProvider} are of two kinds.`;
  const fix = 'Use Fargate providers alone, Auto Scaling groups alone, or Managed Instances alone.';
  return [findingOf('wrong', 'V3', `/${other}`, message, fix)];
}

function kindOf({ capacityProvider, behind = 'auto-scaling-group' }: StrategyItem): string {
  return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT' ? 'fargate' : behind;
}

function checkBases(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  const withBase = strategy.flatMap(({ base = 0 }, at) => (base > 0 ? [at] : []));
  return withBase.slice(1).map((at) => {
    const pointer = pointTo(`/${at}`, 'base');
    return findingOf('wrong', 'V4', pointer, 'A second provider has a base.', 'Leave one base only.');
  });
}

function checkWeights(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  if (strategy.length < 2 || strategy.some(({ weight = 0 }) => weight !== 0)) return [];
  const message = 'Every weight is 0, so nobody takes the tasks.';
  return [findingOf('wrong', 'V5', '', message, 'Give one provider a weight.')];
}

function findUnweighted(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  return strategy.flatMap(({ base = 0, weight = 0 }, at) => {
    if (weight > 0 || (base === 0 && strategy.length > 1)) return [];
    const message =
      strategy.length === 1
        ? 'What a lone provider of weight 0 starts is not documented.'
        : 'What a base with weight 0 starts is not documented: by the text, weight 0 places nothing.';
    return [findingOf('not documented', 'V6', pointTo(`/${at}`, 'weight'), message, 'Give it a weight of 1 or more.')];
  });
}

function findTwice(strategy: readonly StrategyItem[]): readonly EngineFinding[] {
  const names = strategy.map(({ capacityProvider }) => capacityProvider);
  return names.flatMap((name, at) => {
    if (names.indexOf(name) === at) return [];
    const message = `${name} stands twice, and what comes of that is not documented.`;
    return [findingOf('not documented', 'V7', `/${at}`, message, 'Name each provider once.')];
  });
}
