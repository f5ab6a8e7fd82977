import type { Outcome } from '../../model/diagnostic.ts';
import { quote } from '../verdicts/finding.ts';
import type { Query, QueryFinding } from './query.ts';
import { mostQueryFindings } from './query.ts';
import { complain, hasEnded, here, isSign, type QueryReader, skipToJoiner } from './query-reader.ts';
import { type QueryWord, queryWords } from './query-words.ts';
import { readComparison } from './read-comparison.ts';

const longest = 2000;
const deepest = 50;

/**
 * Reads an expression of the Cluster Query Language, as `memberOf` and `list-container-instances --filter` take it. What
 * cannot be right is a finding, and so is what no document gives a meaning; with either there is no query, since its
 * answers could not be relied on. Never throws.
 *
 * Source: ECSDG `cluster-query-language.md`, API-ECS `PlacementConstraint.expression`.
 */
export function parseQuery(source: string): Outcome<Query, QueryFinding> {
  if (source.length > longest) return { value: null, diagnostics: [tooLong(source.length)] };
  const words = queryWords(source);
  const deep = tooDeep(words);
  if (deep !== null) return { value: null, diagnostics: [deep] };
  const reader: QueryReader = { words, at: 0, length: source.length, findings: [] };
  const value = readExpression(reader);
  while (!hasEnded(reader)) {
    const fix = 'Remove it, or open a group with `(`.';
    complain(reader, { code: 'Q1', message: 'This `)` closes nothing.', fix });
    reader.at += 1;
    readMore(reader, []);
  }
  const diagnostics = reader.findings.toSorted((a, b) => a.offset - b.offset).slice(0, mostQueryFindings);
  return { value: diagnostics.length > 0 ? null : value, diagnostics };
}

function tooLong(length: number): QueryFinding {
  const message = `An expression has up to ${longest} characters; this one has ${length}.`;
  return { code: 'Q5', standing: 'wrong', offset: longest, message, fix: 'Shorten it.' };
}

/** The first parenthesis that is deeper than anybody writes, so that reading never goes deeper than the stack. */
function tooDeep(words: readonly QueryWord[]): QueryFinding | null {
  let depth = 0;
  for (const { text, kind, offset } of words) {
    if (kind !== 'mark') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    const message = 'Parentheses stand too deep inside each other.';
    if (depth > deepest) return { code: 'Q5', standing: 'wrong', offset, message, fix: `Write ${deepest} at most.` };
  }
  return null;
}

/** Terms with `and` or `or` between them, up to a `)` or the end. Null when one of them could not be read. */
function readExpression(reader: QueryReader): Query | null {
  return readMore(reader, [readTerm(reader)]);
}

function readMore(reader: QueryReader, terms: (Query | null)[]): Query | null {
  let joined: 'and' | 'or' | null = null;
  while (!hasEnded(reader) && !isSign(reader, ')')) {
    const joiner = readJoiner(reader);
    if (joiner === null) continue;
    if (joined !== null && joiner.kind !== joined) {
      const message = '`and` and `or` stand side by side, and no document says which goes first.';
      const fix = 'Put parentheses round what belongs together.';
      complain(reader, { code: 'Q6', standing: 'not documented', offset: joiner.offset, message, fix });
    }
    joined = joiner.kind;
    terms.push(readTerm(reader));
  }
  const parts = terms.filter((term) => term !== null);
  if (parts.length < terms.length) return null;
  return joined === null || parts.length === 1 ? (parts[0] ?? null) : { kind: joined, parts };
}

const joiners: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['and', 'and'],
  ['&&', 'and'],
  ['or', 'or'],
  ['||', 'or'],
]);

/** Takes an `and` or `or`; of anything else, complains and goes on to the next one. */
function readJoiner(reader: QueryReader): { readonly kind: 'and' | 'or'; readonly offset: number } | null {
  const { text, kind, offset } = here(reader);
  const joiner = kind === 'quoted' ? undefined : joiners.get(text.toLowerCase());
  if (joiner === undefined) {
    const message = `${quote(text)} stands where an \`and\`, an \`or\` or the end should be.`;
    const fix = 'Join comparisons with `and` or `or`; put quotes round a value that has spaces.';
    complain(reader, { code: 'Q1', message, fix });
    skipToJoiner(reader);
    return null;
  }
  warnOfCapitals(reader);
  reader.at += 1;
  return { kind: joiner, offset };
}

function warnOfCapitals(reader: QueryReader): void {
  const { text } = here(reader);
  if (text === text.toLowerCase()) return;
  const message = `No document says whether ${quote(text)} may have capitals.`;
  complain(reader, { code: 'Q6', standing: 'not documented', message, fix: `Write \`${text.toLowerCase()}\`.` });
}

function readTerm(reader: QueryReader): Query | null {
  const { text, kind } = here(reader);
  const isNegated = kind !== 'quoted' && ['not', '!'].includes(text.toLowerCase());
  if (isNegated) {
    warnOfCapitals(reader);
    reader.at += 1;
  }
  const part = isSign(reader, '(') ? readGroup(reader) : readComparison(reader);
  return isNegated && part !== null ? { kind: 'not', part } : part;
}

function readGroup(reader: QueryReader): Query | null {
  const { offset } = here(reader);
  reader.at += 1;
  const inside = readExpression(reader);
  if (isSign(reader, ')')) reader.at += 1;
  else complain(reader, { code: 'Q1', offset, message: 'This parenthesis is not closed.', fix: 'Write a `)`.' });
  return inside;
}
