import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Place } from '../model/diagnostic-codes.ts';
import type { JsonRequirement, Kind, QuestionBase, QuestionOf, ResponseOf } from '../model/question.ts';
import type { RichText } from '../model/rich-text.ts';
import type { VerdictOf } from '../model/verdict.ts';

/** Grades one kind. Throws for no text that a learner may type. */
export interface QuestionGrader<K extends Kind> {
  readonly kind: K;
  grade(question: QuestionOf<K>, response: ResponseOf<K>): VerdictOf<K>;
}

/** What the app needs of a light kind: nothing here reads Markdown, so it can ship with the first card. */
export interface QuestionKind<K extends Kind> extends QuestionGrader<K> {
  /** The question as one showing has it: options shuffled by the seed. Same seed, same order. */
  vary(question: QuestionOf<K>, seed: number): QuestionOf<K>;
  /** Chance, 0 to 1, that a learner who knows nothing is graded right. */
  guessRate(question: QuestionOf<K>): number;
}

/** What the compiler needs of a kind. */
export interface QuestionReader<K extends Kind> {
  readonly kind: K;
  /** The question that the source means, with what is wrong about it; null when there is nothing to look at further. */
  read(source: QuestionSource): Outcome<QuestionOf<K>>;
  /** Runs the question's own answers; a complaint for each that is graded the wrong way. */
  prove(question: QuestionOf<K>, place: Place): readonly Diagnostic[];
}

/** One question as the compiler found it, its fragments rendered already. */
export interface QuestionSource {
  readonly base: QuestionBase;
  /** Where its heading stands. */
  readonly place: Place;
  /** Where its prompt starts. */
  readonly promptPlace: Place;
  /** The prompt as it was written. */
  readonly promptText: string;
  readonly shuffle: boolean;
  /** `typed=true` */
  readonly typed: boolean;
  /** What `check=` says, and where; null when the heading says nothing. */
  readonly check: SourceLine | null;
  readonly answer: AnswerBlock;
}

/** What stands where the answer does; it decides the kind. */
export type AnswerBlock =
  | { readonly form: 'back'; readonly back: RichText }
  | { readonly form: 'deletions'; readonly numbers: readonly number[] }
  | { readonly form: 'options'; readonly options: readonly SourceOption[] }
  | { readonly form: 'lines'; readonly lines: readonly SourceLine[] }
  | { readonly form: 'steps'; readonly steps: readonly SourceStep[] }
  | { readonly form: 'pairs'; readonly rows: readonly SourceRow[] }
  | { readonly form: 'blocks'; readonly blocks: readonly SourceBlock[] };

/** A step of a numbered list; those that share a sub-list have the same rank. */
export interface SourceStep {
  readonly place: Place;
  readonly id: string;
  readonly source: string;
  readonly text: RichText;
  readonly rank: number;
}

/** A row of a table of pairs; without a left it is a decoy. */
export interface SourceRow {
  readonly place: Place;
  readonly left: SourceCell | null;
  readonly right: SourceCell | null;
}

export interface SourceCell {
  readonly id: string;
  readonly source: string;
  readonly text: RichText;
}

/** A fenced block of an answer: ```` ```json start ````. */
export interface SourceBlock {
  /** Of the fence. */
  readonly place: Place;
  /** `sh`, `ini`, `json`, `yaml`, or empty. */
  readonly language: string;
  readonly role: BlockRole;
  readonly lines: readonly SourceLine[];
  /** What a `require` block asks for; empty for other blocks. */
  readonly require: readonly JsonRequirement[];
}

export type BlockRole = 'answer' | 'wrong' | 'start' | 'require' | 'lab';

export interface SourceOption {
  readonly place: Place;
  /** From `{#id}`, else a hash of the text. */
  readonly id: string;
  readonly idIsWritten: boolean;
  /** The text as it was written, without its attributes. */
  readonly source: string;
  readonly text: RichText;
  readonly right: boolean;
  /** The rationale as it was written, and where it starts. */
  readonly rationaleSource: string;
  readonly rationalePlace: Place;
  readonly rationale: RichText;
  readonly belief: string | null;
  readonly pinned: boolean;
}

export interface SourceLine {
  readonly place: Place;
  readonly text: string;
}
