/** What one of several policies of a service asks for, in tasks. */
export interface Proposal {
  readonly policy: string;
  readonly capacity: number;
}

export interface Decision {
  readonly capacity: number;
  /** The policies that asked for it. */
  readonly by: readonly string[];
}

/**
 * G15: of several policies that fire together, the largest capacity wins; so tasks stop only if all of them want so.
 *
 * @throws without a proposal.
 * Source: API-AAS `PutScalingPolicy`; ECSDG `service-autoscaling-targettracking.md`.
 */
export function largestWins(proposals: readonly Proposal[]): Decision {
  if (proposals.length === 0) throw new Error('Inconsistent: no policy has asked for anything');
  const capacity = Math.max(...proposals.map((proposal) => proposal.capacity));
  return { capacity, by: proposals.filter((proposal) => proposal.capacity === capacity).map(({ policy }) => policy) };
}
