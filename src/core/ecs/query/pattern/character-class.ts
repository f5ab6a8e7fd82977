import { type CharacterSet, characters, complement, escapedClasses, unite } from './pattern.ts';
import { fail, hasEnded, isFailed, type PatternReader, peek, take } from './pattern-reader.ts';

const controls: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, f: 0x0c, r: 0x0d };

/** What stands behind a backslash. */
export function readEscape(reader: PatternReader): CharacterSet {
  const sign = take(reader);
  const known = Object.hasOwn(escapedClasses, sign) ? escapedClasses[sign] : undefined;
  if (known !== undefined) return known;
  const control = Object.hasOwn(controls, sign) ? controls[sign] : undefined;
  if (control !== undefined) return characters(control);
  if (sign === '') fail(reader, 'wrong', 'The pattern ends with a backslash.', 'Write `\\\\` for a backslash.');
  if (/[A-Za-z0-9]/.test(sign)) {
    fail(reader, 'not worked out', `\`\\${sign}\` is not read here.`, 'Write the characters that it stands for.');
  }
  return characters(sign.codePointAt(0) ?? 0);
}

/** The rest of a class, whose `[` has been taken. */
export function readClass(reader: PatternReader): CharacterSet {
  const isNegated = peek(reader) === '^';
  if (isNegated) take(reader);
  if (peek(reader) === ']') fail(reader, 'not worked out', 'A class begins with `]`.', 'Write `\\]`.');
  const sets: CharacterSet[] = [];
  while (!isFailed(reader) && !hasEnded(reader) && peek(reader) !== ']') sets.push(readMembers(reader));
  if (!isFailed(reader) && take(reader) !== ']') {
    fail(reader, 'wrong', 'A class of the pattern is not closed.', 'Write a `]`.');
  }
  const set = unite(sets);
  return isNegated ? complement(set) : set;
}

/** One member of a class, or a range of them. */
function readMembers(reader: PatternReader): CharacterSet {
  const first = readMember(reader);
  const isRange = peek(reader) === '-' && ![']', undefined].includes(reader.points[reader.at + 1]);
  if (!isRange || isFailed(reader)) return first;
  take(reader);
  const second = readMember(reader);
  const [from, to] = [single(first), single(second)];
  if (from === null || to === null || from > to) {
    fail(reader, 'wrong', 'A range of a class runs backwards or has no end.', 'Write it as in `[a-z]`, or `\\-`.');
    return first;
  }
  return characters(from, to);
}

function readMember(reader: PatternReader): CharacterSet {
  const sign = take(reader);
  if (sign === '\\') return readEscape(reader);
  if (sign === '[' || (sign === '&' && peek(reader) === '&')) {
    fail(reader, 'not worked out', 'Classes of classes are not read here.', `Write one class, or \`\\${sign}\`.`);
  }
  return characters(sign.codePointAt(0) ?? 0);
}

/** The one code point of a set; null for a set of several. */
function single(set: CharacterSet): number | null {
  const [range] = set;
  return set.length === 1 && range !== undefined && range[0] === range[1] ? range[0] : null;
}
