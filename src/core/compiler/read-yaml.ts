import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Place } from '../model/diagnostic-codes.ts';
import { limits } from './limits.ts';
import { readSimpleYaml } from './read-simple-yaml.ts';
import { report, type Session } from './session.ts';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './yaml-node.ts';

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
}

/** The root of a document; null for none, and for one that is refused. */
function parse(session: Session, text: string, start: Place): YamlNode | null {
  const problem = problemBefore(text);
  if (problem !== null) {
    report(session, 'E104', start, problem);
    return null;
  }
  const lines = new LineCounter();
  const reading: Reading = { session, start, lines };
  const document = parseText(text, lines);
  if (document === null) {
    report(session, 'E104', start, 'This YAML is nested too deep.');
    return null;
  }
  for (const error of document.errors) {
    const message = `This YAML does not parse: ${(error.message.split('\n', 1)[0] ?? '').slice(0, 120)}.`;
    report(session, 'E101', placeOf(reading, error.pos[0]), message, 'Mend the YAML in this line.');
  }
  if (document.errors.length > 0) return null;
  return document.contents === null ? { form: 'text', place: start, text: '' } : convert(reading, document.contents, 0);
}

/** The document, or null when it is nested deeper than the parser's recursion goes. */
function parseText(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      merge: false,
      uniqueKeys: true,
      strict: true,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter,
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What must be refused before the parser, which recurses, sees it. */
function problemBefore(text: string): string | null {
  if (text.length > limits.yamlLength)
    return `This YAML has ${text.length} characters; ${limits.yamlLength} are allowed.`;
  if (/^%/m.test(text)) return 'YAML directives are not allowed.';
  if (/^(?: {2}){13}|\t/m.test(text.replace(/[^\n]\t/g, ' ')))
    return 'This YAML is nested too deep, or indented with tabs.';
  if (/(?:[-?:] +){13}/.test(text)) return 'This YAML is nested too deep.';
  return flowDepth(text) > limits.nesting ? 'Brackets of this YAML are nested too deep.' : null;
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
    report(reading.session, 'E104', place, problem, 'Write the value out where it is needed.');
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
      const converted = convert(reading, value, depth + 1);
      if (converted !== null) entries.set(String(key.value ?? ''), { keyPlace, value: converted });
    }
  }
  return entries;
}
