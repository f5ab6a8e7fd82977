import type { BlockRole } from '../../questions/raw-answer.ts';
import { isBlank, trimBlanks } from './line-marks.ts';

/** The fence that is open after a line: its marks, or empty. A fence closes with as many of the same mark. */
export function fenceAfter(open: string, text: string, start: number, end: number): string {
  let at = start;
  while (at < start + 3 && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  if (code !== 96 && code !== 126) return open;
  const [, marks = '', rest = ''] = /^(`{3,}|~{3,})(.*)$/.exec(text.slice(at, end)) ?? [];
  if (marks === '') return open;
  if (open === '') return code === 96 && rest.includes('`') ? '' : marks;
  return marks[0] === open[0] && marks.length >= open.length && isBlank(rest) ? '' : open;
}

/** What stands behind the marks of a fence, its words a blank apart: ```` ```json start ```` has `json start`. */
export function infoOfFence(line: string): string {
  return trimBlanks(line.replace(/^[ \t]*(?:`+|~+)/, '')).replace(/[ \t]+/g, ' ');
}

/** Whether a line that opens a fence opens a part of an answer. */
export function isAnswerFence(line: string): boolean {
  return infoOfFence(line).split(' ', 4).some(isRole);
}

/** `json start`: the language, then what the block is for; the language may be missing. */
export function readInfo(info: string): { readonly language: string; readonly role: BlockRole } {
  const words = info.split(/\s+/);
  const role = words.find(isRole);
  // A fence without such a word is no answer fence, and does not come here.
  if (role === undefined) throw new Error(`Inconsistent: the fence "${info}" is no part of an answer`);
  const [first = ''] = words;
  return { language: isRole(first) ? '' : first, role };
}

const roles: readonly string[] = ['answer', 'start', 'wrong', 'require', 'lab'] satisfies BlockRole[];

function isRole(word: string): word is BlockRole {
  return roles.includes(word);
}

const headingWithId = /^#{1,4} .*\{#[a-z0-9-]+(?: [^{}]*)?\}[ \t]*$/;
const partOfSingleFile = /^# +(?:Notes|Questions)[ \t]*$/;

/**
 * Whether a line below an open fence shows that its author forgot to close it: a heading with an id, as every question
 * has one, or at level 1 a heading of a pack in one file. Markdown that is shown as Markdown may hold one.
 */
export function breaksFence(info: string, line: string, level: 1 | 2 | 3): boolean {
  if (!line.startsWith('#') || /^(?:md|markdown)\b/i.test(info)) return false;
  return headingWithId.test(line) || (level === 1 && partOfSingleFile.test(line));
}
