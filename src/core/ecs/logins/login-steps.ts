import type { VerdictPart } from '../../model/verdict.ts';
import { dockerVerb } from '../programs/command-table.ts';
import { dockerLikePrograms, readDockerCommand } from '../programs/docker-command.ts';
import { isOwnFile, isQuiet, leavesForFile, outputFilter } from '../programs/output-filter.ts';
import { type SideStep, sideEffects, sideStep, typedText } from '../programs/side-steps.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import type { ShellScript, ShellStage, ShellStep } from '../shell/shell-tree.ts';
import { shown, wrongPart } from '../verdicts/judged-part.ts';
import { evaluatedCall } from './login-glue.ts';
import type { WrittenFiles } from './password-source.ts';

/** The step that should log docker in, and what is the matter with all that stands beside it. */
export interface LoginStep {
  readonly stages: readonly ShellStage[];
  readonly odd: readonly VerdictPart[];
  readonly files: WrittenFiles;
}

/** Finds the login among the steps of a script; null when there are no steps. */
export function loginStep(script: ShellScript): LoginStep | null {
  const { steps } = script;
  const sides = steps.map((step, index) => sideStep(step, index === steps.length - 1));
  const at = placeOfLogin(steps, sides);
  const step = steps[at];
  if (step === undefined) return null;
  const files = filesOf(steps.slice(0, at));
  const beside = steps.flatMap((other, index) =>
    index === at || sides[index] !== null || (index > at && tidiesUp(other, files))
      ? []
      : oddStep(other, index < at ? 'before' : 'after'),
  );
  const effects = sideEffects(script).map((effect) =>
    wrongPart('glue', effect, `${shown(effect)} is run as well, and does not belong to a login.`),
  );
  return { stages: withoutFilters(step.stages), odd: [...oddPlace(step), ...beside, ...effects], files };
}

function placeOfLogin(steps: readonly ShellStep[], sides: readonly (SideStep | null)[]): number {
  const login = steps.findIndex(({ stages }) => isLogin(stages));
  if (login !== -1) return login;
  const asked = sides.indexOf(null);
  if (asked !== -1) return asked;
  const named = steps.findLastIndex(({ stages }) => callsOf(stages).some((call) => call?.name != null));
  return Math.max(0, sides.includes('look') ? sides.lastIndexOf('look') : named);
}

function isLogin(stages: readonly ShellStage[]): boolean {
  const logs = callsOf(stages).some(
    (call) =>
      call !== null && dockerLikePrograms.has(call.program) && readDockerCommand(call, () => null).verb === 'login',
  );
  return logs || evaluatedCall(withoutFilters(stages)) !== null;
}

/** Files of the learner's own that steps write, each with the stages that print what goes into it. */
function filesOf(steps: readonly ShellStep[]): WrittenFiles {
  return new Map(
    steps.flatMap(({ stages }): readonly (readonly [string, readonly ShellStage[]])[] => {
      const last = stages.at(-1);
      const output = last?.type === 'command' ? last.redirects.findLast(leavesForFile) : undefined;
      const file = output?.target?.value ?? '';
      if (last?.type !== 'command' || output === undefined || output.operator === '>>' || !isOwnFile(file)) return [];
      const printing = { ...last, redirects: last.redirects.filter((redirect) => redirect !== output) };
      return [[file, [...stages.slice(0, -1), printing]]];
    }),
  );
}

/** `rm` of what the script itself wrote. */
function tidiesUp({ stages, background }: ShellStep, files: WrittenFiles): boolean {
  const [call = null, ...others] = callsOf(stages);
  if (call === null || others.length > 0 || background || !/^(?:rm|shred|unlink)$/.test(call.program)) return false;
  return call.arguments.every(({ value }) => /^-[fuvz]+$/.test(value) || files.has(value));
}

/** What is said at the end of a pipe may go to a log. */
function withoutFilters(stages: readonly ShellStage[]): readonly ShellStage[] {
  const [last = null] = callsOf(stages.slice(-1));
  if (stages.length < 2 || last === null || outputFilter(last) === null) return stages;
  return withoutFilters(stages.slice(0, -1));
}

function oddPlace({ background, joiner, stages }: ShellStep): readonly VerdictPart[] {
  const behind = joiner === '||';
  return [
    ...(background
      ? [wrongPart('glue', '&', 'The & at the end starts the login in the background; leave it out.')]
      : []),
    ...(behind ? [wrongPart('glue', '||', 'Behind || the login runs only where the command before it fails.')] : []),
    ...callsOf(stages.slice(-1)).flatMap((call) => (call === null ? [] : strayFiles(call))),
  ];
}

function strayFiles({ redirects }: ProgramCall): readonly VerdictPart[] {
  const stray = redirects.filter((redirect) => !redirect.operator.startsWith('<') && !isQuiet(redirect));
  return stray.map(({ operator, target }) => {
    const given = `${operator} ${target?.text ?? ''}`;
    return wrongPart('glue', given, `${shown(given)} writes over a file that has nothing to do with the login.`);
  });
}

/** After the login, docker may go on to pull or push; before it, it may log out. Nothing else belongs into the answer. */
function oddStep(step: ShellStep, place: 'before' | 'after'): readonly VerdictPart[] {
  const [call = null] = callsOf(withoutFilters(step.stages));
  const single = withoutFilters(step.stages).length === 1 && step.joiner !== '||' && !step.background;
  if (call !== null && single && isDockerWork(call, place)) return [];
  const given = call === null ? '( … )' : typedText(call);
  if (place === 'after' && call !== null && verbOf(call) === 'logout') {
    return [wrongPart('glue', given, `${shown(given)} takes a login back.`)];
  }
  return [wrongPart('glue', given, `${shown(given)} is no part of a login.`)];
}

function isDockerWork(call: ProgramCall, place: 'before' | 'after'): boolean {
  const verb = verbOf(call);
  if (place === 'before') return verb === 'logout';
  if (verb !== 'pull' && verb !== 'push') return false;
  const { faults, operands, elsewhere } = readDockerCommand(call, (name) => dockerVerb(name)?.options ?? null);
  return faults.length === 0 && operands.length === 1 && elsewhere.length === 0 && call.redirects.every(isQuiet);
}

function verbOf(call: ProgramCall): string {
  return dockerLikePrograms.has(call.program) ? readDockerCommand(call, () => null).verb : '';
}
