import { callsOf } from '../logins/login-glue.ts';
import type { ProgramCall } from '../programs/program-call.ts';
import { readShellCommand } from '../shell/shell-command.ts';
import type { ShellRedirect, ShellStage, ShellWord } from '../shell/shell-tree.ts';

/** Text that a command puts into a file. */
export interface FileWrite {
  readonly file: string;
  readonly mode: 'append' | 'replace';
  /** Without the last line's end. */
  readonly lines: readonly string[];
  /** Written with the rights of root: `sudo tee`, `sudo sh -c '… >> …'`; `sudo echo … >> …` is not. */
  readonly asRoot: boolean;
}

/** Reads echo, printf, cat and tee that write a file; null for stages that do not. */
export function fileWrites(stages: readonly ShellStage[]): readonly FileWrite[] | null {
  const [first, second, ...more] = callsOf(stages);
  if (!first || more.length > 0) return null;
  if (stages.length === 1)
    return shellWrites(first) ?? listed(first.program === 'tee' ? teeWrite(first, inputOf(first)) : redirected(first));
  if (second?.program !== 'tee' || outputOf(first) !== null) return null;
  return listed(teeWrite(second, printed(first)));
}

/** Writes to the same file, one after another, are one. */
export function joinedWrites(a: FileWrite, b: FileWrite): FileWrite | null {
  if (a.file !== b.file || b.mode === 'replace' || a.asRoot !== b.asRoot) return null;
  return { ...a, lines: [...a.lines, ...b.lines] };
}

function listed(write: FileWrite | null): readonly FileWrite[] | null {
  return write === null ? null : [write];
}

function redirected(call: ProgramCall): FileWrite | null {
  const output = outputOf(call);
  const text = printed(call);
  if (output?.target == null || text === null) return null;
  const mode = output.operator.includes('>>') ? 'append' : 'replace';
  return { file: output.target.value, mode, lines: linesOf(text), asRoot: false };
}

function teeWrite(call: ProgramCall, text: string | null): FileWrite | null {
  const files = call.arguments.filter(({ value }) => !/^-/.test(value));
  const flags = call.arguments.filter(({ value }) => /^-/.test(value)).map(({ value }) => value);
  const [file, ...others] = files;
  if (text === null || file === undefined || others.length > 0) return null;
  if (!flags.every((flag) => flag === '-a' || flag === '--append')) return null;
  const mode = flags.length > 0 ? 'append' : 'replace';
  return { file: file.value, mode, lines: linesOf(text), asRoot: call.asRoot };
}

/** `sudo sh -c 'echo … >> …'`: the inner text is a command line of its own. */
function shellWrites(call: ProgramCall): readonly FileWrite[] | null {
  const [option, text, ...more] = call.arguments;
  if (!/^(?:ba)?sh$/.test(call.program) || option?.value !== '-c' || text === undefined || more.length > 0) return null;
  const { script, faults } = readShellCommand(text.value);
  if (script === null || faults.length > 0) return null;
  const writes = script.steps.map(({ stages }) => (isShell(stages) ? null : fileWrites(stages)));
  if (writes.includes(null)) return null;
  return writes.flatMap((found) => found ?? []).map((write) => ({ ...write, asRoot: call.asRoot || write.asRoot }));
}

/** A shell in a shell is read no further. */
function isShell(stages: readonly ShellStage[]): boolean {
  return callsOf(stages).some((call) => call !== null && /^(?:ba)?sh$/.test(call.program));
}

function outputOf(call: ProgramCall): ShellRedirect | null {
  const outputs = call.redirects.filter(({ operator }) => /^(?:>|>>|>\||&>|&>>)$/.test(operator));
  return outputs.find(({ descriptor }) => (descriptor ?? 1) === 1) ?? null;
}

function inputOf(call: ProgramCall): string | null {
  const input = call.redirects.findLast(({ operator }) => operator.startsWith('<<'));
  return input?.body?.value ?? input?.target?.value ?? null;
}

/** What a call prints, or null when that is not plain from its words. */
function printed(call: ProgramCall): string | null {
  if (call.program === 'echo') return echoed(call.arguments);
  if (call.program === 'printf') return formatted(call.arguments.map(({ value }) => value));
  const reads = call.arguments.every(({ value }) => value === '-');
  return call.program === 'cat' && reads ? inputOf(call) : null;
}

function echoed(words: readonly ShellWord[]): string {
  const first = words.findIndex(({ value }) => !/^-[neE]+$/.test(value));
  const flags = words
    .slice(0, first === -1 ? words.length : first)
    .map(({ value }) => value)
    .join('');
  const text = (first === -1 ? [] : words.slice(first)).map(({ value }) => value).join(' ');
  return flags.includes('e') ? unescaped(text) : text;
}

function formatted([format = '', ...values]: readonly string[]): string {
  let next = 0;
  const once = (): string =>
    unescaped(format).replace(/%[sb%]/g, (mark) => (mark === '%%' ? '%' : (values[next++] ?? '')));
  let text = once();
  // printf starts its format again while values are left.
  while (next > 0 && next < values.length) text += once();
  return text;
}

function unescaped(text: string): string {
  return text.replace(/\\([nt\\])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\'));
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n+$/, '').split('\n');
}
