/** The same things, those of one group one after the other where the first of them stood; null is no group. */
export function keepTogether<T>(things: readonly T[], groupOf: (thing: T) => string | null): readonly T[] {
  const groups = new Map<string, T[]>();
  const places = things.map((thing): readonly T[] => {
    const group = groupOf(thing);
    if (group === null) return [thing];
    const before = groups.get(group);
    if (before !== undefined) {
      before.push(thing);
      return [];
    }
    const members = [thing];
    groups.set(group, members);
    return members;
  });
  return places.flat();
}
