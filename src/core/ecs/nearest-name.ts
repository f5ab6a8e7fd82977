const longestName = 64;

/**
 * The one of `names` that differs from `word` in case alone or in the fewest slips (an inserted, left-out, changed or
 * swapped character), at most one in four characters; null when none is near. Slips in words over 64 characters are
 * not looked for.
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const sought = word.toLowerCase();
  if (sought === '' || sought.length > longestName) return null;
  let nearest: string | null = null;
  let fewest = Math.floor(sought.length / 4) + 1;
  for (const name of names) {
    if (Math.abs(name.length - sought.length) >= fewest) continue;
    const slips = countSlips(sought, name.toLowerCase());
    if (slips >= fewest) continue;
    nearest = name;
    fewest = slips;
  }
  return nearest;
}

/** Optimal string alignment distance, in three rolling rows. */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const plain = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(swapped ? Math.min(plain, at(before, column - 2) + 1) : plain);
    }
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
