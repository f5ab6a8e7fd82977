/**
 * The same things in nearly the same order, mixed: each place takes the first thing whose topic and kind both differ
 * from those of the one before; failing that, the first of another topic, then the first of another kind. So no two
 * neighbours share a topic while another topic is left. Linear in the number of things, for a handful of kinds.
 */
export function interleave<T>(
  things: readonly T[],
  topicOf: (thing: T) => string,
  kindOf: (thing: T) => string,
): readonly T[] {
  const lanes = lanesOf(
    things.map((thing, place) => ({ thing, place, topic: topicOf(thing) })),
    kindOf,
  );
  const placed: T[] = [];
  for (let pick = pickNext(lanes, null); pick !== null; pick = pickNext(lanes, pick)) {
    takeFrom(pick);
    placed.push(pick.item.thing);
  }
  return placed;
}

interface Item<T> {
  readonly thing: T;
  readonly place: number;
  readonly topic: string;
}

/**
 * The things of one kind in order. Only two of them can be next: the first that is left, and the first after it of
 * another topic. All that is left between the two has the topic of the first, so neither pointer ever goes back.
 *
 *     a a b a c     first ─ a(0)   other ─ b(2)
 */
interface Lane<T> {
  readonly items: readonly Item<T>[];
  readonly taken: boolean[];
  first: number;
  other: number;
}

function lanesOf<T>(items: readonly Item<T>[], kindOf: (thing: T) => string): readonly Lane<T>[] {
  const byKind = new Map<string, Item<T>[]>();
  for (const item of items) {
    const kind = kindOf(item.thing);
    const known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, [item]);
    else known.push(item);
  }
  return [...byKind.values()].map((lane) => {
    const made: Lane<T> = { items: lane, taken: lane.map(() => false), first: 0, other: 0 };
    settle(made);
    return made;
  });
}

/** A thing that can be next, and the lane that it stands in. */
interface Pick<T> {
  readonly lane: Lane<T>;
  readonly item: Item<T>;
}

function pickNext<T>(lanes: readonly Lane<T>[], last: Pick<T> | null): Pick<T> | null {
  let best: Pick<T> | null = null;
  for (const lane of lanes) {
    for (const place of [lane.first, lane.other]) {
      const item = lane.items[place];
      if (item !== undefined && (best === null || isBetter({ lane, item }, best, last))) best = { lane, item };
    }
  }
  return best;
}

function isBetter<T>(one: Pick<T>, two: Pick<T>, last: Pick<T> | null): boolean {
  const difference = likeness(one, last) - likeness(two, last);
  return difference < 0 || (difference === 0 && one.item.place < two.item.place);
}

/** 0 for nothing in common, 1 for the same kind, 2 for the same topic, 3 for both. */
function likeness<T>({ lane, item }: Pick<T>, last: Pick<T> | null): number {
  if (last === null) return 0;
  return (item.topic === last.item.topic ? 2 : 0) + (lane === last.lane ? 1 : 0);
}

function takeFrom<T>({ lane, item }: Pick<T>): void {
  lane.taken[lane.items[lane.first] === item ? lane.first : lane.other] = true;
  settle(lane);
}

/** Moves both pointers past what was taken. */
function settle<T>(lane: Lane<T>): void {
  const { items, taken } = lane;
  while (taken[lane.first]) lane.first += 1;
  const topic = items[lane.first]?.topic;
  lane.other = Math.max(lane.other, lane.first);
  while (lane.other < items.length && (taken[lane.other] || items[lane.other]?.topic === topic)) lane.other += 1;
}
