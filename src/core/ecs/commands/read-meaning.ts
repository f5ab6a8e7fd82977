import { dockerLikePrograms } from '../programs/docker-command.ts';
import type { OptionFault } from '../programs/option-spec.ts';
import { hidesOutput, isQuiet, leavesForFile, outputFilter } from '../programs/output-filter.ts';
import { type SideStep, sideStep, typedText } from '../programs/side-steps.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import type { ShellScript, ShellStage, ShellStep } from '../shell/shell-tree.ts';
import { shown } from '../verdicts/judged-part.ts';
import { type AwsMeaning, awsMeaning } from './aws-meaning.ts';
import { type DockerMeaning, dockerMeaning } from './docker-meaning.ts';
import { type FileWrite, fileWrite, joinedWrites } from './file-write.ts';
import { type HostMeaning, hostMeaning } from './host-meaning.ts';
import { type CommandMeaning, type MeaningToken, token } from './meaning.ts';

type Link = CommandMeaning['link'];

/** A write that the next step may go on with. */
interface LinkedWrite {
  readonly write: FileWrite;
  readonly link: Link;
}

interface LinkedStep {
  readonly step: ShellStep;
  readonly side: SideStep | null;
}

/** The commands of a script in order, with writes to one file put together. */
export function readMeanings(script: ShellScript): readonly CommandMeaning[] {
  return unitsOf(script).flatMap((unit) => ('write' in unit ? [writeMeaning(unit)] : stepMeanings(unit)));
}

function unitsOf(script: ShellScript): readonly (LinkedWrite | LinkedStep)[] {
  const units: (LinkedWrite | LinkedStep)[] = [];
  const { steps } = script;
  for (const [index, step] of steps.entries()) {
    const write = step.background ? null : fileWrite(step.stages);
    if (write === null) units.push({ step, side: sideStep(step, index === steps.length - 1) });
    else addWrite(units, { write, link: linkOf(step) });
  }
  return units;
}

function addWrite(units: (LinkedWrite | LinkedStep)[], next: LinkedWrite): void {
  const last = units.at(-1);
  const before = last !== undefined && 'write' in last && next.link === ';' ? last : null;
  const joined = before === null ? null : joinedWrites(before.write, next.write);
  if (before === null || joined === null) units.push(next);
  else units[units.length - 1] = { ...before, write: joined };
}

function linkOf(step: ShellStep): Link {
  return step.joiner === '||' ? '||' : ';';
}

function stepMeanings({ step, side }: LinkedStep): readonly CommandMeaning[] {
  const odd = step.background ? [token('&', '&', '&')] : [];
  const [first = null, ...later] = callsOf(step.stages);
  if (first === null) return [closedMeaning(step, side, odd)];
  const main = callMeaning(first, linkOf(step), side);
  const filters = later.map((call) => (call === null ? null : outputFilter(call)));
  const shown = { ...main, tokens: [...main.tokens, ...odd] };
  if (!filters.includes(null)) return [withFilters(shown, first, later)];
  return [
    shown,
    ...later.map((call) => (call === null ? closedMeaning(step, side, []) : callMeaning(call, '|', side))),
  ];
}

/** A group, a loop or a condition: no question asks for one. */
function closedMeaning(step: ShellStep, side: SideStep | null, tokens: readonly MeaningToken[]): CommandMeaning {
  const [stage] = step.stages;
  const text = stage === undefined ? '' : closedText(stage);
  return { link: linkOf(step), verb: 'a group', given: text, text, tokens, faults: [], side, showing: false };
}

const closedTexts: ReadonlyMap<string, string> = new Map([
  ['For', 'for …'],
  ['ArithmeticFor', 'for …'],
  ['While', 'while …'],
  ['If', 'if …'],
  ['Case', 'case …'],
  ['Select', 'select …'],
  ['Function', 'a function'],
  ['TestCommand', '[[ … ]]'],
  ['ArithmeticCommand', '(( … ))'],
  ['Coproc', 'coproc …'],
]);

function closedText(stage: ShellStage): string {
  return stage.type === 'other' ? (closedTexts.get(stage.name) ?? stage.name) : '( … )';
}

/** What stands behind the pipe and only shows the output is a part of the command before it. */
function withFilters(main: CommandMeaning, call: ProgramCall, later: readonly (ProgramCall | null)[]): CommandMeaning {
  const read = later.flatMap((filter) => {
    const found = filter === null ? null : outputFilter(filter);
    if (filter === null || found === null) return [];
    const given = `| ${[filter.name, ...filter.arguments].map((word) => word?.text ?? '').join(' ')}`;
    return [{ given, ...found }];
  });
  const output = call.program === 'aws' ? awsMeaning(call).output : null;
  const faults = read.flatMap(({ given, needsJson, problem }): readonly OptionFault[] => {
    if (problem !== null) return [{ text: given, message: problem }];
    if (!needsJson || output === null || output === 'json') return [];
    return [{ text: given, message: `${shown(given)} reads JSON, and the output is ${output}.` }];
  });
  const tokens = read.map(({ given, leaves }) =>
    token('--query', given, given, { harmless: true, form: 'query', leaves }),
  );
  return { ...main, tokens: [...main.tokens, ...tokens], faults: [...main.faults, ...faults] };
}

function callMeaning(call: ProgramCall, link: Link, side: SideStep | null): CommandMeaning {
  const read = readCall(call);
  return {
    link,
    verb: read.verb,
    given:
      call.program === 'aws' || dockerLikePrograms.has(call.program)
        ? givenVerb(call, read.verb)
        : (call.name?.text ?? ''),
    tokens: [...read.tokens, ...redirectTokens(call), ...userTokens(call)],
    faults: [...read.faults, ...braceFaults(call)],
    text: typedText(call),
    side,
    showing: read.showing,
  };
}

function readCall(call: ProgramCall): AwsMeaning | DockerMeaning | HostMeaning {
  if (call.program === 'aws') return awsMeaning(call);
  return dockerLikePrograms.has(call.program) ? dockerMeaning(call) : hostMeaning(call);
}

/** `podman build` is read as `docker build`, and shown as typed. */
function givenVerb({ program }: ProgramCall, verb: string): string {
  return verb.replace(/^docker/, program === 'aws' ? 'docker' : program);
}

function userTokens({ runAs }: ProgramCall): readonly MeaningToken[] {
  return runAs === null ? [] : [token('sudo -u', runAs, `sudo -u ${runAs}`)];
}

function writeMeaning({ write, link }: LinkedWrite): CommandMeaning {
  const sign = write.mode === 'append' ? '>>' : '>';
  const lines = write.lines.map((line) =>
    token(`line ${/^\s*([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? ''}`.trimEnd(), line, line),
  );
  const root = write.asRoot ? [token('sudo', 'sudo', 'sudo', { harmless: true })] : [];
  const tokens = [...root, ...lines, token('mode', sign, sign), token('file', write.file, write.file)];
  const given = `write ${write.file}`;
  return { link, verb: 'write a file', given, text: given, tokens, faults: [], side: null, showing: false };
}

/** Where errors or chatter go changes nothing of what is done; where the output goes may matter. */
function redirectTokens(call: ProgramCall): readonly MeaningToken[] {
  return call.redirects.map((redirect) => {
    const { operator, descriptor, target, body } = redirect;
    const value = target?.value ?? body?.value ?? '';
    const shown = `${descriptor ?? ''}${operator} ${target?.text ?? '…'}`;
    if (leavesForFile(redirect) && isQuiet(redirect)) {
      const leaves = hidesOutput(redirect) ? 'part' : 'all';
      return token('--query', `${operator}${value}`, shown, { harmless: true, form: 'query', leaves });
    }
    return token('redirection', `${descriptor ?? ''}${operator}${value}`, shown, { harmless: isQuiet(redirect) });
  });
}

/** Bash makes several words of `{a,b}`, which the learner meant as one value. */
function braceFaults(call: ProgramCall): readonly OptionFault[] {
  return call.arguments
    .filter(({ pieces }) => pieces.some((piece) => piece.type === 'braces'))
    .map(({ text }) => ({
      text,
      message: `Bash makes several words of the braces in ${text}; put the value in quotes.`,
    }));
}
