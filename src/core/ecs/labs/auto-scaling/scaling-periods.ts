import { largestWins } from '../../scaling/largest-wins.ts';
import { scaleBySteps } from '../../scaling/scale-by-steps.ts';
import { trackTarget } from '../../scaling/target-tracking.ts';
import { type EngineFinding, findingOf } from '../../verdicts/engine-finding.ts';
import { type NamedPolicy, policiesOf, type ScalingScenario } from './scaling-scenario.ts';

/** One period: what the metric said, what each policy asked for, and what became of it. */
export interface Period {
  readonly metric: number | null;
  readonly before: number;
  readonly after: number;
  /** What each policy asks for; null while its alarm is not in breach, or where it asks for no change. */
  readonly asks: Readonly<Record<string, number | null>>;
  /** Whether the cooldown of a scale-in keeps tasks from stopping. */
  readonly isHeld: boolean;
  /** The cooldown that goes on in this period; null where none does. */
  readonly cooldown: Cooldown | null;
  /** What no document tells; the periods end here. */
  readonly unknown: readonly EngineFinding[];
}

/** Begun by a change before. */
export interface Cooldown {
  readonly direction: 'scale out' | 'scale in';
  /** Periods left, this one included. */
  readonly left: number;
  /** Tasks before it began, from which a larger step is still reckoned. */
  readonly from: number;
}

/**
 * The periods one after another, up to the first whose outcome AWS does not document. During the cooldown of a scale-out a
 * larger step adds only what is missing; a scale-out ends the cooldown of a scale-in. Source: API-AAS
 * `StepScalingPolicyConfiguration`.
 */
export function periodsOf(scenario: ScalingScenario): readonly Period[] {
  const periods: Period[] = [];
  let cooldown: Cooldown | null = null;
  let running = scenario.running;
  for (const metric of scenario.metric) {
    const period = periodOf(scenario, metric, running, cooldown);
    periods.push(period);
    if (period.unknown.length > 0) break;
    cooldown = nextCooldown(scenario, period, cooldown);
    running = period.after;
  }
  return periods;
}

function periodOf(
  scenario: ScalingScenario,
  metric: number | null,
  running: number,
  cooldown: Cooldown | null,
): Period {
  const still = { metric, before: running, after: running, isHeld: false, cooldown, unknown: [] };
  if (scenario.policyType === 'TargetTrackingScaling') {
    const wanted = trackedFrom(scenario, metric, running);
    const asks = { tracking: wanted === running ? null : wanted };
    return settle({ ...still, asks }, wanted);
  }
  const policies = policiesOf(scenario);
  if (metric === null) return { ...still, asks: Object.fromEntries(policies.map(({ name }) => [name, null])) };
  const asked = policies.map((each) => askedOf(scenario, each, metric, running, cooldown));
  const asks = Object.fromEntries(asked.map(({ name, wanted }) => [name, wanted === running ? null : wanted]));
  const unknown = asked.flatMap((each) => each.unknown);
  if (unknown.length > 0) return { ...still, asks, unknown };
  const wishes = asked.flatMap(({ name, wanted }) => (wanted === running ? [] : [{ policy: name, capacity: wanted }]));
  return settle({ ...still, asks }, wishes.length === 0 ? running : largestWins(wishes).capacity);
}

function trackedFrom(scenario: ScalingScenario, metric: number | null, running: number): number {
  const { targetValue, disableScaleIn, minCapacity, maxCapacity } = scenario;
  return trackTarget({ target: targetValue, disableScaleIn }, metric, { running, min: minCapacity, max: maxCapacity })
    .capacity;
}

/** Where a scale-out cools down, a step out is reckoned from the tasks before it. */
function askedOf(
  { minCapacity, maxCapacity }: ScalingScenario,
  { name, policy }: NamedPolicy,
  metric: number,
  running: number,
  cooldown: Cooldown | null,
) {
  const isStill = name === 'scaleOut' && cooldown?.direction === 'scale out';
  const from = isStill ? cooldown.from : running;
  const { value, diagnostics } = scaleBySteps(policy, metric, { running: from, min: minCapacity, max: maxCapacity });
  const wanted = value === null || value.step === null ? running : value.capacity;
  return { name, wanted: isStill ? Math.max(wanted, running) : wanted, unknown: value === null ? diagnostics : [] };
}

function settle(period: Omit<Period, 'isHeld' | 'unknown'>, wanted: number): Period {
  const { cooldown } = period;
  if (wanted >= period.before || cooldown === null) return { ...period, after: wanted, isHeld: false, unknown: [] };
  const isHeld = cooldown.direction === 'scale in';
  return { ...period, after: period.before, isHeld, unknown: isHeld ? [] : [inAfterOut] };
}

const inAfterOut = findingOf(
  'not documented',
  'J6',
  '/cooldown',
  'No document says whether a scale-in waits for the cooldown of a scale-out.',
  'Set the cooldown to 0, or leave the scale-in out.',
);

function nextCooldown(
  { cooldown: length }: ScalingScenario,
  { before, after }: Period,
  cooldown: Cooldown | null,
): Cooldown | null {
  if (length === 0) return null;
  if (after > before) {
    const from = cooldown?.direction === 'scale out' ? cooldown.from : before;
    return { direction: 'scale out', left: length, from };
  }
  if (after < before) return { direction: 'scale in', left: length, from: before };
  if (cooldown === null || cooldown.left <= 1) return null;
  return { ...cooldown, left: cooldown.left - 1 };
}
