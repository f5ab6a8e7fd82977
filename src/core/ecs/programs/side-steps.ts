import { callsOf, commandIn, type ProgramCall, programCall } from '../shell/program-call.ts';
import { isSetting } from '../shell/shell-assignments.ts';
import type { ShellCommand, ShellScript, ShellStage, ShellStep, ShellWord, WordPiece } from '../shell/shell-tree.ts';
import { looksOnly, writes } from './look-only.ts';
import { isOwnFile, isQuiet, outputFilter } from './output-filter.ts';

/**
 * What a step beside the asked one is: `talk` sets a variable or says something, `look` shows something of AWS, Docker
 * or the host. Null for a step that may change something, or keep the asked one from running.
 */
export type SideStep = 'talk' | 'look';

/** Variables by which a shell finds its programs or cuts its words. */
const steering = /^(?:PATH|HOME|IFS|BASH_ENV|ENV|LD_\w+|DYLD_\w+|SHELLOPTS|PS4|CDPATH)$/;
const saying: ReadonlySet<string> = new Set(
  'echo printf true : date sleep pwd whoami hostname id which type uname'.split(' '),
);
const failing: ReadonlySet<string> = new Set(['exit', 'return', 'false', 'break']);

/** `isLast`: nothing follows the step, so that it may end the shell. */
export function sideStep(step: ShellStep, isLast: boolean): SideStep | null {
  if (step.background || step.negated) return null;
  if (step.joiner === '||') return step.stages.every(onlyReports) ? 'talk' : null;
  const [first, ...filters] = step.stages;
  const command = first === undefined ? null : commandIn(first);
  if (command === null) return null;
  if (filters.length === 0 && isSetting(command)) return steers(command) ? null : 'talk';
  if (!command.redirects.every(isQuiet)) return null;
  const shows = callsOf(filters).every((filter) => filter !== null && outputFilter(filter) !== null);
  return shows ? sideCall(programCall(command), isLast && filters.length === 0) : null;
}

function sideCall(call: ProgramCall, mayEnd: boolean): SideStep | null {
  if (says(call) || showsOwnFile(call) || (mayEnd && /^(?:exit|return)$/.test(call.program))) return 'talk';
  return looksOnly(call) && call.runAs === null ? 'look' : null;
}

function says(call: ProgramCall): boolean {
  return saying.has(call.program) && !writes(call);
}

/** Shows or makes something of the learner's own, and nothing of AWS. */
function showsOwnFile(call: ProgramCall): boolean {
  const words = call.arguments.map(({ value }) => value);
  if (call.program === 'mkdir') return words.some((word) => /^-\w*p|^--parents$/.test(word));
  return /^(?:cat|less|more|jq|ls)$/.test(call.program) && words.every((word) => /^[-.]/.test(word) || isOwnFile(word));
}

function steers({ assigned, words }: ShellCommand): boolean {
  const unset = words[0]?.value === 'unset' ? words.slice(1).map(({ value }) => value) : [];
  return [...assigned.map(({ name }) => name), ...unset].some((name) => steering.test(name));
}

/** What may stand behind `||`: it runs where the asked command has failed. */
function onlyReports(stage: ShellStage): boolean {
  if (stage.type === 'other' || !stage.redirects.every(isQuiet)) return false;
  if (stage.type === 'group') {
    return stage.body.steps.every((step) => !step.background && step.stages.every(onlyReports));
  }
  const [call] = callsOf([stage]);
  return call != null && (says(call) || failing.has(call.program));
}

/** What is run inside words, here-documents and assignments, and changes something; as typed, each once. `known`: what is judged elsewhere. */
export function sideEffects(script: ShellScript, known: Iterable<ShellScript> = []): readonly string[] {
  const seen = new Set<ShellScript>(known);
  return [...new Set(script.steps.flatMap((step) => step.stages.flatMap((stage) => effectsOfStage(stage, seen))))];
}

function effectsOfStage(stage: ShellStage, seen: Set<ShellScript>): readonly string[] {
  if (stage.type === 'other') return [];
  const redirected = stage.redirects.flatMap(({ target, body }) => [target ?? [], body ?? []].flat());
  if (stage.type === 'group') {
    const inner = stage.body.steps.flatMap((step) => step.stages.flatMap((other) => effectsOfStage(other, seen)));
    return [...inner, ...redirected.flatMap((word) => effectsOfWord(word, seen))];
  }
  const words = [...stage.words, ...stage.assigned.map(({ value }) => value), ...redirected];
  return words.flatMap((word) => effectsOfWord(word, seen));
}

function effectsOfWord({ pieces }: ShellWord, seen: Set<ShellScript>): readonly string[] {
  return pieces.flatMap((piece) => effectsOfPiece(piece, seen));
}

function effectsOfPiece(piece: WordPiece, seen: Set<ShellScript>): readonly string[] {
  if (piece.type === 'text') return [];
  // What stands inside an expansion that is not read may run anything.
  if (piece.type !== 'substitution') return /\$\(|`|<\(|>\(/.test(piece.text) ? [piece.text] : [];
  if (seen.has(piece.body)) return [];
  seen.add(piece.body);
  return piece.body.steps.flatMap(({ stages }) => [
    ...stages.flatMap((stage, index) => effectsOfInner(stage, index)),
    ...stages.flatMap((stage) => effectsOfStage(stage, seen)),
  ]);
}

function effectsOfInner(stage: ShellStage, index: number): readonly string[] {
  if (stage.type === 'other') return [stage.name];
  const command = commandIn(stage);
  if (command === null) return effectsOfGroup(stage);
  const call = programCall(command);
  const isHarmless =
    command.redirects.every((redirect) => isQuiet(redirect) || redirect.operator.startsWith('<')) &&
    call.runAs === null &&
    (isSetting(command) || looksOnly(call) || failing.has(call.program) || (index > 0 && outputFilter(call) !== null));
  return isHarmless ? [] : [typedText(call)];
}

function effectsOfGroup(stage: ShellStage): readonly string[] {
  if (stage.type !== 'group') return [];
  return stage.body.steps.flatMap(({ stages }) => stages.flatMap(effectsOfInner));
}

/** A call as it was typed, without its wrappers. */
export function typedText({ name, arguments: given }: ProgramCall): string {
  return [name, ...given].map((word) => word?.text ?? '').join(' ');
}
