import { type Conformed, conform, type Shape, type Structure as Typed } from './structure-shape.ts';

type Structure = string | readonly Structure[] | { readonly [key: string]: Structure };

/** Deeper values are no answer to any question. */
const deepest = 12;

/**
 * Reads JSON or the AWS CLI's shorthand (`a=b,c=[d,e],f={g=h}`) and writes it in one form, in which equal values are
 * equal texts, or says why the CLI refuses it. Without a shape all leaves are texts, and text that is neither comes
 * back as it is. Source: AWS CLI user guide, "Using shorthand syntax".
 */
export function canonicalStructure(text: string, shape: Shape | null, name: string): Conformed {
  const json = readJson(text);
  if (shape === null) {
    return { text: write((json === null ? null : leavesAsText(json.value, 0)) ?? readShorthand(text) ?? text) };
  }
  if (json !== null) return conform(json, shape, name);
  const value = /^\s/.test(text) ? null : readShorthand(text);
  if (value !== null) return conform({ value, isJson: false }, shape, name);
  return { problem: `"${text}" is neither JSON nor the shorthand name=value, so aws stops at ${name}.` };
}

/** Whether a JSON text has a number such as 1.0, which JSON.parse takes for 1 and the CLI does not. */
export function hasFraction(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  return /\d\.\d|\d[eE]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
}

/** The elements of a list that is typed as one JSON text; null for any other text. */
export function jsonElements(text: string): readonly string[] | null {
  const json = readJson(text);
  return Array.isArray(json?.value) ? json.value.map((entry) => JSON.stringify(entry)) : null;
}

function readJson(text: string): Typed | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const value: Typed['value'] = JSON.parse(text);
    return depthOf(value, 0) > deepest ? null : { value, isJson: true };
  } catch {
    return null;
  }
}

function depthOf(value: Typed['value'], depth: number): number {
  if (typeof value !== 'object' || value === null || depth > deepest) return depth;
  return Object.values(value).reduce((most: number, entry) => Math.max(most, depthOf(entry, depth + 1)), depth);
}

/** Numbers and booleans as the shorthand has them: text. */
function leavesAsText(json: Typed['value'], depth: number): Structure {
  if (typeof json !== 'object' || json === null || depth > deepest) return String(json);
  if (Array.isArray(json)) return json.map((entry) => leavesAsText(entry, depth + 1));
  return Object.fromEntries(Object.entries(json).map(([key, entry]) => [key, leavesAsText(entry, depth + 1)]));
}

function write(structure: Structure): string {
  if (typeof structure === 'string') return JSON.stringify(structure);
  if (isList(structure))
    return structure.length === 1 && structure[0] !== undefined
      ? write(structure[0])
      : `[${structure.map(write).join()}]`;
  const entries = Object.entries(structure).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${write(entry)}`).join()}}`;
}

function isList(structure: Structure): structure is readonly Structure[] {
  return Array.isArray(structure);
}

/** A place in the text; every reader moves it on, or gives null where the grammar does not fit. */
interface Cursor {
  readonly text: string;
  at: number;
}

function readShorthand(text: string): Structure | null {
  const cursor: Cursor = { text, at: 0 };
  const pairs = readPairs(cursor, 0);
  return pairs !== null && cursor.at === text.length ? pairs : null;
}

function readPairs(cursor: Cursor, depth: number): Structure | null {
  const pairs: Record<string, Structure> = {};
  do {
    // The CLI takes a comma before a closing brace.
    if (depth > 0 && isAtBrace(cursor) && Object.keys(pairs).length > 0) break;
    const key = take(cursor, /\s*([\w.-]+)\s*=/y);
    const value = key === null ? null : readValue(cursor, depth + 1);
    // The CLI refuses a key that is given twice.
    if (key === null || value === null || Object.hasOwn(pairs, key)) return null;
    // `a=b,c` is a list `[b, c]` under `a`.
    const more = takeAll(cursor, /,\s*([^\s,={}[\]]+)(?=,|$|\})/y);
    Object.defineProperty(pairs, key, { value: more.length === 0 ? value : [value, ...more], enumerable: true });
  } while (take(cursor, /\s*(,)/y) !== null);
  return pairs;
}

function isAtBrace({ text, at }: Cursor): boolean {
  const brace = /\s*\}/y;
  brace.lastIndex = at;
  return brace.test(text);
}

function readValue(cursor: Cursor, depth: number): Structure | null {
  if (depth > deepest) return null;
  if (take(cursor, /(\{)/y) !== null) return closed(cursor, readPairs(cursor, depth), /\s*(\})/y);
  if (take(cursor, /(\[)/y) !== null) return closed(cursor, readEntries(cursor, depth), /\s*(\])/y);
  return take(cursor, /"([^"]*)"/y) ?? take(cursor, /'([^']*)'/y) ?? take(cursor, /([^,{}[\]]*)/y);
}

function readEntries(cursor: Cursor, depth: number): Structure | null {
  const entries: Structure[] = [];
  do {
    if (entries.length > 0 && cursor.text[cursor.at] === ']') break;
    const entry = readValue(cursor, depth + 1);
    if (entry === null) return null;
    entries.push(entry);
  } while (take(cursor, /\s*(,)\s*/y) !== null);
  return entries;
}

function closed(cursor: Cursor, inner: Structure | null, end: RegExp): Structure | null {
  return inner !== null && take(cursor, end) !== null ? inner : null;
}

function takeAll(cursor: Cursor, pattern: RegExp): readonly string[] {
  const found: string[] = [];
  for (let next = take(cursor, pattern); next !== null; next = take(cursor, pattern)) found.push(next);
  return found;
}

function take(cursor: Cursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found === null) return null;
  cursor.at = pattern.lastIndex;
  return found[1]?.trim() ?? '';
}
