import { isQuiet } from '../programs/output-filter.ts';
import { inputOf, outputOf, printed } from '../programs/printed-text.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import type { ShellStage } from '../shell/shell-tree.ts';

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
export function fileWrite(stages: readonly ShellStage[]): FileWrite | null {
  const last = callsOf(stages.slice(-1))[0] ?? null;
  const text = printedBy(stages.slice(0, -1));
  if (last === null || last.runAs !== null || !othersAreQuiet(last)) return null;
  if (last.program === 'tee') return teeWrite(last, stages.length > 1 ? text : inputOf(last));
  if (stages.length === 1) return redirected(last, printed(last));
  return last.program === 'cat' && last.arguments.length === 0 ? redirected(last, text) : null;
}

/** Whether a call has no redirection but its input, the file that it writes, and such as change nothing. */
function othersAreQuiet(call: ProgramCall): boolean {
  const written = call.program === 'tee' ? null : outputOf(call);
  return call.redirects.every(
    (redirect) => redirect === written || redirect.operator.startsWith('<') || isQuiet(redirect),
  );
}

/** What the stages before the last print; null where that is not plain from their words. */
function printedBy(stages: readonly ShellStage[]): string | null {
  const [first, ...more] = stages;
  if (first === undefined || more.length > 0) return null;
  if (first.type !== 'group') return printedOpenly(callsOf([first])[0] ?? null);
  if (first.redirects.length > 0) return null;
  const texts = first.body.steps.map((step) => {
    const plain = step.stages.length === 1 && step.joiner !== '||' && !step.background;
    return plain ? printedOpenly(callsOf(step.stages)[0] ?? null) : null;
  });
  return texts.includes(null) ? null : texts.join('');
}

function printedOpenly(call: ProgramCall | null): string | null {
  return call === null || outputOf(call) !== null ? null : printed(call);
}

/** Writes to the same file, one after another, are one. */
export function joinedWrites(a: FileWrite, b: FileWrite): FileWrite | null {
  if (a.file !== b.file || b.mode === 'replace' || a.asRoot !== b.asRoot) return null;
  return { ...a, lines: [...a.lines, ...b.lines] };
}

function redirected(call: ProgramCall, text: string | null): FileWrite | null {
  const output = outputOf(call);
  if (output?.target == null || text === null) return null;
  const mode = output.operator.includes('>>') ? 'append' : 'replace';
  return { file: output.target.value, mode, lines: linesOf(text), asRoot: call.redirectsAsRoot };
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

/** Empty lines say nothing to whoever reads the file. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
