/** Code points from the first to the second, both included; sorted, and none overlap. */
export type CharacterSet = readonly (readonly [from: number, to: number])[];

/** A regular expression as it was grouped. */
export type Pattern =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number }
  /** `^` and `$`. */
  | { readonly kind: 'start' | 'end' };

/** Why a pattern cannot be read, with the place in it. */
export interface PatternProblem {
  /** Java refuses it, or reads it where this reader does not. */
  readonly standing: 'wrong' | 'not worked out';
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

const last = 0x10ffff;

/** One code point, or those from one to another. */
export function characters(from: number, to: number = from): CharacterSet {
  return [[from, to]];
}

export function unite(sets: readonly CharacterSet[]): CharacterSet {
  const united: [number, number][] = [];
  for (const [from, to] of sets.flat().toSorted(([a], [b]) => a - b)) {
    const before = united.at(-1);
    if (before !== undefined && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else united.push([from, to]);
  }
  return united;
}

/** All code points that are not in the set. */
export function complement(set: CharacterSet): CharacterSet {
  const bounds = [-1, ...set.flat(), last + 1];
  const gaps = Array.from({ length: bounds.length / 2 }, (_, n) => {
    return [(bounds[2 * n] ?? 0) + 1, (bounds[2 * n + 1] ?? 0) - 1] as const;
  });
  return gaps.filter(([from, to]) => from <= to);
}

/** Whether a code point is in a set. */
export function contains(set: CharacterSet, point: number): boolean {
  return set.some(([from, to]) => from <= point && point <= to);
}

const digit = characters(0x30, 0x39);
const word = unite([digit, characters(0x41, 0x5a), characters(0x5f), characters(0x61, 0x7a)]);
const space = unite([characters(0x09, 0x0d), characters(0x20)]);

/** The classes behind a backslash, in ASCII as in Java without flags. */
export const escapedClasses: Readonly<Record<string, CharacterSet>> = {
  d: digit,
  D: complement(digit),
  w: word,
  W: complement(word),
  s: space,
  S: complement(space),
};

/** What `.` stands for: all but the line terminators of Java. */
export const anyCharacter: CharacterSet = complement(
  unite([0x0a, 0x0d, 0x85, 0x2028, 0x2029].map((at) => characters(at))),
);
