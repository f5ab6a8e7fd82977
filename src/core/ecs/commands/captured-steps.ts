import { looksOnly } from '../programs/look-only.ts';
import { repeatedWord } from '../programs/printed-text.ts';
import { callsOf, commandIn, programCall } from '../shell/program-call.ts';
import { onlySubstitution, type ShellScript, type ShellStep, type ShellWord } from '../shell/shell-tree.ts';

/** A script with the commands in the open whose output it keeps in a variable. */
export interface OpenedScript {
  readonly script: ShellScript;
  /** The substitutions that now stand among the steps. */
  readonly opened: ReadonlySet<ShellScript>;
}

/** `X=$(aws ecs run-task …)` runs the task, and `echo "$X"` shows what a look has found. */
export function openCaptured(script: ShellScript): OpenedScript {
  const opened = new Set<ShellScript>();
  const steps = script.steps.map((step) => {
    const inner = innerStep(step, opened);
    return inner === null ? step : { ...inner, joiner: step.joiner, background: step.background };
  });
  return { script: { steps }, opened };
}

function innerStep(step: ShellStep, opened: Set<ShellScript>): ShellStep | null {
  const [stage, ...others] = step.stages;
  const command = stage === undefined || others.length > 0 ? null : commandIn(stage);
  if (command === null || command.redirects.length > 0) return null;
  const [assigned, ...more] = command.assigned;
  const isAssignment = command.words.length === 0 && assigned !== undefined && more.length === 0;
  const word = isAssignment ? assigned.value : repeatedWord(programCall(command));
  const body = word === null ? null : substitutionOf(word);
  const [inner, ...rest] = body?.steps ?? [];
  if (body === null || inner === undefined || rest.length > 0) return null;
  const [call] = callsOf(inner.stages);
  // What only looks is asked for where it is shown, what does something where it is run.
  if (call == null || looksOnly(call) === isAssignment) return null;
  if (opened.has(body)) return null;
  opened.add(body);
  return inner;
}

function substitutionOf(word: ShellWord): ShellScript | null {
  const substitution = onlySubstitution(word);
  return substitution?.kind === '$(' ? substitution.body : null;
}
