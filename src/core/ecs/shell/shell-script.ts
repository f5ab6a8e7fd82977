import type { Assignment, Command, CommandNode, ParsedScript, PipelineNode, Redirection, Statement } from 'unbash';
import type { ShellRedirect, ShellScript, ShellStage, ShellStep } from './shell-tree.ts';
import { type Known, readHereDocument, readWord } from './shell-word.ts';

/** Turns the parser's tree into ours. Assignments that stand alone become known variables and are no steps. */
export function readShellScript(parsed: Pick<ParsedScript, 'commands'>, text: string, outer?: Known): ShellScript {
  const known: Known = outer ?? {
    source: text,
    variables: new Map(),
    exported: new Map(),
    readScript: readShellScript,
  };
  return { steps: parsed.commands.flatMap((statement) => stepsOf(statement, { ...known, source: text })) };
}

function stepsOf(statement: Statement, known: Known): readonly ShellStep[] {
  const { command } = statement;
  const nodes = command.type === 'AndOr' ? command.commands : [command];
  return nodes.flatMap((node, index) => {
    const joiner = command.type === 'AndOr' && index > 0 ? (command.operators[index - 1] ?? ';') : ';';
    const step = readStep(node, joiner, statement.background === true, known);
    return step === null ? [] : [step];
  });
}

function readStep(
  node: PipelineNode,
  joiner: ShellStep['joiner'],
  background: boolean,
  known: Known,
): ShellStep | null {
  const nodes = node.type === 'Pipeline' ? node.commands : [node];
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'Command' && keepsAssignments(only, known)) return null;
  const negated = node.type === 'Pipeline' && node.prefixes.some((prefix) => prefix.type === 'Negation');
  return { joiner, background, negated, stages: nodes.map((stage) => readStage(stage, known)) };
}

/** Remembers `A=b` and `export A=b`; false for every other command. */
function keepsAssignments(command: Command, known: Known): boolean {
  const exports = command.name?.value === 'export';
  if (command.name !== undefined && !exports) return false;
  const assigned = [...command.prefix, ...command.suffix];
  if (assigned.length === 0 || !assigned.every((part) => part.type === 'Assignment')) return false;
  for (const { name, value } of assigned.map((part) => readAssignment(part, known))) {
    known.variables.set(name, value);
    if (exports) known.exported.set(name, value);
  }
  return true;
}

function readAssignment(assignment: Assignment, known: Known): { readonly name: string; readonly value: string } {
  const { name, value } = assignment;
  return { name, value: value.type === 'Word' ? readWord(value, known).value : '' };
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
      const body = readShellScript(node.body, known.source, known);
      return { type: 'group', style: node.type === 'Subshell' ? 'subshell' : 'braces', body, redirects: [] };
    }
    default:
      return { type: 'other', name: node.type };
  }
}

function readCommand(command: Command, known: Known): ShellStage {
  const environment = new Map(known.exported);
  for (const part of command.prefix) {
    if (part.type !== 'Assignment') continue;
    const { name, value } = readAssignment(part, known);
    environment.set(name, value);
  }
  const name = command.name === undefined ? [] : [readWord(command.name, known)];
  const words = command.args.map((part) =>
    part.type === 'Word' ? readWord(part, known) : assignmentWord(part, known),
  );
  return { type: 'command', environment, words: [...name, ...words], redirects: redirectsOf(command.redirects, known) };
}

/** `env A=b aws …` and `export A=b c` have assignments among their words. */
function assignmentWord(part: Assignment, known: Known) {
  const { name, value } = readAssignment(part, known);
  const whole = `${name}=${value}`;
  return { text: part.text, value: whole, pieces: [{ type: 'text' as const, value: whole, quoted: false }] };
}

function redirectsOf(redirections: readonly Redirection[], known: Known): readonly ShellRedirect[] {
  return redirections.map((redirection) => {
    const { operator, descriptor } = redirection;
    const number = descriptor?.type === 'FileDescriptor' ? descriptor.value : null;
    if (redirection.type === 'HereDoc') {
      return { operator, descriptor: number, target: null, body: readHereDocument(redirection, known) };
    }
    const target = redirection.target === undefined ? null : readWord(redirection.target, known);
    return { operator, descriptor: number, target, body: null };
  });
}
