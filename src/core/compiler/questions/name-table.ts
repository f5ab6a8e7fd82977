import { comparePlaces } from '../compare-diagnostics.ts';
import type { NameClaim } from './file-digest.ts';

/** Who has which name in a pack. Files come and go in any order; what it says depends on those that are in it. */
export interface NameTable {
  /** The first claim of each name, in the order of files and lines. */
  readonly byName: ReadonlyMap<string, NameClaim>;
  put(claims: readonly NameClaim[]): void;
  take(claims: readonly NameClaim[]): void;
  /** All claims of each name that has several, in their order. */
  clashes(): readonly (readonly NameClaim[])[];
}

export function createNameTable(): NameTable {
  const byName = new Map<string, NameClaim>();
  const several = new Map<string, Set<NameClaim>>();
  return {
    byName,
    put(claims) {
      for (const claim of claims) putClaim(claim);
    },
    take(claims) {
      const shaken = new Set<string>();
      for (const claim of claims) takeClaim(claim, shaken);
      for (const name of shaken) settleName(name);
    },
    clashes: () => [...several.values()].map(inOrder),
  };

  function putClaim(claim: NameClaim): void {
    const before = byName.get(claim.name);
    if (before !== undefined) {
      const all = several.get(claim.name) ?? new Set([before]);
      several.set(claim.name, all.add(claim));
    }
    if (before === undefined || comparePlaces(claim.place, before.place) < 0) byName.set(claim.name, claim);
  }

  function takeClaim(claim: NameClaim, shaken: Set<string>): void {
    const all = several.get(claim.name);
    if (all === undefined) byName.delete(claim.name);
    else {
      all.delete(claim);
      shaken.add(claim.name);
    }
  }

  /** Of a name that several had: whether any of them is left, and who is the first now. */
  function settleName(name: string): void {
    const left = inOrder(several.get(name) ?? new Set());
    const [first] = left;
    if (left.length < 2) several.delete(name);
    if (first === undefined) byName.delete(name);
    else byName.set(name, first);
  }
}

function inOrder(claims: ReadonlySet<NameClaim>): readonly NameClaim[] {
  return [...claims].sort((a, b) => comparePlaces(a.place, b.place));
}
