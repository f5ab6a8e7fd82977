const longestName = 64;

/**
 * The one of `names` that differs from `word` in case alone or in the fewest slips (an inserted, left-out, changed or
 * swapped character), at most `most`, which is one in four characters; null when none is near. Slips in words over 64 characters are
 * not looked for.
 */
export function nearestName(word: string, names: Iterable<string>, most = Math.floor(word.length / 4)): string | null {
  const sought = word.toLowerCase();
  if (sought === '' || sought.length > longestName) return null;
  let nearest: string | null = null;
  let fewest = most + 1;
  const letters = countLetters(sought);
  for (const name of names) {
    if (Math.abs(name.length - sought.length) >= fewest) continue;
    const candidate = name.toLowerCase();
    if (strangeLetters(candidate, letters) >= fewest) continue;
    const slips = countSlips(sought, candidate, fewest);
    if (slips >= fewest) continue;
    nearest = name;
    fewest = slips;
  }
  return nearest;
}

function countLetters(word: string): Uint8Array {
  const counts = new Uint8Array(128);
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) & 127;
    counts[letter] = (counts[letter] ?? 0) + 1;
  }
  return counts;
}

/** Letters of a word that another does not have, however ordered: never more than the slips, and far cheaper. */
function strangeLetters(word: string, others: Uint8Array): number {
  const left = others.slice();
  let strange = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) & 127;
    const count = left[letter] ?? 0;
    if (count === 0) strange++;
    else left[letter] = count - 1;
  }
  return strange;
}

/**
 * Optimal string alignment distance in three rolling rows, or a number of at least `enough` where it is no less. Only
 * cells within `enough` of the diagonal are filled, since any other is that far away: this runs for every unknown key
 * of a pasted file.
 */
function countSlips(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  let leastAbove = 0;
  for (let row = 1; row <= a.length; row++) {
    const current = new Array<number>(b.length + 1).fill(enough);
    current[0] = row;
    let least = row;
    const last = Math.min(b.length, row + enough);
    for (let column = Math.max(1, row - enough); column <= last; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const plain = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
      );
      const slips = isSwap(a, b, row, column) ? Math.min(plain, at(before, column - 2) + 1) : plain;
      current[column] = slips;
      least = Math.min(least, slips);
    }
    // A swap reaches back two rows, so both must be beyond hope.
    if (least >= enough && leastAbove >= enough) return enough;
    before = above;
    above = current;
    leastAbove = least;
  }
  return at(above, b.length);
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  return row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
