import { isQuiet } from '../programs/output-filter.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import { shells } from '../shell/shell-inner.ts';
import { onlySubstitution, type ShellStage, type ShellWord } from '../shell/shell-tree.ts';

/** How a line that prints a command is run. */
export interface EvaluatedCall {
  readonly inner: ProgramCall;
  /** `"$(…)"` alone: the whole line is taken for the name of one command. */
  readonly quotedWhole: boolean;
  /** Several printed lines stay several commands; false where bash makes one line of them. */
  readonly keepsLines: boolean;
  /** sed takes `-e none` out of the printed line. */
  readonly cutsEmail: boolean;
}

/** Reads `$(…)`, backticks, `eval`, `… | sh`, `sh -c "$(…)"`, `source <(…)`; null for everything else. */
export function evaluatedCall(stages: readonly ShellStage[]): EvaluatedCall | null {
  const calls = callsOf(stages);
  const last = calls.at(-1) ?? null;
  if (last === null || !last.redirects.every((redirect) => redirect.operator.startsWith('<') || isQuiet(redirect)))
    return null;
  if (stages.length === 1) return evaluatedAlone(last);
  const plain = last.arguments.every((word) => /^-[sxeu]*$/.test(word.value));
  const line = shells.has(last.program) && plain ? printedLine(stages.slice(0, -1)) : null;
  return line === null ? null : { ...line, quotedWhole: false, keepsLines: true };
}

/** The call that prints a line, and what sed cuts out of it. */
type PrintedLine = Pick<EvaluatedCall, 'inner' | 'cutsEmail'>;

function printedLine(stages: readonly ShellStage[]): PrintedLine | null {
  const [first = null, ...filters] = callsOf(stages);
  if (first === null) return null;
  const [word, ...more] = first.program === 'echo' ? first.arguments.filter(({ value }) => value !== '-n') : [];
  const repeated = word === undefined || more.length > 0 ? null : lineIn(word, '$(');
  let line: PrintedLine = repeated ?? { inner: first, cutsEmail: false };
  for (const filter of filters) {
    const text = filter?.arguments.map(({ value }) => value).join(' ') ?? '';
    const cuts = filter?.program === 'sed' && /^(?:-e )?s([/|,#]) ?-e none ?\1 ?\1g?$/.test(text);
    const keeps =
      (filter?.program === 'cat' && text === '') || (filter?.program === 'tr' && /^-d \\?[\r]?r?$/.test(text));
    if (!cuts && !keeps) return null;
    line = { ...line, cutsEmail: line.cutsEmail || cuts };
  }
  return line;
}

function evaluatedAlone(call: ProgramCall): EvaluatedCall | null {
  if (call.arguments.length === 0 && call.name !== null && onlySubstitution(call.name) !== null) {
    return substituted(call.name, '$(', true);
  }
  const [first, second, ...rest] = call.arguments;
  if (call.program === 'eval' && first !== undefined && second === undefined) return substituted(first, '$(', false);
  if (shells.has(call.program)) return runByShell(call);
  const sourced = call.program === 'source' || call.program === '.';
  return sourced && first !== undefined && second === undefined && rest.length === 0
    ? substituted(first, '<(', false)
    : null;
}

function runByShell(call: ProgramCall): EvaluatedCall | null {
  const [first, second] = call.arguments;
  const redirect = call.redirects.find(({ operator }) => operator.startsWith('<'));
  if (first !== undefined && /^-[a-z]*c$/.test(first.value) && second !== undefined)
    return substituted(second, '$(', false);
  if (first !== undefined) return substituted(first, '<(', false);
  const word = redirect?.body ?? redirect?.target ?? null;
  if (redirect === undefined || word === null) return null;
  return substituted(word, redirect.operator === '<' ? '<(' : '$(', false);
}

function substituted(word: ShellWord, kind: '$(' | '<(', alone: boolean): EvaluatedCall | null {
  const line = lineIn(word, kind);
  if (line === null) return null;
  const quoted = onlySubstitution(word)?.quoted === true;
  return { ...line, quotedWhole: alone && quoted, keepsLines: quoted || kind === '<(' };
}

function lineIn(word: ShellWord, kind: '$(' | '<('): PrintedLine | null {
  const substitution = onlySubstitution(word);
  const [step, ...others] = substitution?.kind === kind ? substitution.body.steps : [];
  return step === undefined || others.length > 0 ? null : printedLine(step.stages);
}
