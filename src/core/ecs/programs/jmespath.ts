import { type QueryToken, queryTokens } from './jmespath-tokens.ts';

/** What an expression takes out of an answer. */
export interface QueryReading {
  /** Names of the members that it looks into. */
  readonly fields: ReadonlySet<string>;
  /** Takes one element by its number. */
  readonly picks: boolean;
  /** Filters, slices, compares or computes, so that its result may lack some of what is there. */
  readonly narrows: boolean;
}

interface Parser {
  readonly tokens: readonly QueryToken[];
  at: number;
  depth: number;
  readonly fields: Set<string>;
  picks: boolean;
  narrows: boolean;
}

/** Deeper expressions are no answer to any question. */
const deepest = 40;

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

/** Reads a JMESPath expression as the CLI does; null where the CLI would refuse it. */
export function readQuery(text: string): QueryReading | null {
  const tokens = queryTokens(text);
  if (tokens === null || tokens.length === 0) return null;
  const parser: Parser = { tokens, at: 0, depth: 0, fields: new Set(), picks: false, narrows: false };
  return expression(parser, 0) && parser.at === tokens.length ? parser : null;
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

function expression(parser: Parser, least: number): boolean {
  parser.depth += 1;
  let isName = typeAt(parser) === 'name';
  let fits = parser.depth <= deepest && first(parser);
  while (fits && least < power(parser)) {
    fits = next(parser, isName);
    isName = false;
  }
  parser.depth -= 1;
  return fits;
}

/** What may begin an expression. */
function first(parser: Parser): boolean {
  const { type, text } = parser.tokens[parser.at] ?? { type: 'end', text: '' };
  parser.at += 1;
  switch (type) {
    case 'name':
    case 'quoted':
      if (typeAt(parser) !== '(') parser.fields.add(text.replace(/^"|"$/g, ''));
      return type === 'name' || typeAt(parser) !== '(';
    case 'literal':
      parser.narrows = true;
      return true;
    case '@':
      return true;
    case '*':
      return typeAt(parser) === ']' || projected(parser, 20);
    case '[?':
      return filter(parser);
    case '[]':
      return projected(parser, 9);
    case '{':
      return hash(parser);
    case '(':
      return expression(parser, 0) && take(parser, ')');
    case '!':
      parser.narrows = true;
      return expression(parser, 45);
    case '&':
      return expression(parser, 0);
    case '[':
      return bracketFirst(parser);
    default:
      return false;
  }
}

function bracketFirst(parser: Parser): boolean {
  if (typeAt(parser) === 'number' || typeAt(parser) === ':') return index(parser);
  if (typeAt(parser) !== '*' || typeAt(parser, 1) !== ']') return list(parser, ']');
  parser.at += 2;
  return projected(parser, 20);
}

/** What may follow an expression. */
function next(parser: Parser, afterName: boolean): boolean {
  const type = typeAt(parser);
  parser.at += 1;
  switch (type) {
    case '.':
      return take(parser, '*') ? projected(parser, 20) : afterDot(parser, 40);
    case '|':
      return expression(parser, 1);
    case '[?':
      return filter(parser);
    case '[]':
      return projected(parser, 9);
    case '(':
      parser.narrows = true;
      return afterName && (take(parser, ')') || list(parser, ')'));
    case '[':
      if (typeAt(parser) === 'number' || typeAt(parser) === ':') return index(parser);
      return take(parser, '*') && take(parser, ']') && projected(parser, 20);
    case '*':
    case '{':
    case '!':
      return false;
    default:
      parser.narrows = true;
      return expression(parser, powers.get(type) ?? 0);
  }
}

function filter(parser: Parser): boolean {
  parser.narrows = true;
  if (!expression(parser, 0) || !take(parser, ']')) return false;
  return typeAt(parser) === '[]' || projected(parser, 21);
}

/** What a projection goes on with, if it does. */
function projected(parser: Parser, strength: number): boolean {
  if (power(parser) < projectionEnds) return true;
  if (typeAt(parser) === '[' || typeAt(parser) === '[?') return expression(parser, strength);
  return take(parser, '.') && (typeAt(parser) === '*' ? expression(parser, strength) : afterDot(parser, strength));
}

function afterDot(parser: Parser, strength: number): boolean {
  if (/^(?:name|quoted|\*)$/.test(typeAt(parser))) return expression(parser, strength);
  if (take(parser, '[')) return list(parser, ']');
  return take(parser, '{') && hash(parser);
}

function list(parser: Parser, end: string): boolean {
  do {
    if (!expression(parser, 0)) return false;
  } while (take(parser, ','));
  return take(parser, end);
}

function hash(parser: Parser): boolean {
  do {
    if (!take(parser, 'name') && !take(parser, 'quoted')) return false;
    if (!take(parser, ':') || !expression(parser, 0)) return false;
  } while (take(parser, ','));
  return take(parser, '}');
}

/** `[0]`, or a slice such as `[0:2]`. */
function index(parser: Parser): boolean {
  const isSlice = typeAt(parser) === ':' || typeAt(parser, 1) === ':';
  if (!isSlice) {
    parser.picks = true;
    return take(parser, 'number') && take(parser, ']');
  }
  parser.narrows = true;
  for (let colons = 0; typeAt(parser) !== ']'; ) {
    if (take(parser, ':')) colons += 1;
    else if (!take(parser, 'number')) return false;
    if (colons > 2) return false;
  }
  return take(parser, ']') && projected(parser, 20);
}
