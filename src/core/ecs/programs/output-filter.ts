import type { ProgramCall } from '../shell/program-call.ts';
import type { ShellRedirect } from '../shell/shell-tree.ts';
import { readJqFilter } from './jq-filter.ts';
import { writes } from './look-only.ts';
import type { QueryReading } from './query-reading.ts';

/** All of an output, what a query takes out, the lines that hold one of some words, or a part that nobody can tell. */
export type Leaves = 'all' | 'part' | QueryReading | HeldWords;

/** Lines are left that hold one of the words. */
export interface HeldWords {
  readonly words: readonly string[];
  /** In capitals or not. */
  readonly anyCase: boolean;
}

/** What a stage behind the pipe leaves of what it reads. */
export interface OutputFilter {
  readonly leaves: Leaves;
  /** It understands JSON only. */
  readonly needsJson: boolean;
  /** Why the filter stops, in a sentence. */
  readonly problem: string | null;
}

const showing: ReadonlySet<string> = new Set(['cat', 'less', 'more', 'column', 'nl', 'sort', 'tac', 'bat']);
const cutting: ReadonlySet<string> = new Set([
  'grep',
  'egrep',
  'head',
  'tail',
  'awk',
  'sed',
  'cut',
  'tr',
  'wc',
  'uniq',
  'fold',
]);

/** How a call behind a pipe shows what it reads; null for a program that does something else. */
export function outputFilter(call: ProgramCall): OutputFilter | null {
  if (!call.redirects.every(isQuiet) || !call.arguments.every(isPlain) || writes(call)) return null;
  const filter = filterOf(call);
  if (filter === null || !call.redirects.some(hidesOutput)) return filter;
  return { ...filter, leaves: 'part' };
}

function filterOf(call: ProgramCall): OutputFilter | null {
  const words = call.arguments.map(({ value }) => value);
  if (call.program === 'jq') return jqFilter(words);
  if (/^python3?$/.test(call.program)) {
    return words.join(' ') === '-m json.tool' ? showsAll(true) : null;
  }
  if (call.program === 'tee') {
    const isOwn = words.every((word) => isOption(word) || isOwnFile(word));
    return isOwn ? showsAll(false) : null;
  }
  // `cat file` shows the file and not what comes through the pipe.
  if (showing.has(call.program)) return words.every(isOption) ? showsAll(false) : null;
  if (/^e?grep$/.test(call.program)) return { leaves: linesOf(words), needsJson: false, problem: null };
  const changesFiles = call.program === 'sed' && words.some((word) => /^-i|^--in-place/.test(word));
  return cutting.has(call.program) && !changesFiles ? { leaves: 'part', needsJson: false, problem: null } : null;
}

/** `grep -E 'a|b'` leaves the lines with a or b. What is joined to `-e` is its pattern, so that `-e` ends its word. */
function linesOf(words: readonly string[]): Leaves {
  const [pattern = '', ...files] = words.filter((word) => !isOption(word));
  const isPlainGrep = words.every(
    (word) =>
      !isOption(word) || /^-(?:[EinwhA-C0-9]+e?|e)$|^--(?:color(?:=\w+)?|extended-regexp|ignore-case)$/.test(word),
  );
  const alternatives = pattern
    .replace(/\\\|/g, '|')
    .replace(/^\((.*)\)$/, '$1')
    .split('|');
  const isList = alternatives.every((word) => /^"?\w+"?$/.test(word));
  if (!isPlainGrep || !isList || files.length > 0) return 'part';
  const anyCase = words.some((word) => /^-\w*i|^--ignore-case$/.test(word));
  return { words: alternatives.map((word) => word.replaceAll('"', '')), anyCase };
}

function showsAll(needsJson: boolean): OutputFilter {
  return { leaves: 'all', needsJson, problem: null };
}

function jqFilter(words: readonly string[]): OutputFilter | null {
  const [filter = '.', ...files] = words.filter((word) => !isOption(word));
  if (files.length > 0) return null;
  if (filter.trim() === '.') return showsAll(true);
  const leaves = readJqFilter(filter);
  const problem = leaves === null ? `jq cannot read the filter "${filter}".` : null;
  return { leaves: leaves ?? 'part', needsJson: true, problem };
}

function isOption(value: string): boolean {
  return value.startsWith('-');
}

function isPlain({ pieces }: ProgramCall['arguments'][number]): boolean {
  return pieces.every((piece) => piece.type === 'text');
}

/** A file of the learner's own, where a log may go without harm. */
export function isOwnFile(file: string): boolean {
  return (
    /^(?:\.\/|~\/|\/tmp\/|\/var\/tmp\/|\/var\/log\/)?(?:\w[\w-]*\/)*[\w-][\w.-]*$/.test(file) ||
    /^\/dev\/(?:null|stdout|stderr|tty)$/.test(file)
  );
}

/** Whether a redirection only says where errors or chatter go. */
export function isQuiet(redirect: ShellRedirect): boolean {
  const { operator, target } = redirect;
  if (operator.startsWith('<')) return false;
  const file = target?.value ?? '';
  return (operator === '>&' && /^\d$/.test(file)) || isOwnFile(file);
}

/** Whether what is printed goes where nobody sees it. */
export function hidesOutput({ operator, descriptor, target }: ShellRedirect): boolean {
  const isOutput = /^(?:&>|&>>)$/.test(operator) || (/^>/.test(operator) && (descriptor ?? 1) === 1);
  return isOutput && (target?.value === '/dev/null' || (operator === '>&' && target?.value === '-'));
}

/** Whether what is printed goes into a file, be it the one that nobody sees. */
export function leavesForFile({ operator, descriptor, target }: ShellRedirect): boolean {
  const isOutput = /^(?:&>|&>>)$/.test(operator) || (/^>/.test(operator) && (descriptor ?? 1) === 1);
  return isOutput && !(operator === '>&' && /^\d$/.test(target?.value ?? ''));
}
