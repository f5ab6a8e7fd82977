/** Remembers the first number that came under each key. */
export interface FirstTable {
  /** Puts the number under the key if nothing is there yet; the number that is there then. */
  putFirst(key: number, value: number): number;
}

const firstSize = 1024;

/** Open addressing over typed arrays: a Map of hundreds of thousands of numbers costs ten times as much. */
export function createFirstTable(): FirstTable {
  let keys = new Int32Array(firstSize);
  let values = new Int32Array(firstSize).fill(-1);
  let filled = 0;
  return {
    putFirst(key, value) {
      if (filled * 2 >= keys.length) grow();
      const slot = slotOf(keys, values, key);
      if (values[slot] === -1) {
        keys[slot] = key;
        values[slot] = value;
        filled++;
      }
      return values[slot] ?? value;
    },
  };

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Int32Array(oldKeys.length * 2);
    values = new Int32Array(oldKeys.length * 2).fill(-1);
    oldValues.forEach((value, index) => {
      if (value === -1) return;
      const slot = slotOf(keys, values, oldKeys[index] ?? 0);
      keys[slot] = oldKeys[index] ?? 0;
      values[slot] = value;
    });
  }
}

/** Where the key is, or the free place for it. */
function slotOf(keys: Int32Array, values: Int32Array, key: number): number {
  let slot = (Math.imul(key, 2654435761) >>> 7) & (keys.length - 1);
  while (values[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
  return slot;
}
