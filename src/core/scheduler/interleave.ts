/**
 * The same things in nearly the same order, but no two neighbours of one topic while another topic is
 * left: each place takes the first whose topic differs from the one before.
 */
export function interleave<T>(things: readonly T[], topicOf: (thing: T) => string): T[] {
  const left = [...things];
  const placed: T[] = [];
  let previous: string | null = null;
  while (left.length > 0) {
    const other = left.findIndex((thing) => topicOf(thing) !== previous);
    const [next] = left.splice(Math.max(0, other), 1);
    if (next === undefined) break;
    placed.push(next);
    previous = topicOf(next);
  }
  return placed;
}
