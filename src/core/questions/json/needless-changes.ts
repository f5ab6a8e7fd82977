import { withoutDefaults } from '../../ecs/task-definitions/without-defaults.ts';
import { pointTo } from '../../ecs/verdicts/finding.ts';
import type { JsonQuestion, JsonRequirement } from '../../model/question.ts';
import { valueAt } from './json-requirements.ts';

/** Something that the learner changed for no reason; `given` and `before` are as written, undefined where nothing stands. */
export interface NeedlessChange {
  readonly pointer: string;
  readonly given: unknown;
  readonly before: unknown;
}

/** The three texts as their lists were aligned. */
export interface ComparedTexts {
  readonly given: unknown;
  readonly answer: unknown;
  /** The answer again where the start is no JSON. */
  readonly start: unknown;
}

/**
 * What differs from the start although neither the answer differs there nor a requirement speaks of it: a repair leaves
 * the rest alone. Writing out a default is no change. Pointers are those of the aligned text; `most` of them are given.
 */
export function needlessChanges(
  { require }: JsonQuestion,
  texts: ComparedTexts,
  most: number,
): readonly NeedlessChange[] {
  const judged = new Set(require.filter(judgesValue).map(({ pointer }) => pointer));
  const [given, answer, start] = [texts.given, texts.answer, texts.start].map(withoutDefaults);
  const pointers = compare({ given, answer, start }, '', judged);
  return pointers.slice(0, most).map((pointer) => {
    return { pointer, given: valueAt(texts.given, pointer), before: valueAt(texts.start, pointer) };
  });
}

/** That something is there says nothing of what it should be. */
function judgesValue({ test }: JsonRequirement): boolean {
  return test !== 'present';
}

function compare(texts: ComparedTexts, pointer: string, judged: ReadonlySet<string>): readonly string[] {
  const { given, answer, start } = texts;
  if (judged.has(pointer) || same(given, answer)) return [];
  if (areAlike(given, answer)) {
    const names = new Set([...namesIn(given), ...namesIn(answer)]);
    return [...names].flatMap((name) => {
      const inner = { given: memberOf(given, name), answer: memberOf(answer, name), start: memberOf(start, name) };
      return compare(inner, pointTo(pointer, name), judged);
    });
  }
  return same(start, answer) ? [pointer] : [];
}

/** Two objects, or two lists. */
function areAlike(a: unknown, b: unknown): boolean {
  return isBranch(a) && isBranch(b) && Array.isArray(a) === Array.isArray(b);
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function namesIn(value: unknown): readonly string[] {
  return isBranch(value) ? Object.keys(value) : [];
}

function memberOf(value: unknown, name: string): unknown {
  return isBranch(value) && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (!areAlike(a, b)) return a === b;
  const names = new Set([...namesIn(a), ...namesIn(b)]);
  return [...names].every((name) => same(memberOf(a, name), memberOf(b, name)));
}
