import { alignLists } from '../../ecs/task-definitions/align-lists.ts';
import { checkTaskDefinition } from '../../ecs/task-definitions/check-task-definition.ts';
import { mostFindings } from '../../ecs/verdicts/finding.ts';
import type { JsonQuestion, JsonRequirement } from '../../model/question.ts';
import type { FileVerdict, LineFinding, VerdictPart } from '../../model/verdict.ts';
import { hintsOf } from '../hints.ts';
import type { QuestionKind } from '../question-kind.ts';
import { writtenKind } from '../written-kind.ts';
import { meetsRequirement } from './json-requirements.ts';
import { scanJson } from './json-scan.ts';
import { needlessChanges } from './needless-changes.ts';
import { nameAt, needlessWords } from './needless-words.ts';

/**
 * A task definition: right when it parses, the checker finds no error, all that is asked for holds, and what nothing
 * asks for is as it was. Members of unordered lists may stand in any order.
 */
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
  const answer = parsed(question.answer);
  const given = alignLists(value, answer);
  const lineOf = (pointer: string) => scan.lineOf(given.writtenAt(pointer));
  const parts = question.require.map((requirement) => partOf(requirement, given.value));
  const unmet = parts.filter(({ state }) => state !== 'right');
  const start = alignLists(parsed(question.start) ?? answer, answer).value;
  // A page that is full needs nothing more.
  const room = mostFindings - found.length;
  const needless = room === 0 ? [] : needlessChanges(question, { given: given.value, answer, start }, room);
  const findings = [
    ...scan.doubts,
    ...found,
    ...unmet.map((part) => unmetFinding(part, lineOf(part.part))),
    ...needless.map((change): LineFinding => {
      return { line: lineOf(change.pointer), severity: 'error', ...needlessWords(change) };
    }),
  ];
  const isRight = !findings.some(({ severity }) => severity === 'error');
  return { score: isRight ? 1 : 0, parts, advice: [], findings: findings.sort(byLine) };
}

/** Undefined for a text that is no JSON, or too deep or long: a question may start with one. */
function parsed(text: string): unknown {
  return 'problem' in scanJson(text) ? undefined : JSON.parse(text);
}

function partOf(requirement: JsonRequirement, value: unknown): VerdictPart {
  const { met, given } = meetsRequirement(requirement, value);
  const state = met ? 'right' : given === null ? 'missed' : 'wrong';
  return { part: requirement.pointer, state, ...(given !== null && { given }) };
}

/** Says where to look, not what to write. */
function unmetFinding({ part, state }: VerdictPart, line: number | null): LineFinding {
  const message =
    state === 'missed'
      ? `Something that is asked for is missing at ${part}.`
      : `${nameAt(part)} is not what the question asks for.`;
  return { line, severity: 'error', message, fix: '' };
}

function byLine(a: LineFinding, b: LineFinding): number {
  return (a.line ?? 0) - (b.line ?? 0);
}
