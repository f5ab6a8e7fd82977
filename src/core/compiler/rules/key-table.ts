/** Things under numbers, several under one, the first of them at the head. */
export interface KeyTable<T> {
  put(key: number, thing: T): void;
  /** Takes out all things under the key that are gone. */
  sweep(key: number, isGone: (thing: T) => boolean): void;
  first(key: number): T | undefined;
  all(key: number): readonly T[];
}

const firstSize = 1024;

/**
 * Open addressing over typed arrays, with a chain for each key: a Map of hundreds of thousands of numbers costs ten times
 * as much. `isBefore` says which of two things is the earlier one.
 */
export function createKeyTable<T>(isBefore: (a: T, b: T) => boolean): KeyTable<T> {
  let keys = new Int32Array(firstSize);
  // The chain of the key that has the slot; -1 where no key has it. A chain that was emptied keeps its slot.
  let heads = new Int32Array(firstSize).fill(-1);
  let filled = 0;
  const chains = createChains<T>();
  return {
    put(key, thing) {
      if (filled * 2 >= keys.length) grow();
      const slot = slotOf(keys, heads, key);
      const head = heads[slot] ?? -1;
      if (head === -1) {
        keys[slot] = key;
        filled++;
      }
      heads[slot] = chains.add(head, thing, isBefore);
    },
    sweep(key, isGone) {
      const slot = slotOf(keys, heads, key);
      const left = chains.take(heads[slot] ?? -1).filter((thing) => !isGone(thing));
      if (heads[slot] === -1) return;
      heads[slot] = left.reduce((head, thing) => chains.add(head, thing, isBefore), emptied);
    },
    first: (key) => chains.at(heads[slotOf(keys, heads, key)] ?? -1),
    all: (key) => chains.all(heads[slotOf(keys, heads, key)] ?? -1),
  };

  function grow(): void {
    const [oldKeys, oldHeads] = [keys, heads];
    keys = new Int32Array(oldKeys.length * 2);
    heads = new Int32Array(oldKeys.length * 2).fill(-1);
    filled = 0;
    for (let index = 0; index < oldHeads.length; index++) {
      const head = oldHeads[index] ?? -1;
      if (head < 0) continue;
      const slot = slotOf(keys, heads, oldKeys[index] ?? 0);
      keys[slot] = oldKeys[index] ?? 0;
      heads[slot] = head;
      filled++;
    }
  }
}

/** Where the key is, or the free place for it. */
function slotOf(keys: Int32Array, heads: Int32Array, key: number): number {
  let slot = (Math.imul(key, 2654435761) >>> 7) & (keys.length - 1);
  while (heads[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}

const emptied = -2;

/** Linked lists, each known by the number of its head; a number below 0 is none. */
function createChains<T>() {
  const things: (T | undefined)[] = [];
  let next = new Int32Array(firstSize);
  const free: number[] = [];
  return {
    /** The head when the thing is added: itself where it is the earliest, for then it stands at the head. */
    add(head: number, thing: T, isBefore: (a: T, b: T) => boolean): number {
      const node = free.pop() ?? things.length;
      if (node >= next.length) next = doubled(next);
      things[node] = thing;
      if (head < 0 || isBefore(thing, things[head] as T)) {
        next[node] = Math.max(head, -1);
        return node;
      }
      next[node] = next[head] ?? -1;
      next[head] = node;
      return head;
    },
    at: (head: number): T | undefined => (head < 0 ? undefined : things[head]),
    all(head: number): readonly T[] {
      const found: T[] = [];
      for (let node = head; node >= 0; node = next[node] ?? -1) found.push(things[node] as T);
      return found;
    },
    /** Gives all of a list, and its places back. */
    take(head: number): readonly T[] {
      const found: T[] = [];
      for (let node = head; node >= 0; node = next[node] ?? -1) {
        found.push(things[node] as T);
        things[node] = undefined;
        free.push(node);
      }
      return found;
    },
  };
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(numbers.length * 2);
  twice.set(numbers);
  return twice;
}
