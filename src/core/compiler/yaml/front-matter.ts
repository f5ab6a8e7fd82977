import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import { noteKeys, packKeys, questionKeys } from '../grammar.ts';
import type { TextFile } from '../text/text-file.ts';
import { readYaml } from './read-yaml.ts';
import { emptyMap, type YamlMap } from './yaml-node.ts';

/** A file's front matter and what follows it. */
export interface FileParts {
  /** Empty when there is none, or when it cannot be read (which is reported). */
  readonly head: YamlMap;
  readonly hasHead: boolean;
  /** False when something of the file could not be read. */
  readonly isSound: boolean;
  readonly body: TextFile;
}

/** Splits `---` front matter off a file; blank lines may stand above it. */
export function splitFrontMatter(compilation: Compilation, file: TextFile): FileParts {
  const { path, text } = file;
  const [opening] = /^(?:[ \t]*\n)*---[ \t]*\n/.exec(text) ?? [];
  const firstLine = file.firstLine + (opening === undefined ? 0 : countLines(opening) - 1);
  const start: Place = { file: path, line: firstLine, column: 1 };
  compilation.at = start;
  const odd = opening === undefined ? oddOpening(text) : null;
  if (odd !== null) {
    const place = { ...start, line: file.firstLine + odd.line };
    report(compilation, 'E101', place, 'The front matter does not start with ---.', odd.fix);
    compilation.unsure.add(path);
    return { head: emptyMap(place), hasHead: true, isSound: false, body: { path, text: '', firstLine } };
  }
  if (opening === undefined) return { head: emptyMap(start), hasHead: false, isSound: true, body: file };
  const from = opening.length;
  const close = /^---[ \t]*$/m.exec(text.slice(from));
  const yaml = close === null ? text.slice(from) : text.slice(from, from + close.index);
  if (close === null || holdsText(yaml)) {
    report(compilation, 'E101', start, 'The front matter is not closed.', 'End it with a line of three hyphens.');
    compilation.unsure.add(path);
    return { head: emptyMap(start), hasHead: true, isSound: false, body: { path, text: '', firstLine } };
  }
  const bodyStart = from + close.index + close[0].length + 1;
  const body = { path, text: text.slice(bodyStart), firstLine: firstLine + 2 + countLines(yaml) };
  const head = yaml.trim() === '' ? emptyMap(start) : readYaml(compilation, yaml, { ...start, line: firstLine + 1 });
  return { head: head ?? emptyMap(start), hasHead: true, isSound: head !== null, body };
}

const knownKey = new RegExp(`^(?:${[...new Set([...packKeys, ...noteKeys, ...questionKeys])].join('|')}):(?:[ \\t]|$)`);
/** Other marks than three hyphens at the margin, or more than them: `----`, `+++`, a dash, a fence. */
const oddMarks = /^[ \t]*(?:[-\u2010-\u2015\u2212+*_=~.#][-\u2010-\u2015\u2212+*_=~.# \t]*|`{3,})[ \t]*[a-z]*[ \t]*$/;
/** Front matter is short; what comes later is text. */
const mostSearched = 4_000;

/** Keys at the top of a file that has no `---` above them: how many lines down, and what to write there. */
function oddOpening(text: string): { readonly line: number; readonly fix: string } | null {
  const rows = text.slice(0, mostSearched).split('\n');
  const line = Math.max(
    0,
    rows.findIndex((row) => row.trim() !== ''),
  );
  const isMarked = oddMarks.test(rows[line] ?? '');
  const keys = rows.slice(isMarked ? line + 1 : line);
  const end = keys.findIndex((row) => row.trim() === '' || row.startsWith('#'));
  const holdsKeys =
    /^[A-Za-z]+:/.test(keys[0] ?? '') && keys.slice(0, end < 0 ? undefined : end).some((row) => knownKey.test(row));
  if (!holdsKeys) return null;
  const instead = isMarked ? `in place of "${(rows[line] ?? '').trim().slice(0, 20)}"` : 'above its keys';
  return { line, fix: `Write a line of three hyphens ${instead}, and another one below its keys.` };
}

/** Whether what looks like front matter runs into the text: a `##` below a blank line, or a heading with an id. */
function holdsText(yaml: string): boolean {
  return /^[ \t]*\n## |^#{1,4} .*\{#[a-z0-9-]/m.test(yaml);
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
