import { checkAgentConfig, effectiveAgentConfig, readAgentConfig } from '../../ecs/agent-config/check-agent-config.ts';
import { otherAgentVariables } from '../../ecs/agent-config/other-agent-variables.ts';
import type { ConfigQuestion } from '../../model/question.ts';
import type { FileVerdict, LineFinding, VerdictPart } from '../../model/verdict.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';

/** A file of the container agent: right when it has no error and the agent runs as with the answer. */
export const config: QuestionKind<'config'> = {
  ...writtenKind('Change the file first.'),
  kind: 'config',
  grade: (question, { text }) => gradeConfig(question, text),
  rightResponse: ({ answer }) => ({ kind: 'config', text: answer }),
  written: { nothing: ({ start }) => ({ kind: 'config', text: start }), hints: hintsOf },
};

// As long as the checker reads.
const longestFile = 100_000;

/** What the file assigns, by key. */
type Written = ReturnType<typeof readAgentConfig>;
const noLines: Written = new Map();

function gradeConfig(question: ConfigQuestion, text: string): FileVerdict {
  const found = checkAgentConfig(text).map(({ pointer, severity, message, fix }): LineFinding => {
    return { line: Number(pointer.slice(1)), severity, message, fix };
  });
  const written = text.length > longestFile ? noLines : readAgentConfig(text);
  const parts = text.length > longestFile ? [] : compareEffects(question, text, written);
  const odd = parts.filter(({ state }) => state !== 'right');
  const findings = [...found, ...odd.flatMap((part) => differing(part, written))].sort(byLine);
  const works = !findings.some(({ severity }) => severity === 'error');
  const isRight = works && odd.length === 0;
  const missing = works && !isRight ? ['The agent would not run as the question asks.'] : [];
  return { score: isRight ? 1 : 0, parts, advice: missing, findings };
}

/** A part for each variable that the answer or the text sets to something: what holds on a host with ecs-init. */
function compareEffects({ answer }: ConfigQuestion, text: string, written: Written): readonly VerdictPart[] {
  const asked = readAgentConfig(answer);
  const [wanted, given] = [effectOf(answer, asked), effectOf(text, written)];
  const names = [...new Set([...wanted.keys(), ...given.keys()])];
  return names
    .filter((name) => asked.has(name) || written.has(name) || wanted.get(name) !== given.get(name))
    .map((name): VerdictPart => {
      const [right, typed] = [wanted.get(name), given.get(name)];
      const state = right === typed ? 'right' : typed === undefined || !written.has(name) ? 'missed' : 'wrong';
      return {
        part: name,
        state,
        ...(typed !== undefined && written.has(name) && { given: `${name}=${typed}` }),
        ...(right !== undefined && { wanted: `${name}=${right}` }),
      };
    });
}

/** What holds on the host; keys outside of the table count as they stand in the file. */
function effectOf(text: string, written: Written): ReadonlyMap<string, string> {
  const effective = new Map(effectiveAgentConfig(text, 'ecs-init'));
  const agentKeys = /^ECS_[A-Z0-9_]+$/;
  for (const [key, { value }] of written) {
    const isRead = agentKeys.test(key) || otherAgentVariables.has(key);
    if (!effective.has(key) && isRead) effective.set(key, value);
  }
  return effective;
}

/** A value that is read, but is not the one that is asked for. What should stand there is not told. */
function differing(part: VerdictPart, written: Written): readonly LineFinding[] {
  const line = written.get(part.part)?.line;
  if (line === undefined) return [];
  return [{ line, severity: 'warning', message: `${part.part} is not what the question asks for.`, fix: '' }];
}

function byLine(a: LineFinding, b: LineFinding): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
