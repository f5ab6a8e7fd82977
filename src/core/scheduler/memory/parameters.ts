/** The 21 parameters of FSRS-6, w0 to w20, each within its range. */
export type Parameters = readonly [...Seven, ...Seven, ...Seven];
type Seven = readonly [number, number, number, number, number, number, number];

/** FSRS-6's own, fitted to the answers of many learners. */
const usual: Parameters = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
  0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** Least and most of w0 to w20. */
const ranges: readonly (readonly [number, number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/** Least w19 with same-day answers: the more a card is known, the less another answer on one day may help it. */
const leastSameDay = 0.01;

/** What FSRS-4.5 and FSRS-5 had for w20, which was not a parameter yet: how fast recall falls. */
const olderDecay = 0.5;

/**
 * The 21 parameters of FSRS-6, each within its range. `given` may also be the 19 of FSRS-5 or the 17 of FSRS-4.5, which
 * are taken for what they mean in FSRS-6; undefined gives FSRS-6's own. Any other count is a RangeError.
 */
export function takeParameters(given: readonly number[] = usual, shortTerm = true): Parameters {
  const taken = withinRanges(asFsrs6(given, shortTerm), shortTerm);
  if (!isWhole(taken)) throw new RangeError(`FSRS has 21, 19 or 17 parameters, and not ${given.length}`);
  return taken;
}

function isWhole(parameters: readonly number[]): parameters is Parameters {
  return parameters.length === usual.length;
}

function asFsrs6(given: readonly number[], shortTerm: boolean): readonly number[] {
  if (given.length === 19) return [...given, 0, olderDecay];
  return given.length === 17 ? sinceFsrs5(withinRanges(given, shortTerm)) : given;
}

/** FSRS-5 changed what difficulty begins with and how it moves. */
function sinceFsrs5(older: readonly number[]): readonly number[] {
  const [w4 = 0, w5 = 0, w6 = 0] = older.slice(4, 7);
  const moved = [w5 * 2 + w4, Math.log(w5 * 3 + 1) / 3, w6 + 0.5].map((value) => Number(value.toFixed(8)));
  return [...older.slice(0, 4), ...moved, ...older.slice(7), 0, 0, 0, olderDecay];
}

/** What is no number becomes the least. */
function withinRanges(parameters: readonly number[], shortTerm: boolean): readonly number[] {
  return parameters.map((value, index) => {
    const [least = 0, most = 0] = ranges[index] ?? [];
    const from = index === 19 && shortTerm ? leastSameDay : least;
    return Math.min(most, Math.max(from, value || 0));
  });
}
