import { type QueryToken, queryTokens } from './jmespath-tokens.ts';
import { either, type QueryReading, within } from './query-reading.ts';

type Paths = QueryReading['paths'];

interface Parser {
  readonly tokens: readonly QueryToken[];
  at: number;
  depth: number;
  picks: boolean;
  narrows: boolean;
}

/** Deeper expressions are no answer to any question. */
const deepest = 40;
const whole: Paths = [[]];

/** How strongly a token binds what stands before it. Source: jmespath.py 1.0, `Parser.BINDING_POWER`. */
const powers: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['||', 2],
  ['&&', 3],
  ...['==', '!=', '<', '<=', '>', '>='].map((sign): [string, number] => [sign, 5]),
  ['[]', 9],
  ['*', 20],
  ['[?', 21],
  ['.', 40],
  ['!', 45],
  ['{', 50],
  ['[', 55],
  ['(', 60],
]);
/** Weaker than this, a token ends a projection. */
const projectionEnds = 10;

/** The last expression that was read, for a command is looked at more than once. */
let latest: { readonly text: string; readonly reading: QueryReading | null } | null = null;

/** Reads a JMESPath expression as the CLI does; null where the CLI would refuse it. */
export function readQuery(text: string): QueryReading | null {
  if (latest?.text !== text) latest = { text, reading: readAnew(text) };
  return latest.reading;
}

function readAnew(text: string): QueryReading | null {
  const tokens = queryTokens(text);
  if (tokens === null || tokens.length === 0) return null;
  const parser: Parser = { tokens, at: 0, depth: 0, picks: false, narrows: false };
  const paths = expression(parser, 0);
  if (paths === null || parser.at < tokens.length) return null;
  return { paths, picks: parser.picks, narrows: parser.narrows };
}

function typeAt(parser: Parser, ahead = 0): string {
  return parser.tokens[parser.at + ahead]?.type ?? 'end';
}

function power(parser: Parser): number {
  return powers.get(typeAt(parser)) ?? 0;
}

function take(parser: Parser, type: string): boolean {
  if (typeAt(parser) !== type) return false;
  parser.at += 1;
  return true;
}

function expression(parser: Parser, least: number): Paths | null {
  parser.depth += 1;
  let mayCall = typeAt(parser) === 'name';
  let paths = parser.depth <= deepest ? first(parser) : null;
  while (paths !== null && least < power(parser)) {
    paths = next(parser, paths, mayCall);
    mayCall = false;
  }
  parser.depth -= 1;
  return paths;
}

/** What may begin an expression. */
function first(parser: Parser): Paths | null {
  const { type, text } = parser.tokens[parser.at] ?? { type: 'end', text: '' };
  parser.at += 1;
  switch (type) {
    case 'name':
      return [[text]];
    case 'quoted':
      return typeAt(parser) === '(' ? null : [[text.slice(1, -1)]];
    case 'literal':
      parser.narrows = true;
      return [];
    case '@':
      return whole;
    case '*':
      return typeAt(parser) === ']' ? whole : projected(parser, whole, 20);
    case '[?':
      return filter(parser, whole);
    case '[]':
      return projected(parser, whole, 9);
    case '{':
      return hash(parser);
    case '(':
      return closed(parser, expression(parser, 0), ')');
    case '!':
      parser.narrows = true;
      return expression(parser, 45);
    case '&':
      return expression(parser, 0);
    case '[':
      return bracketFirst(parser);
    default:
      return null;
  }
}

function closed(parser: Parser, inner: Paths | null, end: string): Paths | null {
  return inner !== null && take(parser, end) ? inner : null;
}

function bracketFirst(parser: Parser): Paths | null {
  if (typeAt(parser) === 'number' || typeAt(parser) === ':') return index(parser, whole);
  if (typeAt(parser) !== '*' || typeAt(parser, 1) !== ']') return list(parser, ']');
  parser.at += 2;
  return projected(parser, whole, 20);
}

/** What may follow an expression that takes `before`. */
function next(parser: Parser, before: Paths, mayCall: boolean): Paths | null {
  const type = typeAt(parser);
  parser.at += 1;
  switch (type) {
    case '.':
      return take(parser, '*') ? projected(parser, before, 20) : joined(before, afterDot(parser, 40));
    case '|':
      return joined(before, expression(parser, 1));
    case '[?':
      return filter(parser, before);
    case '[]':
      return projected(parser, before, 9);
    case '(':
      parser.narrows = true;
      return mayCall ? call(parser) : null;
    case '[':
      if (typeAt(parser) === 'number' || typeAt(parser) === ':') return index(parser, before);
      return take(parser, '*') && take(parser, ']') ? projected(parser, before, 20) : null;
    case '*':
    case '{':
    case '!':
      return null;
    default: {
      parser.narrows = true;
      const other = expression(parser, powers.get(type) ?? 0);
      return other === null ? null : either(before, other);
    }
  }
}

function joined(before: Paths, after: Paths | null): Paths | null {
  return after === null ? null : within(before, after);
}

function call(parser: Parser): Paths | null {
  return take(parser, ')') ? [] : list(parser, ')');
}

function filter(parser: Parser, before: Paths): Paths | null {
  parser.narrows = true;
  if (expression(parser, 0) === null || !take(parser, ']')) return null;
  return typeAt(parser) === '[]' ? before : projected(parser, before, 21);
}

/** What a projection goes on with, if it does. */
function projected(parser: Parser, before: Paths, strength: number): Paths | null {
  if (power(parser) < projectionEnds) return before;
  if (typeAt(parser) === '[' || typeAt(parser) === '[?') return joined(before, expression(parser, strength));
  if (!take(parser, '.')) return null;
  return joined(before, typeAt(parser) === '*' ? expression(parser, strength) : afterDot(parser, strength));
}

function afterDot(parser: Parser, strength: number): Paths | null {
  if (/^(?:name|quoted|\*)$/.test(typeAt(parser))) return expression(parser, strength);
  if (take(parser, '[')) return list(parser, ']');
  return take(parser, '{') ? hash(parser) : null;
}

function list(parser: Parser, end: string): Paths | null {
  let taken: Paths = [];
  do {
    const paths = expression(parser, 0);
    if (paths === null) return null;
    taken = either(taken, paths);
  } while (take(parser, ','));
  return take(parser, end) ? taken : null;
}

function hash(parser: Parser): Paths | null {
  let taken: Paths = [];
  do {
    const isNamed = (take(parser, 'name') || take(parser, 'quoted')) && take(parser, ':');
    const paths = isNamed ? expression(parser, 0) : null;
    if (paths === null) return null;
    taken = either(taken, paths);
  } while (take(parser, ','));
  return take(parser, '}') ? taken : null;
}

/** `[0]`, or a slice such as `[0:2]`. */
function index(parser: Parser, before: Paths): Paths | null {
  const isSlice = typeAt(parser) === ':' || typeAt(parser, 1) === ':';
  if (!isSlice) {
    parser.picks = true;
    return take(parser, 'number') && take(parser, ']') ? before : null;
  }
  parser.narrows = true;
  for (let colons = 0; typeAt(parser) !== ']'; ) {
    if (take(parser, ':')) colons += 1;
    else if (!take(parser, 'number')) return null;
    if (colons > 2) return null;
  }
  return take(parser, ']') ? projected(parser, before, 20) : null;
}
