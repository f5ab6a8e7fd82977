import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Place } from '../model/diagnostic-codes.ts';
import type { OptionId } from '../model/id.ts';
import type { JsonRequirement, Kind, QuestionBase, QuestionOf, ResponseOf } from '../model/question.ts';
import type { RichText } from '../model/rich-text.ts';
import type { VerdictOf } from '../model/verdict.ts';
import type { BlockRole, RawAnswer } from './raw-answer.ts';

/**
 * What the app needs of a kind; nothing here reads Markdown. Light and heavy kinds differ in when they are loaded, and in
 * nothing else. `deletion` is which deletion of a cloze the card asks for, from 1; 0 for other kinds.
 */
export interface QuestionKind<K extends Kind> {
  readonly kind: K;
  /** Who says whether an answer is right: the learner alone, or `grade`. */
  readonly grading: 'self' | 'graded';
  /** The question as one showing has it: options shuffled by the seed. Same seed, same order. */
  vary(question: QuestionOf<K>, seed: number): QuestionOf<K>;
  /** Throws for no text that a learner may type. */
  grade(question: QuestionOf<K>, response: ResponseOf<K>): VerdictOf<K>;
  /** Chance, 0 to 1, that a learner who knows nothing is graded right. */
  guessRate(question: QuestionOf<K>): number;
  /** What an all-knowing learner gives back; null where only the learner can judge. */
  rightResponse(question: QuestionOf<K>, deletion: number): ResponseOf<K> | null;
  /** What the log keeps of a response: option ids joined by a space (`left:right` for a pair), or the typed text. */
  given(response: ResponseOf<K>): string | undefined;
  /** Whether a response still makes sense after the question was edited. */
  fits(question: QuestionOf<K>, response: ResponseOf<K>): boolean;
  /** What to do before there is anything to grade; empty when there is. */
  lacks(question: QuestionOf<K>, response: ResponseOf<K> | null): string;
  /** For answers that are written: they may be tried twice, and the right one may be asked for. */
  readonly written: WrittenKind<K> | null;
}

export interface WrittenKind<K extends Kind> {
  /** The answer of a learner who asks for the right one at once. */
  nothing(question: QuestionOf<K>, deletion: number): ResponseOf<K>;
  /** Said after the first miss: what is off, without what should stand there. */
  hints(verdict: VerdictOf<K>): readonly string[];
}

/** What the compiler needs of a kind. */
export interface QuestionReader<K extends Kind> {
  readonly kind: K;
  /** What authors call it; two kinds may share a name. */
  readonly name: string;
  /** How its answer is read. Only a heading that names the kind makes steps of a list, or pairs of a table. */
  readonly form: AnswerBlock['form'];
  /** How to write the answer block, said when the heading names the kind and the block is that of another. */
  readonly fix: string | undefined;
  /** What `check=` has to say; null when the kind has no checker. */
  readonly check: string | null;
  /**
   * Which block of the answer makes a question of this kind, from 0; -1 for none. Of several kinds the earliest has it,
   * and at the same block the one that the heading names.
   */
  recognises(asked: AskedAs): number;
  /** What of the answer goes into `rev`, besides the kind's name, the scenario and the prompt. Published revs depend on it. */
  decides(answer: RawAnswer, spell: Spell): readonly string[];
  /** The question that the source means, with what is wrong about it; null when there is nothing to look at further. */
  read(source: QuestionSource): Outcome<QuestionOf<K>>;
  /** Runs the question's own answers; a complaint for each that is graded the wrong way. */
  prove(question: QuestionOf<K>, place: Place): readonly Diagnostic[];
  /** For answers that can be broken as learners break them; each broken one must be graded wrong. */
  readonly mutants: Mutants<K> | null;
  /** Which options are right: two questions that ask alike are copies only when they share one. Empty without options. */
  rightOptions(question: QuestionOf<K>): readonly OptionId[];
  /** What lints read of an answer besides options. */
  texts(answer: AnswerBlock): LintTexts;
}

export interface Mutants<K extends Kind> {
  of(question: QuestionOf<K>): readonly Mutant[];
  isRight(question: QuestionOf<K>, text: string): boolean;
}

/** A right answer, broken in one way in which learners break it. */
export interface Mutant {
  readonly text: string;
  /** What was done to it, for a sentence: "an option left out". */
  readonly slip: string;
}

export interface LintTexts {
  /** What the learner sees in no fixed place, so that nothing in it may speak of the place of another. */
  readonly parts: readonly SourceLine[];
  /** Why something is wrong. */
  readonly reasons: readonly SourceLine[];
}

/** What a kind is recognised by. */
export interface AskedAs {
  readonly prompt: string;
  readonly answer: RawAnswer;
  /** What `kind=` says; null when the heading says nothing. */
  readonly named: string | null;
  /** Whether the heading says `typed=true`. */
  readonly typed: boolean;
}

/** An option's text with its attributes in their one order and spelling. */
export type Spell = (text: string) => string;

/** Whether small and capital letters differ in a typed answer. */
export type LetterCase = 'exact' | 'any';

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
  /** What `check=` says, and where; null when the heading says nothing. */
  readonly check: SourceLine | null;
  /** What `case=` says; null when the heading says nothing. */
  readonly letterCase: LetterCase | null;
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
  /** The keys and values of a `lab` block, as texts; empty for other blocks. */
  readonly settings: Readonly<Record<string, string>>;
}

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
