import { checkTaskDefinition } from '../../ecs/task-definitions/check-task-definition.ts';
import type { JsonQuestion, JsonRequirement } from '../../model/question.ts';
import type { FileVerdict, LineFinding, VerdictPart } from '../../model/verdict.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';
import { meetsRequirement } from './json-requirements.ts';
import { scanJson } from './json-scan.ts';

/** A task definition: right when it parses, the checker finds no error, and all that is asked for holds. */
export const json: QuestionKind<'json'> = {
  ...writtenKind('Change the file first.'),
  kind: 'json',
  grade: (question, { text }) => gradeJson(question, text),
  rightResponse: ({ answer }) => ({ kind: 'json', text: answer }),
  written: { nothing: ({ start }) => ({ kind: 'json', text: start }), hints: hintsOf },
};

function gradeJson(question: JsonQuestion, text: string): FileVerdict {
  const scan = scanJson(text);
  if ('problem' in scan) {
    const { line, message, fix } = scan.problem;
    return { score: 0, parts: [], advice: [], findings: [{ line, severity: 'error', message, fix }] };
  }
  const value: unknown = JSON.parse(text);
  const found = checkTaskDefinition(value).map(({ pointer, severity, message, fix }): LineFinding => {
    return { line: scan.lineOf(pointer), severity, message, fix };
  });
  const parts = question.require.map((requirement) => partOf(requirement, value));
  const unmet = parts.filter(({ state }) => state !== 'right');
  const findings = [...found, ...unmet.map((part) => unmetFinding(part, scan.lineOf(part.part)))];
  const isRight = unmet.length === 0 && !found.some(({ severity }) => severity === 'error');
  return { score: isRight ? 1 : 0, parts, advice: [], findings: findings.sort(byLine) };
}

function partOf(requirement: JsonRequirement, value: unknown): VerdictPart {
  const { met, given } = meetsRequirement(requirement, value);
  const state = met ? 'right' : given === null ? 'missed' : 'wrong';
  return { part: requirement.pointer, state, ...(given !== null && { given }) };
}

/** Says where to look, not what to write. */
function unmetFinding({ part, state }: VerdictPart, line: number | null): LineFinding {
  const name = part.slice(part.lastIndexOf('/') + 1);
  const message =
    state === 'missed'
      ? `Something that is asked for is missing at ${part}.`
      : `${name} is not what the question asks for.`;
  return { line, severity: 'error', message, fix: '' };
}

function byLine(a: LineFinding, b: LineFinding): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
