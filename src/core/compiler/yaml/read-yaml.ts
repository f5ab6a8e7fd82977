import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { emptyMap, type YamlEntry, type YamlList, type YamlMap, type YamlNode } from './yaml-node.ts';
import { slipOfRoot, yamlSlip } from './yaml-slip.ts';
import { type SlipWords, slipWords } from './yaml-words.ts';

/**
 * Reads a map from YAML text that starts at the place, without aliases, anchors, tags, directives or merges.
 * Null, with complaints in the compilation, when there is no map to be had.
 */
export function readYaml(compilation: Compilation, text: string, start: Place): YamlMap | null {
  const root = readSimpleYaml(text, start) ?? parse(compilation, text, start);
  if (root === null || root.form === 'map') return root;
  const { offset, message, fix } = slipOfRoot(text, root.form);
  report(compilation, 'E101', placeIn(text, start, offset), message, fix);
  return null;
}

/** The same for a list. */
export function readYamlList(compilation: Compilation, text: string, start: Place): YamlList | null {
  const root = parse(compilation, text, start);
  if (root === null || root.form === 'list') return root;
  report(compilation, 'E101', start, 'A list is expected here.', 'Start each line with "- ".');
  return null;
}

interface Reading {
  readonly compilation: Compilation;
  readonly start: Place;
  readonly lines: LineCounter;
  /** Whether something was refused already. */
  refused: boolean;
}

/** The root of a document; null for one that is refused. One complaint at most: what follows a slip says nothing. */
function parse(compilation: Compilation, text: string, start: Place): YamlNode | null {
  const problem = problemBefore(text);
  if (problem !== null) {
    report(compilation, problem.code, { ...start, line: start.line + problem.line }, problem.message, problem.fix);
    return null;
  }
  const lines = new LineCounter();
  const reading: Reading = { compilation, start, lines, refused: false };
  const document = parseText(text, lines);
  if (document === null) {
    report(compilation, 'E104', start, 'These lines are nested too deep.');
    return null;
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const { offset, message, fix } = yamlSlip(text, error);
    report(compilation, 'E101', placeIn(text, start, offset), message, fix);
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
    return tooLarge(0, `These lines have ${text.length} characters; ${limits.yamlLength} are allowed.`);
  }
  if (/^%/m.test(text))
    return tooLarge(
      lineOf(text, /^%/m),
      'A line cannot start with %.',
      'Take the line out, or put its text in quotes.',
    );
  const tab = /^ *\t/m;
  if (tab.test(text)) {
    const message = 'A tab stands at the start of this line.';
    return { code: 'E101', line: lineOf(text, tab), message, fix: 'Indent with spaces.' };
  }
  const deep = /^(?: {2}){13}|(?:[-?:] +){13}/m;
  if (deep.test(text)) return tooLarge(lineOf(text, deep), 'These lines are nested too deep.');
  return flowDepth(text) > limits.nesting ? tooLarge(0, 'These brackets are nested too deep.') : null;
}

function tooLarge(line: number, message: string, fix?: string): EarlyProblem {
  return { code: 'E104', line, message, ...(fix === undefined ? {} : { fix }) };
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

function placeIn(text: string, start: Place, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { file: start.file, line: start.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

function convert(reading: Reading, node: unknown, depth: number): YamlNode | null {
  const place = placeOf(reading, (node as Node | null)?.range?.[0] ?? 0);
  const problem = problemOf(node, depth);
  if (problem !== null) {
    const fix = problem.startsWith('A value') ? 'Put the value in quotes.' : 'Use fewer levels.';
    refuse(reading, 'E104', place, { message: problem, fix });
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
  if (depth > limits.nesting) return 'These lines are nested too deep.';
  if (isAlias(node)) return 'A value cannot start with *.';
  const { anchor, tag } = (node ?? {}) as { readonly anchor?: string; readonly tag?: string };
  if (anchor !== undefined) return 'A value cannot start with &.';
  return tag === undefined || /^tag:yaml.org,2002:(?:str|map|seq)$/.test(tag) ? null : 'A value cannot start with !.';
}

function convertPairs(
  reading: Reading,
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  depth: number,
): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  for (const { key, value } of pairs) {
    const keyPlace = placeOf(reading, (key as Node | null)?.range?.[0] ?? 0);
    if (!isScalar(key)) refuse(reading, 'E101', keyPlace, slipWords.NON_STRING_KEY);
    else {
      const name = String(key.value ?? '');
      if (entries.has(name)) {
        const message = `"${name.slice(0, 60)}" is given twice.`;
        refuse(reading, 'E101', keyPlace, { ...slipWords.DUPLICATE_KEY, message });
      }
      const converted = convert(reading, value, depth + 1);
      if (converted !== null) entries.set(name, { keyPlace, value: converted });
    }
  }
  return entries;
}

/** One complaint: what follows the first says nothing. */
function refuse(reading: Reading, code: 'E101' | 'E104', place: Place, { message, fix }: SlipWords): void {
  if (!reading.refused) report(reading.compilation, code, place, message, fix);
  reading.refused = true;
}
