import * as v from 'valibot';
import type { Outcome } from '../../model/diagnostic.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { mostFindings, pointTo, quote } from '../verdicts/finding.ts';

/**
 * J1: reads a scenario by its schema, which fills in what was left out. Each message of the schema is the remedy
 * ("Write a whole number from 0 to 65535."); what is there instead is told with its pointer.
 */
export function readScenario<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): Outcome<v.InferOutput<S>, EngineFinding> {
  const read = v.safeParse(schema, value);
  if (read.success) return { value: read.output, diagnostics: [] };
  return { value: null, diagnostics: read.issues.slice(0, mostFindings).map(findingOfIssue) };
}

function findingOfIssue({ path: keys, type, expected, received, input, message }: v.GenericIssue): EngineFinding {
  const path: readonly v.IssuePathItem[] = keys ?? [];
  const pointer = path.reduce((parent, { key }) => pointTo(parent, typeof key === 'number' ? key : String(key)), '');
  const name = path.length === 0 ? 'The scenario' : `\`${pointer.slice(1).replaceAll('/', '.')}\``;
  if (type === 'strict_object' && expected === 'never') {
    return findingOf('wrong', 'J1', pointer, `${name} is nothing that this lab knows.`, 'Take it out.');
  }
  if (received === 'undefined') return findingOf('wrong', 'J1', pointer, `${name} is missing.`, message);
  return findingOf('wrong', 'J1', pointer, `${name} is ${inWords(input)}.`, message);
}

function inWords(input: unknown): string {
  if (typeof input === 'string') return quote(input);
  if (Array.isArray(input)) return `a list of ${input.length}`;
  return input === null || typeof input !== 'object' ? String(input) : 'an object';
}

/** A whole number within bounds, both included. */
export function whole(least: number, most: number) {
  const fix = `Write a whole number from ${least} to ${most}.`;
  return v.pipe(v.number(fix), v.integer(fix), v.minValue(least, fix), v.maxValue(most, fix));
}

/** A number within bounds, both included. */
export function numberWithin(least: number, most: number) {
  const fix = `Write a number from ${least} to ${most}.`;
  return v.pipe(v.number(fix), v.finite(fix), v.minValue(least, fix), v.maxValue(most, fix));
}

/** A text of one line, of 1 to `most` characters. */
export function shortText(most: number) {
  const fix = `Write 1 to ${most} characters.`;
  return v.pipe(v.string(fix), v.minLength(1, fix), v.maxLength(most, fix), v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, fix));
}

/** A text of several lines. */
export function longText(most: number) {
  const fix = `Write at most ${most} characters.`;
  return v.pipe(v.string(fix), v.maxLength(most, fix));
}

/** One of some words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `Write one of ${words.map((word) => `\`${word}\``).join(', ')}.`);
}

export function yesOrNo() {
  return v.boolean('Write `true` or `false`.');
}

/** A list within bounds; its length is looked at before what is in it. */
export function listOf<S extends v.GenericSchema>(item: S, least: number, most: number) {
  const fix = `Write a list of ${least} to ${most}.`;
  return v.pipe(
    v.array(v.unknown(), fix),
    v.minLength(least, fix),
    v.maxLength(most, fix),
    v.array(item, fix),
    v.readonly(),
  );
}

/** An object with these members and no others. */
export function only<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(v.strictObject(entries, 'Write an object.'), v.readonly());
}
