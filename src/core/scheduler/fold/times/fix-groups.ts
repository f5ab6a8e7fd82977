import type { LogEntry } from '../../../model/log/log-entry.ts';
import type { ClockFix } from '../entry-kinds.ts';

/**
 * The fixes by what a learner sees as one correction: those that name an entry in common, whichever tabs wrote them,
 * and those that one tab wrote at once.
 */
export function groupFixes(fixes: readonly ClockFix[]): readonly (readonly ClockFix[])[] {
  const parents = new Map(fixes.map((fix) => [fix, fix]));
  const rootOf = (fix: ClockFix): ClockFix => {
    let root = fix;
    for (let next = parents.get(root) ?? root; next !== root; next = parents.get(root) ?? root) {
      parents.set(root, parents.get(next) ?? next);
      root = next;
    }
    return root;
  };
  for (const [one, other] of [...pairsThatOverlap(fixes), ...pairsOfOneTab(fixes)])
    parents.set(rootOf(other), rootOf(one));
  const groups = new Map<ClockFix, ClockFix[]>();
  for (const fix of fixes) {
    const group = groups.get(rootOf(fix));
    if (group === undefined) groups.set(rootOf(fix), [fix]);
    else group.push(fix);
  }
  return [...groups.values()];
}

type Pair = readonly [ClockFix, ClockFix];

/** Enough pairs to join all that overlap: each fix with the one before it that reaches furthest. */
function pairsThatOverlap(fixes: readonly ClockFix[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let furthest: ClockFix | null = null;
  for (const fix of fixes.toSorted((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : a.from - b.from))) {
    const isSameLog: boolean = furthest?.ref === fix.ref;
    if (furthest !== null && isSameLog && fix.from <= furthest.to) pairs.push([furthest, fix]);
    if (furthest === null || !isSameLog || fix.to > furthest.to) furthest = fix;
  }
  return pairs;
}

/** A tab that corrects times begins a log, and its fixes have one bound. */
function pairsOfOneTab(fixes: readonly ClockFix[]): readonly Pair[] {
  const firsts = new Map<string, ClockFix>();
  return fixes.flatMap((fix) => {
    if (!isBounded(fix)) return [];
    const key = `${fix.log} ${fix.above} ${fix.below}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, fix);
    return first === undefined ? [] : [[first, fix]];
  });
}

/**
 * The fixes that hold. What tabs corrected by themselves stands and falls together: a tab that did not know yet that
 * the learner took the correction back changes nothing. `undone`: what undos point at.
 */
export function holdingFixes(fixes: readonly ClockFix[], undone: ReadonlySet<LogEntry>): readonly ClockFix[] {
  if (!fixes.some((fix) => undone.has(fix))) return fixes;
  const byThemselves = fixes.filter((fix) => isBounded(fix) && fix.asked !== true);
  const taken = groupFixes(byThemselves).filter((group) => group.some((fix) => undone.has(fix)));
  const fallen = new Set(taken.flat());
  return fixes.filter((fix) => !undone.has(fix) && !fallen.has(fix));
}

/** As the app writes them. */
function isBounded({ above, below }: ClockFix): boolean {
  return above !== undefined || below !== undefined;
}
