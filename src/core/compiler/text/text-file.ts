import type { PackFile } from '../../model/pack.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { conflictLine } from './conflict-line.ts';
import { utf8Fault } from './utf8-fault.ts';

/** Text of a pack with plain line ends, or a part of one that starts at `firstLine`. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly firstLine: number;
}

/** Control, bidirectional, zero-width, replacement characters, and the two that mark deletions inside the compiler. */
const strangers =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ue000\\ue001\\ufeff\\ufffd';
const strangePattern = new RegExp(`[${strangers}]`);
const strangeEverywhere = new RegExp(strangePattern, 'g');

/**
 * A file as text, or null, with a complaint, when it is too large, no text, or torn by a merge. A character that nobody
 * sees is complained of and then left out, as its remedy says: what it spoils is no second mistake.
 */
export function readTextFile(compilation: Compilation, { path, content }: PackFile): TextFile | null {
  const text = textOf(compilation, path, content);
  if (text === null) compilation.unsure.add(path);
  if (text === null || !strangePattern.test(text)) return text === null ? null : { path, text, firstLine: 1 };
  reportStrangers(compilation, path, text);
  const seen = text.replace(strangeEverywhere, (character, at: number) => (joinsLetters(text, at) ? character : ''));
  return { path, text: seen, firstLine: 1 };
}

function textOf(compilation: Compilation, path: string, content: PackFile['content']): string | null {
  const place = { file: path, line: 1, column: 1 };
  compilation.at = place;
  if (content.length > limits.fileLength) {
    report(compilation, 'E104', place, `The file has ${content.length} characters; ${limits.fileLength} are allowed.`);
    return null;
  }
  if (typeof content !== 'string') {
    const { line, column } = utf8Fault(content) ?? place;
    report(compilation, 'E101', { file: path, line, column }, 'The file is not UTF-8 text.', 'Save it as UTF-8.');
    return null;
  }
  const text = withPlainLineEnds(content);
  const conflict = conflictLine(text);
  if (conflict === null) return text;
  const fix = 'Keep what is right of both sides, and take out the lines of <<<<<<<, |||||||, ======= and >>>>>>>.';
  report(compilation, 'E101', { ...place, line: conflict }, 'A merge conflict was left in this file.', fix);
  return null;
}

function withPlainLineEnds(content: string): string {
  const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const mostReported = 20;

/** Characters that nobody sees can hide text or turn it round, so each is named with its place. */
function reportStrangers(compilation: Compilation, path: string, text: string): void {
  let reported = 0;
  let line = 1;
  let lineStart = 0;
  for (const { index, 0: character } of text.matchAll(strangeEverywhere)) {
    if (joinsLetters(text, index)) continue;
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < index; end = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = end + 1;
    }
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `The invisible, damaged or private character ${name} stands here.`;
    report(compilation, 'E107', { file: path, line, column: index - lineStart + 1 }, message, 'Delete it.');
    if (++reported === mostReported) return;
  }
}

/** Joiners belong into emoji and into some scripts; between ASCII they only hide. */
function joinsLetters(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const joiner = code === 0x200c || code === 0x200d;
  return joiner && text.charCodeAt(index - 1) > 127 && text.charCodeAt(index + 1) > 127;
}
