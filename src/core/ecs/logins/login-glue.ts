import { commandIn, type ProgramCall, programCall } from '../programs/program-call.ts';
import { onlySubstitution, type ShellScript, type ShellStage, type ShellWord } from '../shell/shell-tree.ts';

/** How a line that prints a command is run. */
export interface EvaluatedCall {
  readonly inner: ProgramCall;
  /** `"$(…)"` alone: the whole line is taken for the name of one command. */
  readonly quotedWhole: boolean;
  /** Several printed lines stay several commands; false where bash makes one line of them. */
  readonly keepsLines: boolean;
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash']);

/** Reads `$(…)`, backticks, `eval`, `… | sh`, `sh -c "$(…)"`, `source <(…)`; null for everything else. */
export function evaluatedCall(stages: readonly ShellStage[]): EvaluatedCall | null {
  const calls = callsOf(stages);
  const [first, second] = calls;
  if (first === undefined || first === null || stages.length > 2) return null;
  if (stages.length === 1) return evaluatedAlone(first);
  const plain = second?.arguments.every((word) => /^-[sxe]*$/.test(word.value)) ?? false;
  if (!second || !shells.has(second.program) || !plain) return null;
  return { inner: first, quotedWhole: false, keepsLines: true };
}

/** The calls of a pipe, one a stage; null where a stage is a group or a loop. */
export function callsOf(stages: readonly ShellStage[]): readonly (ProgramCall | null)[] {
  return stages.map((stage) => {
    const command = commandIn(stage);
    return command === null ? null : programCall(command);
  });
}

/** The only call of a script, or null. */
export function onlyCall(script: ShellScript): ProgramCall | null {
  const [step, ...others] = script.steps;
  if (step === undefined || others.length > 0 || step.stages.length !== 1) return null;
  return callsOf(step.stages)[0] ?? null;
}

function evaluatedAlone(call: ProgramCall): EvaluatedCall | null {
  if (call.arguments.length === 0 && call.redirects.length === 0 && call.name !== null) {
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
  const [redirect] = call.redirects;
  if (first?.value === '-c' && second !== undefined) return substituted(second, '$(', false);
  if (first !== undefined) return substituted(first, '<(', false);
  if (redirect?.target == null) return null;
  return substituted(redirect.target, redirect.operator === '<<<' ? '$(' : '<(', false);
}

function substituted(word: ShellWord, kind: '$(' | '<(', alone: boolean): EvaluatedCall | null {
  const substitution = onlySubstitution(word);
  if (substitution?.kind !== kind) return null;
  const inner = onlyCall(substitution.body);
  if (inner === null) return null;
  return { inner, quotedWhole: alone && substitution.quoted, keepsLines: substitution.quoted || kind === '<(' };
}
