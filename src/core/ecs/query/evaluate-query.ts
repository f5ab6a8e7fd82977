import type { ContainerInstance } from '../placement/container-instance.ts';
import { compareVersions, readTime } from './compare-values.ts';
import { matcherOf } from './pattern/match-pattern.ts';
import { parsePattern } from './pattern/parse-pattern.ts';
import type { PatternReading } from './pattern/pattern-program.ts';
import type { Comparison, Operator, Query } from './query.ts';

/** What the documents leave open, decided. */
interface Reading {
  /** What a comparison with an attribute that is not there gives; null is "unknown", also when negated. */
  readonly absent: false | null;
  /** The same of `not_in` and `!~`. */
  readonly absentNegative: boolean;
  readonly pattern: PatternReading;
  /** What a version has where the other has one part more. */
  readonly missingPart: 0 | -1;
}

/** Ours first: a missing attribute compares as false, a pattern matches all of a value, 1.2 is 1.2.0. */
const readings: readonly Reading[] = [false, true].flatMap((absentNegative) =>
  ([false, null] as const).flatMap((absent) =>
    (['whole', 'anywhere'] as const).flatMap((pattern) =>
      ([0, -1] as const).map((missingPart) => ({ absent, absentNegative, pattern, missingPart })),
    ),
  ),
);
const [ours] = readings as readonly [Reading];

type Answer = boolean | null;
type Predicate = (instance: ContainerInstance) => Answer;

/** Made once for each query and reading, since a query is mostly asked of many instances. */
const compiled = new Map(readings.map((reading) => [reading, new WeakMap<Query, Predicate>()]));
const compiledAsOurs = compiled.get(ours);

/** Whether the query matches an instance, by our reading of what the documents leave open (SPEC.md, Q8 to Q13). */
export function evaluateQuery(query: Query, instance: ContainerInstance): boolean {
  const predicate = compiledAsOurs?.get(query) ?? predicateOf(query, ours);
  return predicate(instance) === true;
}

/** Whether every reading that the documents allow gives the same answer for an instance. */
export function isDocumented(query: Query, instance: ContainerInstance): boolean {
  const answer = evaluateQuery(query, instance);
  return readings.every((reading) => (predicateOf(query, reading)(instance) === true) === answer);
}

function predicateOf(query: Query, reading: Reading): Predicate {
  const known = compiled.get(reading)?.get(query);
  if (known !== undefined) return known;
  const made = compile(query, reading);
  compiled.get(reading)?.set(query, made);
  return made;
}

function compile(query: Query, reading: Reading): Predicate {
  if (query.kind === 'comparison') return compileComparison(query, reading);
  if (query.kind === 'not') {
    const part = compile(query.part, reading);
    return (instance) => negated(part(instance));
  }
  const parts = query.parts.map((part) => compile(part, reading));
  return joined(parts, query.kind === 'or');
}

/** One part that decides is enough: a false one of `and`, a true one of `or`. An unknown one leaves the rest unknown. */
function joined(parts: readonly Predicate[], decisive: boolean): Predicate {
  return (instance) => {
    let answer: Answer = !decisive;
    for (const part of parts) {
      const given = part(instance);
      if (given === decisive) return decisive;
      if (given === null) answer = null;
    }
    return answer;
  };
}

function negated(answer: Answer): Answer {
  return answer === null ? null : !answer;
}

function compileComparison({ subject, operator, values }: Comparison, reading: Reading): Predicate {
  const [value = ''] = values;
  switch (subject) {
    case 'agentConnected':
      return textual(operator, values, reading, ({ agentConnected }) => String(agentConnected));
    case 'ec2InstanceId':
      return textual(operator, values, reading, ({ id }) => id);
    case 'agentVersion':
      return ordered(operator, ({ agentVersion }) => differenceOfVersions(agentVersion, value, reading));
    case 'registeredAt':
      return ordered(operator, ({ registeredAt }) => (readTime(registeredAt) ?? Number.NaN) - (readTime(value) ?? 0));
    case 'runningTasksCount':
      return ordered(operator, ({ tasks }) => tasks.length - Number(value));
    case 'task:group':
      return ({ tasks }) => tasks.some(({ group }) => group === value);
    default:
      return attributePredicate(subject.slice('attribute:'.length), operator, values, reading);
  }
}

function differenceOfVersions(version: string, other: string, { missingPart }: Reading): number {
  return /^\d+(?:\.\d+)*$/.test(version) ? compareVersions(version, other, missingPart) : Number.NaN;
}

/** By a difference, which is not a number where the instance says nothing that can be compared. */
function ordered(operator: Operator, difference: (instance: ContainerInstance) => number): Predicate {
  const holds: Partial<Record<Operator, (value: number) => boolean>> = {
    '==': (value) => value === 0,
    '!=': (value) => value < 0 || value > 0,
    '>': (value) => value > 0,
    '>=': (value) => value >= 0,
    '<': (value) => value < 0,
    '<=': (value) => value <= 0,
  };
  const test = holds[operator] ?? (() => false);
  return (instance) => test(difference(instance));
}

/** Of a text that every instance has. */
function textual(
  operator: Operator,
  values: readonly string[],
  reading: Reading,
  textOf: (instance: ContainerInstance) => string,
): Predicate {
  const test = textTest(operator, values, reading);
  return (instance) => test(textOf(instance));
}

function attributePredicate(name: string, operator: Operator, values: readonly string[], reading: Reading): Predicate {
  // What objects inherit is no text, so that it is no attribute either.
  if (operator === 'exists') return ({ attributes }) => typeof attributes[name] === 'string';
  if (operator === 'not_exists') return ({ attributes }) => typeof attributes[name] !== 'string';
  const test = textTest(operator, values, reading);
  const isNegative = operator === 'not_in' || operator === '!~';
  const ofAbsent = isNegative && reading.absentNegative ? true : reading.absent;
  return ({ attributes }) => {
    const value = attributes[name];
    return typeof value === 'string' ? test(value) : ofAbsent;
  };
}

function textTest(operator: Operator, values: readonly string[], reading: Reading): (text: string) => boolean {
  const [value = ''] = values;
  if (operator === '==') return (text) => text === value;
  if (operator === '!=') return (text) => text !== value;
  const listed = new Set(values);
  if (operator === 'in') return (text) => listed.has(text);
  if (operator === 'not_in') return (text) => !listed.has(text);
  const pattern = parsePattern(value);
  if ('message' in pattern) throw new Error(`Inconsistent: a query holds the pattern ${value}`);
  const matches = matcherOf(pattern, reading.pattern);
  return operator === '=~' ? matches : (text) => !matches(text);
}
