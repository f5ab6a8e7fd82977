import type { ExamBlueprint } from '../model/pack.ts';

/**
 * How many questions of each domain an exam of that size has: in the proportions of the blueprint, by largest
 * remainders, so that they sum to the size. Domains without weight have none.
 */
export function quotasOf({ domains }: Pick<ExamBlueprint, 'domains'>, size: number): ReadonlyMap<string, number> {
  const entries = Object.entries(domains);
  const total = entries.reduce((sum, [, { weight }]) => sum + weight, 0);
  if (total <= 0) return new Map();
  const shares = entries.map(([domain, { weight }]) => ({ domain, exact: (size * weight) / total }));
  const quotas = new Map(shares.map(({ domain, exact }) => [domain, Math.floor(exact)]));
  const missing = size - [...quotas.values()].reduce((sum, count) => sum + count, 0);
  const byRemainder = [...shares].sort((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { domain } of byRemainder.slice(0, missing)) quotas.set(domain, (quotas.get(domain) ?? 0) + 1);
  return quotas;
}
