/** A map of its own identity over one that is changed in place: copying all cards for each answer is slow. */
export function viewOf<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return {
    get size() {
      return map.size;
    },
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    keys: () => map.keys(),
    values: () => map.values(),
    entries: () => map.entries(),
    forEach: (visit) => map.forEach(visit),
    [Symbol.iterator]: () => map[Symbol.iterator](),
  };
}
