/** Things by their order, the first on top. What decides the order of a thing that is in it must not change. */
export interface Heap<T> {
  add(item: T): void;
  /** Takes a thing out, wherever it stands; nothing where it is not in it. */
  remove(item: T): void;
  top(): T | undefined;
  /** All that equal the one on top, with it. */
  first(): readonly T[];
}

/** A binary heap that knows the place of each thing. */
export function createHeap<T>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = [];
  const places = new Map<T, number>();
  const put = (item: T, at: number) => {
    items[at] = item;
    places.set(item, at);
  };
  const isBefore = (a: number, b: number) => compare(items[a] as T, items[b] as T) < 0;
  const swap = (a: number, b: number) => {
    const [first, second] = [items[a] as T, items[b] as T];
    put(second, a);
    put(first, b);
  };
  const rise = (from: number) => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (from: number) => {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = left < items.length && isBefore(left, at) ? left : at;
      if (right < items.length && isBefore(right, least)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    add(item) {
      put(item, items.length);
      rise(items.length - 1);
    },
    remove(item) {
      const at = places.get(item);
      if (at === undefined) return;
      swap(at, items.length - 1);
      items.pop();
      places.delete(item);
      if (at === items.length) return;
      rise(at);
      sink(at);
    },
    top: () => items[0],
    first() {
      const found: T[] = [];
      // Whatever equals the top hangs below it without a gap.
      for (const open = items.length > 0 ? [0] : []; open.length > 0; ) {
        const at = open.pop() ?? 0;
        found.push(items[at] as T);
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < items.length && compare(items[child] as T, items[0] as T) === 0) open.push(child);
        }
      }
      return found;
    },
  };
}
