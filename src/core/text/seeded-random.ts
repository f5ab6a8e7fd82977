/**
 * Whole numbers from a seed: the same seed gives the same run on every device.
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, passes gjrand; fit for shuffles, not for secrets.
 *
 * @returns a function that draws an integer from 0 up to, not including, `below` (1 to 2^32).
 */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const bits = (mixed ^ (mixed >>> 14)) >>> 0;
    return Math.floor((bits / 2 ** 32) * below);
  };
}
