import { either, type QueryReading, within } from './query-reading.ts';

type Paths = QueryReading['paths'];

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  picks: boolean;
  narrows: boolean;
}

const deepest = 30;

/** What a filter of jq takes out, as far as it is made of members, lists and pipes; null for one that jq refuses. */
export function readJqFilter(filter: string): QueryReading | null {
  const reader: Reader = { text: filter, at: 0, depth: 0, picks: false, narrows: false };
  const paths = pipe(reader);
  skip(reader, /\s+/y);
  if (paths === null || reader.at < filter.length) return null;
  return { paths, picks: reader.picks, narrows: reader.narrows };
}

function skip(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? null;
  if (found !== null) reader.at += found.length;
  return found;
}

function sign(reader: Reader, pattern: RegExp): string | null {
  skip(reader, /\s+/y);
  return skip(reader, pattern);
}

function pipe(reader: Reader): Paths | null {
  reader.depth += 1;
  let paths = reader.depth > deepest ? null : union(reader);
  while (paths !== null && sign(reader, /\|/y) !== null) {
    const after = union(reader);
    paths = after === null ? null : within(paths, after);
  }
  reader.depth -= 1;
  return paths;
}

function union(reader: Reader): Paths | null {
  let taken: Paths = [];
  do {
    const paths = term(reader);
    if (paths === null) return null;
    taken = either(taken, paths);
  } while (sign(reader, /,/y) !== null);
  return taken;
}

function term(reader: Reader): Paths | null {
  let paths = primary(reader);
  while (paths !== null) {
    const member = skip(reader, /\.(?:[A-Za-z_]\w*|"[^"]*")/y);
    if (member !== null) {
      paths = within(paths, [[nameOf(member)]]);
      continue;
    }
    const bracket = skip(reader, /\.?\[[^[\]{}()|]*\]\??|\?/y);
    if (bracket === null) break;
    paths = inBrackets(reader, paths, bracket);
  }
  // Sums and comparisons make another value of what they take.
  if (paths === null || sign(reader, /[-+*/%<>=!]=?|\/\/|\b(?:and|or)\b/y) === null) return paths;
  reader.narrows = true;
  const other = term(reader);
  return other === null ? null : either(paths, other);
}

function inBrackets(reader: Reader, paths: Paths, bracket: string): Paths {
  const inner = bracket.replace(/^\.?\[|\]\??$|\?/g, '').trim();
  if (/^"[^"]*"$/.test(inner)) return within(paths, [[inner.slice(1, -1)]]);
  if (/^-?\d+$/.test(inner)) reader.picks = true;
  else if (inner !== '') reader.narrows = true;
  return paths;
}

function nameOf(member: string): string {
  return member.slice(1).replaceAll('"', '');
}

function primary(reader: Reader): Paths | null {
  const member = sign(reader, /\.(?:[A-Za-z_]\w*|"[^"]*")/y);
  if (member !== null) return [[nameOf(member)]];
  const opening = sign(reader, /[.[{(]/y);
  if (opening === '.') return [[]];
  if (opening === '[') return sign(reader, /\]/y) !== null ? [] : closed(pipe(reader), reader, /\]/y);
  if (opening === '(') return closed(pipe(reader), reader, /\)/y);
  if (opening === '{') return object(reader);
  return computed(reader);
}

function closed(paths: Paths | null, reader: Reader, end: RegExp): Paths | null {
  return paths !== null && sign(reader, end) !== null ? paths : null;
}

/** `{a, b: .c}` takes the members a and c. */
function object(reader: Reader): Paths | null {
  let taken: Paths = [];
  do {
    const key = sign(reader, /[A-Za-z_]\w*|"[^"]*"/y);
    if (key === null) return null;
    const paths = sign(reader, /:/y) === null ? [[key.replaceAll('"', '')]] : term(reader);
    if (paths === null) return null;
    taken = either(taken, paths);
  } while (sign(reader, /,/y) !== null);
  return sign(reader, /\}/y) === null ? null : taken;
}

/** Functions, formats and constants. */
function computed(reader: Reader): Paths | null {
  if (sign(reader, /@?[A-Za-z_]\w*|-?\d+(?:\.\d+)?|"[^"]*"/y) === null) return null;
  reader.narrows = true;
  return sign(reader, /\(/y) === null ? [] : closed(pipe(reader), reader, /\)/y);
}
