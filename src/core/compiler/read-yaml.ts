import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from '../model/diagnostic-codes.ts';
import { limits } from './limits.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { report, type Session } from './session.ts';
import { emptyMap, type YamlEntry, type YamlList, type YamlMap, type YamlNode } from './yaml-node.ts';
import { yamlSlip } from './yaml-slip.ts';

/**
 * Reads a map from YAML text that starts at the place, without aliases, anchors, tags, directives or merges.
 * Null, with complaints in the session, when there is no map to be had.
 */
export function readYaml(session: Session, text: string, start: Place): YamlMap | null {
  const root = readSimpleYaml(text, start) ?? parse(session, text, start);
  if (root === null || root.form === 'map') return root;
  report(session, 'E101', start, 'Keys and values are expected here.');
  return null;
}

/** The same for a list. */
export function readYamlList(session: Session, text: string, start: Place): YamlList | null {
  const root = parse(session, text, start);
  if (root === null || root.form === 'list') return root;
  report(session, 'E101', start, 'A list is expected here.', 'Start each line with "- ".');
  return null;
}

interface Reading {
  readonly session: Session;
  readonly start: Place;
  readonly lines: LineCounter;
  /** Whether something was refused already. */
  refused: boolean;
}

/** The root of a document; null for one that is refused. One complaint at most: what follows a slip says nothing. */
function parse(session: Session, text: string, start: Place): YamlNode | null {
  const problem = problemBefore(text);
  if (problem !== null) {
    report(session, problem.code, { ...start, line: start.line + problem.line }, problem.message, problem.fix);
    return null;
  }
  const lines = new LineCounter();
  const reading: Reading = { session, start, lines, refused: false };
  const document = parseText(text, lines);
  if (document === null) {
    report(session, 'E104', start, 'This YAML is nested too deep.');
    return null;
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const { offset, message, fix } = yamlSlip(text, error);
    report(session, 'E101', placeOf(reading, offset), message, fix);
    return null;
  }
  const root = document.contents === null ? emptyMap(start) : convert(reading, document.contents, 0);
  return reading.refused ? null : root;
}

/** The document, or null when it is nested deeper than the parser's recursion goes. */
function parseText(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      merge: false,
      // The parser would hold each key against all before it.
      uniqueKeys: false,
      strict: true,
      prettyErrors: false,
      logLevel: 'error',
      lineCounter,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface EarlyProblem {
  readonly code: 'E101' | 'E104';
  /** From 0. */
  readonly line: number;
  readonly message: string;
  readonly fix?: string;
}

/** What must be refused before the parser, which recurses, sees it. */
function problemBefore(text: string): EarlyProblem | null {
  if (text.length > limits.yamlLength) {
    return tooLarge(0, `This YAML has ${text.length} characters; ${limits.yamlLength} are allowed.`);
  }
  if (/^%/m.test(text)) return tooLarge(lineOf(text, /^%/m), 'YAML directives are not allowed.');
  const tab = /^ *\t/m;
  if (tab.test(text)) {
    const message = 'A tab stands at the start of this line.';
    return { code: 'E101', line: lineOf(text, tab), message, fix: 'Indent YAML with blanks.' };
  }
  const deep = /^(?: {2}){13}|(?:[-?:] +){13}/m;
  if (deep.test(text)) return tooLarge(lineOf(text, deep), 'This YAML is nested too deep.');
  return flowDepth(text) > limits.nesting ? tooLarge(0, 'Brackets of this YAML are nested too deep.') : null;
}

function tooLarge(line: number, message: string): EarlyProblem {
  return { code: 'E104', line, message };
}

/** The line, from 0, in which a pattern is found first. */
function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, pattern.exec(text)?.index ?? 0).split('\n').length - 1;
}

function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function placeOf({ start, lines }: Reading, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file: start.file, line: start.line + Math.max(1, line) - 1, column: Math.max(1, col) };
}

function convert(reading: Reading, node: unknown, depth: number): YamlNode | null {
  const place = placeOf(reading, (node as Node | null)?.range?.[0] ?? 0);
  const problem = problemOf(node, depth);
  if (problem !== null) {
    if (!reading.refused) report(reading.session, 'E104', place, problem, 'Write the value out where it is needed.');
    reading.refused = true;
    return null;
  }
  if (isMap(node)) return { form: 'map', place, entries: convertPairs(reading, node.items, depth) };
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(reading, item, depth + 1)).filter((item) => item !== null);
    return { form: 'list', place, items };
  }
  return { form: 'text', place, text: isScalar(node) ? String(node.value ?? '') : '' };
}

function problemOf(node: unknown, depth: number): string | null {
  if (depth > limits.nesting) return 'This YAML is nested too deep.';
  if (isAlias(node)) return 'YAML aliases are not allowed.';
  const { anchor, tag } = (node ?? {}) as { readonly anchor?: string; readonly tag?: string };
  if (anchor !== undefined) return 'YAML anchors are not allowed.';
  return tag === undefined || /^tag:yaml.org,2002:(?:str|map|seq)$/.test(tag) ? null : 'YAML tags are not allowed.';
}

function convertPairs(
  reading: Reading,
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  depth: number,
): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  for (const { key, value } of pairs) {
    const keyPlace = placeOf(reading, (key as Node | null)?.range?.[0] ?? 0);
    if (!isScalar(key)) report(reading.session, 'E101', keyPlace, 'A key must be a plain word.');
    else {
      const name = String(key.value ?? '');
      if (entries.has(name)) refuseTwice(reading, keyPlace, name);
      const converted = convert(reading, value, depth + 1);
      if (converted !== null) entries.set(name, { keyPlace, value: converted });
    }
  }
  return entries;
}

function refuseTwice(reading: Reading, place: Place, name: string): void {
  if (!reading.refused)
    report(reading.session, 'E101', place, `"${name.slice(0, 60)}" is given twice.`, 'Keep one of them.');
  reading.refused = true;
}
