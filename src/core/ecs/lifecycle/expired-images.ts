import type { Outcome } from '../../model/diagnostic.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { checkLifecyclePolicy } from './check-lifecycle-policy.ts';
import type { LifecyclePolicy, LifecycleRule, RepositoryImage } from './lifecycle-policy.ts';
import { selectsImage } from './selects-image.ts';

/** What one rule did; images by name, oldest first. */
export interface RuleTrace {
  readonly rulePriority: number;
  /** Every image that its tags fit, also those that an earlier rule has. */
  readonly identified: readonly string[];
  /** Those of them that are too many or too old. */
  readonly beyond: readonly string[];
  /** Those that it may not expire, since an earlier rule identified them first, with that rule's priority. */
  readonly spared: readonly { readonly image: string; readonly by: number }[];
  readonly expired: readonly string[];
}

export interface Expiry {
  /** Names of all images that are expired, oldest first. */
  readonly expired: readonly string[];
  /** Names of those that stay, oldest first. */
  readonly kept: readonly string[];
  /** In the order of priority. */
  readonly rules: readonly RuleTrace[];
}

/**
 * I10 to I15: the images that a lifecycle policy expires.
 *
 * No value when ECR refuses the policy, or when what it does not document decides (I4, I8, I15).
 * Source: ECRUG `LifecyclePolicies.md`, `lifecycle_policy_examples.md`.
 */
export function expiredImages(
  policy: LifecyclePolicy,
  images: readonly RepositoryImage[],
): Outcome<Expiry, EngineFinding> {
  if (new Set(images.map(({ name }) => name)).size < images.length) {
    throw new Error('Inconsistent: two images of one name');
  }
  const faults = checkLifecyclePolicy(policy);
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const oldestFirst = images.toSorted((a, b) => b.pushedDaysAgo - a.pushedDaysAgo);
  const owners = new Map<string, number>();
  const traces: RuleTrace[] = [];
  for (const rule of policy.rules.toSorted((a, b) => a.rulePriority - b.rulePriority)) {
    const identified = oldestFirst.filter((image) => selectsImage(rule.selection, image));
    const tie = findTie(rule, identified, owners);
    if (tie !== null) return { value: null, diagnostics: [tie] };
    traces.push(apply(rule, identified, owners));
    for (const { name } of identified) if (!owners.has(name)) owners.set(name, rule.rulePriority);
  }
  const gone = new Set(traces.flatMap(({ expired }) => expired));
  const names = oldestFirst.map(({ name }) => name);
  const [expired, kept] = [names.filter((name) => gone.has(name)), names.filter((name) => !gone.has(name))];
  return { value: { expired, kept, rules: traces }, diagnostics: [] };
}

function apply(
  rule: LifecycleRule,
  identified: readonly RepositoryImage[],
  owners: ReadonlyMap<string, number>,
): RuleTrace {
  const beyond = beyondLimit(rule, identified).map(({ name }) => name);
  const spared = beyond.flatMap((image) => {
    const by = owners.get(image);
    return by === undefined ? [] : [{ image, by }];
  });
  const expired = beyond.filter((image) => !owners.has(image));
  return { rulePriority: rule.rulePriority, identified: identified.map(({ name }) => name), beyond, spared, expired };
}

/** I12, I13: all but the youngest so many, or all that are older than so many days. */
function beyondLimit({ selection }: LifecycleRule, oldestFirst: readonly RepositoryImage[]) {
  const { countType, countNumber } = selection;
  if (countType === 'sinceImagePushed') return oldestFirst.filter((image) => image.pushedDaysAgo > countNumber);
  return oldestFirst.slice(0, Math.max(0, oldestFirst.length - countNumber));
}

/** I15: the oldest that stays and the youngest that goes were pushed at once, and one of those that were may be expired. */
function findTie(
  rule: LifecycleRule,
  oldestFirst: readonly RepositoryImage[],
  owners: ReadonlyMap<string, number>,
): EngineFinding | null {
  if (rule.selection.countType !== 'imageCountMoreThan') return null;
  const cut = beyondLimit(rule, oldestFirst).length;
  const age = oldestFirst[cut]?.pushedDaysAgo;
  if (cut === 0 || age === undefined || oldestFirst[cut - 1]?.pushedDaysAgo !== age) return null;
  const tied = oldestFirst.filter(({ pushedDaysAgo, name }) => pushedDaysAgo === age && !owners.has(name));
  if (tied.length === 0) return null;
  const names = tied.map(({ name }) => name).join(', ');
  const message = `${names}: which of the images that were pushed at one moment is the older is not documented.`;
  return findingOf('not documented', 'I15', '', message, 'Let them be pushed one after the other.');
}
