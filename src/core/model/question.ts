import type { NoteId, OptionId, QuestionId } from './id.ts';
import type { Source } from './pack.ts';
import type { RichText } from './rich-text.ts';

/** What every question carries, whatever its kind. */
export interface QuestionBase {
  readonly id: QuestionId;
  /** For lists and search; never shown before the answer. */
  readonly title: string;
  /** Hash of what decides the verdict (kind, prompt, options, key): see `reliability` of answers in the fold. */
  readonly rev: string;
  readonly prompt: RichText;
  /** Shown with the verdict; may be empty. */
  readonly takeAway: RichText;
  readonly note: NoteReference | null;
  readonly domain: string | null;
  readonly tags: readonly string[];
  readonly sources: readonly Source[];
  readonly status: QuestionStatus;
  readonly difficulty: 1 | 2 | 3;
  /** Questions whose history this one inherits (`was=`). */
  readonly was: readonly QuestionId[];
}

export type QuestionStatus = 'draft' | 'pilot' | 'scored' | 'retired';

export interface NoteReference {
  readonly note: NoteId;
  /** Id of a section, or null for the whole note. */
  readonly section: string | null;
}

/** Answer from memory, then rate yourself. */
export interface RecallQuestion extends QuestionBase {
  readonly kind: 'recall';
  readonly back: RichText;
}

/** The prompt holds `cloze` elements; one card for each number 1..`cards`. */
export interface ClozeQuestion extends QuestionBase {
  readonly kind: 'cloze';
  readonly cards: number;
}

/** One right option. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly options: readonly AnswerOption[];
  readonly shuffle: boolean;
}

/** Two or more right options; the app says how many. */
export interface MultiQuestion extends QuestionBase {
  readonly kind: 'multi';
  readonly options: readonly AnswerOption[];
  readonly shuffle: boolean;
}

export interface AnswerOption {
  readonly id: OptionId;
  readonly text: RichText;
  readonly right: boolean;
  readonly rationale: RichText;
  /** Slug of the misconception that the option stands for, from the pack's `beliefs`. */
  readonly belief: string | null;
  /** Stays in its place when the others are shuffled. */
  readonly pinned: boolean;
}

/** A word, a line or a number to type. */
export interface TypedQuestion extends QuestionBase {
  readonly kind: 'typed';
  readonly accepted: readonly AcceptedAnswer[];
  /** Answers that must be refused; they prove the grader. */
  readonly wrong: readonly string[];
}

export type AcceptedAnswer =
  | { readonly form: 'text'; readonly text: string; readonly allowsSlip: boolean }
  | { readonly form: 'number'; readonly value: number; readonly tolerance: number; readonly unit: string };

/** Every kind by its name. A kind added here does not compile until it can be read, graded and shown. */
export interface QuestionKinds {
  recall: RecallQuestion;
  cloze: ClozeQuestion;
  choice: ChoiceQuestion;
  multi: MultiQuestion;
  typed: TypedQuestion;
}
export type Kind = keyof QuestionKinds;
export type QuestionOf<K extends Kind> = QuestionKinds[K];
export type Question = QuestionKinds[Kind];

/** What a learner gives back, by kind. Option ids, never positions. */
export interface Responses {
  recall: { readonly kind: 'recall' };
  cloze: { readonly kind: 'cloze' };
  choice: { readonly kind: 'choice'; readonly option: OptionId };
  multi: { readonly kind: 'multi'; readonly options: readonly OptionId[] };
  typed: { readonly kind: 'typed'; readonly text: string };
}
export type ResponseOf<K extends Kind> = Responses[K];
export type Response = Responses[Kind];

/** How many cards a question makes. */
export function cardCountOf(question: Question): number {
  return question.kind === 'cloze' ? question.cards : 1;
}
