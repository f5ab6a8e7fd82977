import type { YAMLError } from 'yaml';
import { listAmongKeys, yamlLineSlip } from './yaml-line-slip.ts';
import { notKeyAndValue, type SlipWords, slipWords } from './yaml-words.ts';

/** What an author did, in our own words, and where. */
export interface YamlSlip extends SlipWords {
  readonly offset: number;
}

/** Says in an author's words what the YAML parser complains of, at the line that has to be mended. */
export function yamlSlip(text: string, { code, pos }: Pick<YAMLError, 'code' | 'pos'>): YamlSlip {
  const [offset] = pos;
  if (code === 'MULTIPLE_DOCS' || code === 'BAD_DQ_ESCAPE') return { offset, ...slipWords[code] };
  return slipOfBracket(text, Math.max(offset, pos[1])) ?? slipAt(text, offset) ?? slipOfSign(text, offset, code);
}

/** What is said of text that is no map: of a line without a colon, or of a list. */
export function slipOfRoot(text: string, form: 'text' | 'list'): YamlSlip {
  const offset = Math.max(0, text.search(/^[ \t]*[^\s#]/m));
  const row = text.slice(offset, endOfLine(text, offset)).trim();
  if (form === 'list') return { offset, ...listAmongKeys(row.replace(/^-[ \t]*/, '')) };
  return slipAt(text, offset) ?? { offset, ...notKeyAndValue };
}

function slipAt(text: string, offset: number): YamlSlip | null {
  const rows = text.split('\n');
  const slip = yamlLineSlip(rows, text.slice(0, offset).split('\n').length - 1);
  if (slip === null) return null;
  const { line, column, ...words } = slip;
  return { offset: rows.slice(0, line).reduce((sum, row) => sum + row.length + 1, column), ...words };
}

/** What is known by the sign at which the parser stopped, or by its code alone. */
function slipOfSign(text: string, offset: number, code: YAMLError['code']): YamlSlip {
  const sign = text.slice(offset, offset + 1);
  if (sign === ']' || sign === '}') {
    const fix = 'Take it out, or put the whole value in quotes.';
    return { offset, message: `The ${sign} here closes nothing.`, fix };
  }
  if (sign === '#') {
    return {
      offset,
      message: 'A space is missing before the #.',
      fix: 'Put a space before it, or put the whole value in quotes.',
    };
  }
  const isValue = /[&*!%@`,]/.test(sign) && startsValue(text, offset);
  return {
    offset,
    ...slipWords[code],
    ...(isValue ? { message: `A value cannot start with ${sign}.`, fix: 'Put the value in quotes.' } : {}),
  };
}

/** A bracket or quote that is open where the parser stopped, or whose inside cannot be read. */
function slipOfBracket(text: string, end: number): YamlSlip | null {
  const open = openBracket(text.slice(0, end)) ?? bracketOfLine(text, end);
  if (open === null) return null;
  const { offset, name, close } = open;
  const isClosed = isClosedInLine(text, offset);
  if (!isClosed) {
    const fix = `Close it with ${close}, or put the whole value in quotes.`;
    return { offset, message: `The ${name} that opens here is not closed.`, fix };
  }
  if (name === 'quote') return null;
  const fix = 'Put one comma between two items, and quotes around any item that holds a colon, a comma or a bracket.';
  return { offset, message: `What stands after this ${name} cannot be read.`, fix };
}

interface OpenBracket {
  readonly offset: number;
  readonly name: string;
  readonly close: string;
}

const closers: Readonly<Record<string, readonly [name: string, close: string]>> = {
  '[': ['bracket', ']'],
  '{': ['brace', '}'],
  '"': ['quote', '"'],
  "'": ['quote', "'"],
};

/** Whole quotations and comments, and what is left of brackets and quotes. */
const brackets = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|(?<=^|\s)#.*|[[\]{}"']/gm;

/** The bracket or quote that is open at the end of a text, when a value begins with it. */
function openBracket(text: string): OpenBracket | null {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(brackets)) {
    if (found.length > 1) continue;
    if (found === ']' || found === '}') {
      if (closers[text[open.at(-1) ?? -1] ?? '']?.[1] === found) open.pop();
    } else if (open.length > 0 || startsValue(text, index)) open.push(index);
  }
  return bracketAt(text, open[0]);
}

/** The bracket with which the value of a line begins that has text behind its end. */
function bracketOfLine(text: string, end: number): OpenBracket | null {
  const start = text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
  const [, before = '', inside] =
    /^([ \t]*(?:- )*[\w-]+:[ \t]+)([[{].*[\]}])[ \t]*[^\s\]}#]/.exec(text.slice(start, endOfLine(text, start))) ?? [];
  return inside === undefined ? null : bracketAt(text, start + before.length);
}

function bracketAt(text: string, offset: number | undefined): OpenBracket | null {
  const [name, close] = closers[text[offset ?? -1] ?? ''] ?? [];
  return offset === undefined || name === undefined || close === undefined ? null : { offset, name, close };
}

function isClosedInLine(text: string, offset: number): boolean {
  const line = text.slice(offset, endOfLine(text, offset));
  return /^["']/.test(line) ? /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/.test(line) : openBracket(line) === null;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Inside of a plain value quotes and brackets are text. */
function startsValue(text: string, at: number): boolean {
  return /(?:^|\n|[:,[{-][ \t]+|[[{])[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
}
