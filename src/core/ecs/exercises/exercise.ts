import { shuffled } from '../../text/shuffled.ts';
import type { LabTable } from '../labs/lab.ts';
import type { LabName } from '../labs/lab-names.ts';

/** A question with numbers of its own, drawn from a seed; its answer is computed by the engine of its rule. */
export interface Exercise {
  /** The situation in sentences. */
  readonly says: readonly string[];
  readonly given: readonly LabTable[];
  /** What is asked, in one sentence. */
  readonly asks: string;
  /** Three or four, of which one is right. */
  readonly options: readonly ExerciseOption[];
  /** How the answer is found, step by step. */
  readonly worked: readonly string[];
  /** Where it can be seen; null where no lab shows it. */
  readonly lab: { readonly name: LabName; readonly scenario: unknown } | null;
}

export interface ExerciseOption {
  /** What the log keeps: the text in small letters, with dashes. */
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
  /** Why, in words that are true of these numbers. */
  readonly why: string;
}

/** An answer and the reason for it. */
export interface Reasoned {
  readonly text: string;
  readonly why: string;
}

const mostWrong = 3;
const fewestWrong = 2;

/**
 * The exercise with some of the slips, in an order that is drawn; null where too few of them lead to answers of their own.
 */
export function exerciseWith(
  draw: Draw,
  right: Reasoned,
  slips: readonly Reasoned[],
  rest: Omit<Exercise, 'options'>,
): Exercise | null {
  const wrong: Reasoned[] = [];
  for (const slip of shuffled(slips, draw)) {
    const isNew = slip.text !== right.text && wrong.every(({ text }) => text !== slip.text);
    if (isNew && wrong.length < mostWrong) wrong.push(slip);
  }
  if (wrong.length < fewestWrong) return null;
  const all = [{ ...right, isRight: true }, ...wrong.map((slip) => ({ ...slip, isRight: false }))];
  const options = shuffled(all, draw).map(({ text, why, isRight }) => ({ id: idOf(text), text, why, isRight }));
  return new Set(options.map(({ id }) => id)).size < options.length ? null : { ...rest, options };
}

function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}

/** A whole number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

/** One of a list that is not empty. */
export function pick<T>(draw: Draw, list: readonly T[]): T {
  const picked = list[draw(list.length)];
  if (picked === undefined) throw new Error('Inconsistent: nothing to pick from');
  return picked;
}

/** Names of services, of no meaning. */
export function pickService(draw: Draw): string {
  return pick(draw, ['web', 'orders', 'search', 'billing', 'login', 'reports', 'chat', 'stock', 'mail', 'maps']);
}
