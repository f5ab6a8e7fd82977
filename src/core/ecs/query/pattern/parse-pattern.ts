import { readClass, readEscape } from './character-class.ts';
import { anyCharacter, characters, type Pattern, type PatternProblem } from './pattern.ts';
import { fail, hasEnded, isFailed, type PatternReader, peek, take } from './pattern-reader.ts';

type Bounds = readonly [least: number, most: number];

const deepest = 50;
const mostRepeats = 1000;
/** So many steps of the matcher hold any pattern that somebody means, and no value is matched slowly. */
const mostStates = 3000;

/**
 * Reads a pattern in the syntax of Java's regular expressions, as far as no match needs looking back: literals, `.`,
 * classes, groups, alternation, `* + ?`, `{n}`, `{n,}`, `{n,m}`, anchors and the escapes `\d \w \s \D \W \S \t \n \r \f`.
 * Source: ECSDG `cluster-query-language.md`, `java.util.regex.Pattern`.
 */
export function parsePattern(source: string): Pattern | PatternProblem {
  const reader: PatternReader = { points: Array.from(source), at: 0, problem: null };
  const pattern = readEither(reader, 0);
  if (!isFailed(reader) && !hasEnded(reader)) {
    fail(reader, 'wrong', 'The pattern closes a group that it never opened.', 'Remove the `)`, or write `\\)`.');
  }
  if (!isFailed(reader) && sizeOf(pattern) > mostStates) {
    fail(reader, 'not worked out', 'The pattern is too large to be read here.', 'Repeat less often.');
  }
  return reader.problem ?? pattern;
}

function readEither(reader: PatternReader, depth: number): Pattern {
  const parts = [readSequence(reader, depth)];
  while (!isFailed(reader) && peek(reader) === '|') {
    take(reader);
    parts.push(readSequence(reader, depth));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'either', parts };
}

function readSequence(reader: PatternReader, depth: number): Pattern {
  const parts: Pattern[] = [];
  while (!isFailed(reader) && !hasEnded(reader) && !'|)'.includes(peek(reader))) {
    parts.push(readRepeat(reader, readAtom(reader, depth)));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
}

function readAtom(reader: PatternReader, depth: number): Pattern {
  const sign = take(reader);
  if (sign === '(') return readGroup(reader, depth + 1);
  if (sign === '[') return { kind: 'character', set: readClass(reader) };
  if (sign === '\\') return { kind: 'character', set: readEscape(reader) };
  if (sign === '.') return { kind: 'character', set: anyCharacter };
  if (sign === '^') return { kind: 'start' };
  if (sign === '$') return { kind: 'end' };
  if ('*+?{'.includes(sign)) {
    fail(
      reader,
      'wrong',
      `\`${sign}\` has nothing before it to repeat.`,
      `Write something before it, or \`\\${sign}\`.`,
    );
  }
  return { kind: 'character', set: characters(sign.codePointAt(0) ?? 0) };
}

function readGroup(reader: PatternReader, depth: number): Pattern {
  if (depth > deepest)
    fail(reader, 'not worked out', 'Groups stand too deep inside each other.', 'Write fewer of them.');
  if (peek(reader) === '?' && reader.points[reader.at + 1] !== ':') {
    fail(reader, 'not worked out', 'Groups that begin with `(?` are not read here.', 'Write a plain group.');
  }
  if (isFailed(reader)) return { kind: 'start' };
  if (peek(reader) === '?') reader.at += 2;
  const pattern = readEither(reader, depth);
  if (!isFailed(reader) && take(reader) !== ')') {
    fail(reader, 'wrong', 'A group of the pattern is not closed.', 'Write a `)`.');
  }
  return pattern;
}

/** A quantifier may be lazy, which changes no answer of yes or no. A possessive one may, and is not read. */
function readRepeat(reader: PatternReader, part: Pattern): Pattern {
  const bounds = isFailed(reader) ? null : readBounds(reader);
  if (bounds === null || isFailed(reader)) return part;
  if (peek(reader) === '+')
    fail(reader, 'not worked out', 'Possessive quantifiers are not read here.', 'Remove the second sign.');
  if (peek(reader) === '?') take(reader);
  else if ('*{'.includes(peek(reader) || ' ')) {
    fail(reader, 'wrong', 'A quantifier follows a quantifier.', 'Remove one of them, or write a group.');
  }
  const [least, most] = bounds;
  return { kind: 'repeat', part, least, most };
}

function readBounds(reader: PatternReader): Bounds | null {
  const sign = peek(reader);
  if (sign === '{') return readBraces(reader);
  if (sign === '' || !'*+?'.includes(sign)) return null;
  take(reader);
  return [sign === '+' ? 1 : 0, sign === '?' ? 1 : Number.POSITIVE_INFINITY];
}

function readBraces(reader: PatternReader): Bounds {
  const written = /^\{(\d{1,9})(?:(,)(\d{0,9}))?\}/.exec(reader.points.slice(reader.at, reader.at + 22).join(''));
  const [whole = '', from = '', comma = '', to = ''] = written ?? [];
  const least = Number(from);
  const most = comma === '' ? least : to === '' ? Number.POSITIVE_INFINITY : Number(to);
  if (whole === '' || most < least) {
    fail(reader, 'wrong', 'The braces hold no count.', 'Write `{2}`, `{2,}` or `{2,5}`, or `\\{`.');
  } else if (Math.max(least, Number(to)) > mostRepeats) {
    fail(reader, 'not worked out', `More than ${mostRepeats} repetitions are not read here.`, 'Repeat less often.');
  }
  reader.at += whole.length;
  return [least, most];
}

/** How many states the matcher makes of it, at most. */
function sizeOf(pattern: Pattern): number {
  if (pattern.kind === 'repeat') {
    const copies = pattern.most === Number.POSITIVE_INFINITY ? pattern.least + 1 : pattern.most;
    return copies * (sizeOf(pattern.part) + 1) + 1;
  }
  if (!('parts' in pattern)) return 1;
  return pattern.parts.reduce((sum, part) => sum + sizeOf(part) + 1, 1);
}
