import type {
  ArrayValue,
  Assignment,
  Command,
  CommandNode,
  CompoundList,
  If,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  Word,
} from 'unbash';
import { keepAssignments } from './shell-assignments.ts';
import { distributed, innerSteps } from './shell-inner.ts';
import type {
  ShellAssignment,
  ShellCommand,
  ShellRedirect,
  ShellScript,
  ShellStage,
  ShellStep,
  ShellWord,
} from './shell-tree.ts';
import { inSubshell, type Known } from './shell-variables.ts';
import { readHereDocument, readWord, splitWord, wordOf } from './shell-word.ts';

/** Turns the parser's tree into ours, and keeps what is assigned on the way in `known`. */
export function readShellScript(parsed: Pick<ParsedScript, 'commands'>, text: string, outer: Known): ShellScript {
  const known: Known = { ...outer, source: text };
  return { steps: parsed.commands.flatMap((statement) => stepsOf(statement, known)) };
}

/** How a step stands among the others. */
type Place = Pick<ShellStep, 'joiner' | 'background'>;

function stepsOf(statement: Statement, known: Known): readonly ShellStep[] {
  const { command } = statement;
  const nodes = command.type === 'AndOr' ? command.commands : [command];
  const background = statement.background === true;
  return nodes.flatMap((node, index) => {
    const joiner = command.type === 'AndOr' && index > 0 ? (command.operators[index - 1] ?? ';') : ';';
    return readSteps(node, { joiner, background }, background ? inSubshell(known) : known);
  });
}

function readSteps(node: PipelineNode, place: Place, known: Known): readonly ShellStep[] {
  const nodes = node.type === 'Pipeline' ? node.commands : [node];
  const [only] = nodes;
  const negated = node.type === 'Pipeline' && node.prefixes.some((prefix) => prefix.type === 'Negation');
  if (nodes.length > 1 || only === undefined) {
    const stages = nodes.flatMap((stage) => pipedStages(readStage(stage, inSubshell(known))));
    return [{ ...place, negated, stages }];
  }
  const condition = negated || place.background || place.joiner === '||' ? null : conditionSteps(only, place, known);
  if (condition !== null) return condition;
  const stage = readStage(only, known);
  const inner = place.background || place.joiner === '||' ? null : stepsWithin(stage, known);
  if (inner !== null) return inner.map((step, index) => inPlace(step, index, inner.length, place, negated));
  if (stage.type === 'command' && place.joiner !== '||') keepAssignments(stage, known);
  return [{ ...place, negated, stages: [stage] }];
}

function conditionSteps(node: CommandNode, place: Place, known: Known): readonly ShellStep[] | null {
  if (node.type === 'If' && node.elif.length === 0) return stepsOfCondition(node, place, known);
  if (node.type !== 'Redirected') return null;
  const steps = conditionSteps(node.command, place, known);
  const redirects = redirectsOf(node.redirects, known);
  return steps === null ? null : distributed({ type: 'group', style: 'braces', body: { steps }, redirects });
}

/** `if a; then b; else c; fi` is read as `a && { b; } || { c; }`, and `if ! a; then b; fi` as `a || { b; }`. */
function stepsOfCondition(condition: If, place: Place, known: Known): readonly ShellStep[] {
  const bodyOf = (list: CompoundList | undefined) =>
    list === undefined ? null : readShellScript(list, known.source, inSubshell(known));
  const asked = readShellScript(condition.clause, known.source, known).steps;
  const turned = asked.at(-1)?.negated === true;
  const [held, failed] = [bodyOf(condition.then), bodyOf(condition.else)];
  const [whenDone, whenFailed] = turned ? [failed, held] : [held, failed];
  const first = asked.map((step, index) => ({
    ...step,
    ...(index === 0 && { joiner: place.joiner }),
    ...(index === asked.length - 1 && { negated: false }),
  }));
  return [...first, ...(whenDone?.steps ?? []), ...(whenFailed === null ? [] : [behindFailure(whenFailed)])];
}

function behindFailure(body: ShellScript): ShellStep {
  const group = { type: 'group', style: 'braces', body, redirects: [] } as const;
  return { joiner: '||', background: false, negated: false, stages: [group] };
}

/** `! { a; b; }` turns what b says. */
function inPlace(step: ShellStep, index: number, count: number, place: Place, negated: boolean): ShellStep {
  const joiner = index === 0 ? place.joiner : step.joiner;
  return { ...step, joiner, negated: step.negated !== (negated && index === count - 1) };
}

/** The steps of a group, of `eval` or of a shell's text; null for a stage that is none of these, or holds none. */
function stepsWithin(stage: ShellStage, known: Known): readonly ShellStep[] | null {
  if (stage.type === 'group') return distributed(stage);
  return stage.type === 'command' ? innerSteps(stage, known) : null;
}

/** A group round one pipe is that pipe. */
function pipedStages(stage: ShellStage): readonly ShellStage[] {
  if (stage.type !== 'group' || stage.redirects.length > 0) return [stage];
  const [step, ...others] = stage.body.steps;
  return step === undefined || others.length > 0 || step.background ? [stage] : step.stages;
}

function readStage(node: CommandNode, known: Known): ShellStage {
  switch (node.type) {
    case 'Command':
      return readCommand(node, known);
    case 'Redirected': {
      const stage = readStage(node.command, known);
      return stage.type === 'group' ? { ...stage, redirects: redirectsOf(node.redirects, known) } : stage;
    }
    case 'Subshell':
    case 'BraceGroup': {
      const inner = node.type === 'Subshell' ? inSubshell(known) : known;
      const body = readShellScript(node.body, known.source, inner);
      return { type: 'group', style: node.type === 'Subshell' ? 'subshell' : 'braces', body, redirects: [] };
    }
    default:
      return { type: 'other', name: node.type };
  }
}

function readCommand(command: Command, known: Known): ShellCommand {
  const name = command.name === undefined ? [] : splitWord(word(command.name, known));
  const assignments = [...command.prefix, ...command.suffix].filter((part) => part.type === 'Assignment');
  const given = command.args.flatMap((part) =>
    part.type === 'Word' ? splitWord(word(part, known)) : assignmentWord(part, known),
  );
  return {
    type: 'command',
    environment: environmentOf(command, known),
    assigned: assignments.map((part) => readAssignment(part, known)),
    words: [...name, ...given],
    redirects: redirectsOf(command.redirects, known),
    asRoot: known.asRoot,
  };
}

function environmentOf(command: Command, known: Known): ReadonlyMap<string, ShellWord> {
  const exported = [...known.variables].filter(([, variable]) => variable.exported);
  const prefixes = command.prefix.filter((part) => part.type === 'Assignment');
  return new Map([
    ...exported.map(([name, { pieces }]): [string, ShellWord] => [name, wordOf(`$${name}`, pieces)]),
    ...prefixes.map((part): [string, ShellWord] => [part.name, readAssignment(part, known).value]),
  ]);
}

function readAssignment(assignment: Assignment, known: Known): ShellAssignment {
  const { name, value, append } = assignment;
  return {
    name,
    value: value.type === 'Word' ? word(value, known) : arrayWord(name, value, known),
    appends: append === true,
  };
}

/** What `$A` is of an array cannot be told by its pieces, but what its elements run can. */
function arrayWord(name: string, { elements }: ArrayValue, known: Known): ShellWord {
  const pieces = elements.flatMap((element) => word(element, known).pieces);
  return wordOf(`${name}=(…)`, [...pieces, { type: 'variable', text: `$${name}`, quoted: false }]);
}

/** `export A=b` has assignments among its words. */
function assignmentWord(part: Assignment, known: Known): ShellWord {
  const { name, value } = readAssignment(part, known);
  return wordOf(part.text, [{ type: 'text', value: `${name}=`, quoted: false }, ...value.pieces]);
}

function word(parsed: Word, known: Known): ShellWord {
  return readWord(parsed, { known, readScript: readShellScript });
}

function redirectsOf(redirections: readonly Redirection[], known: Known): readonly ShellRedirect[] {
  return redirections.map((redirection) => {
    const { operator, descriptor } = redirection;
    const number = descriptor?.type === 'FileDescriptor' ? descriptor.value : null;
    if (redirection.type === 'HereDoc') {
      const body = readHereDocument(redirection, { known, readScript: readShellScript });
      return { operator, descriptor: number, target: null, body };
    }
    const target = redirection.target === undefined ? null : word(redirection.target, known);
    return { operator, descriptor: number, target, body: null };
  });
}
