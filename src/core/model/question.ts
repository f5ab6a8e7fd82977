import type { NoteAddress } from './address.ts';
import type { Correction } from './correction.ts';
import type { OptionId, QuestionId } from './id.ts';
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
  /** Where the notes say what is asked; a note of the question's own pack. */
  readonly note: NoteAddress | null;
  readonly domain: string | null;
  readonly tags: readonly string[];
  readonly sources: readonly Source[];
  readonly status: QuestionStatus;
  readonly difficulty: 1 | 2 | 3;
  /** Marked as one that an exam may draw (`exam=true`); absent where it is not. */
  readonly forExam?: true;
  /** Questions whose history this one inherits (`was=`). */
  readonly was: readonly QuestionId[];
  /** Says which answers do not count; absent while the key was never wrong. */
  readonly corrected?: Correction;
  /** The case that this question belongs to; its cards are kept together in a session. */
  readonly case: QuestionCase | null;
}

/** What the questions of one case share; each of them has it, so that a card can be shown alone. */
export interface QuestionCase {
  /** Id of the case's own heading, in the same name space as questions. */
  readonly id: QuestionId;
  readonly title: string;
  readonly scenario: RichText;
}

export type QuestionStatus = 'draft' | 'pilot' | 'scored' | 'retired';

/** Whether a question is asked at all: a draft is not yet, a retired one no more. */
export function isStudied({ status }: { readonly status: QuestionStatus }): boolean {
  return status === 'scored' || status === 'pilot';
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

/** A cloze whose hidden words are typed and graded instead of remembered and rated. */
export interface TypedClozeQuestion extends QuestionBase {
  readonly kind: 'typed-cloze';
  readonly cards: number;
  /** What each card takes as right: that of card 1 first. */
  readonly answers: readonly (readonly AcceptedAnswer[])[];
  /** As of a typed question. */
  readonly exactCase?: true;
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
  /** Answers that must be refused, also where a slip or a mark round the answer would be forgiven. */
  readonly wrong: readonly string[];
  /** Small and capital letters differ (`case=exact`); absent where they do not. */
  readonly exactCase?: true;
}

export type AcceptedAnswer = AcceptedText | AcceptedNumber;

export interface AcceptedText {
  readonly form: 'text';
  readonly text: string;
  readonly allowsSlip: boolean;
}

export interface AcceptedNumber {
  readonly form: 'number';
  readonly value: number;
  readonly tolerance: number;
  /** A unit that is known, or a noun in the plural (`tasks`); empty for a bare number. */
  readonly unit: string;
  /** A number without the unit is refused; absent where it counts in this unit. */
  readonly needsUnit?: true;
}

/** Steps to put in order. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  /** In a right order in the deck, in no right order once varied. */
  readonly steps: readonly OrderStep[];
}

export interface OrderStep {
  readonly id: OptionId;
  readonly text: RichText;
  /** From 1; steps of the same rank may swap. */
  readonly rank: number;
}

/** What belongs to what. */
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match';
  readonly lefts: readonly MatchSide[];
  /** Those that belong to no left are decoys. */
  readonly rights: readonly MatchSide[];
  /** Id of a left to the id of its right; two lefts may share one. */
  readonly pairs: Readonly<Record<string, OptionId>>;
}

export interface MatchSide {
  readonly id: OptionId;
  readonly text: RichText;
}

/** A command to type, graded by what it does. */
export interface CommandQuestion extends QuestionBase {
  readonly kind: 'command';
  /** Any of these is right, and whatever means the same. */
  readonly accepted: readonly string[];
  readonly wrong: readonly WrongCommand[];
}

/** A command that must be refused, and why; the learner who types it reads the reason. */
export interface WrongCommand {
  readonly command: string;
  readonly reason: string;
}

/** A file of the container agent to edit, graded by the configuration that it makes. */
export interface ConfigQuestion extends QuestionBase {
  readonly kind: 'config';
  readonly check: 'ecs-config';
  /** What the learner finds in the editor. */
  readonly start: string;
  readonly answer: string;
}

/** A JSON document to edit, graded by a checker and by what the question asks of it. */
export interface JsonQuestion extends QuestionBase {
  readonly kind: 'json';
  readonly check: 'task-definition';
  readonly start: string;
  readonly answer: string;
  readonly require: readonly JsonRequirement[];
}

/**
 * A question that a rule of Amazon ECS makes: each showing draws numbers of its own, and its options with them. What is
 * remembered is the skill, so it has one card. In the deck stands one draw, for lists and previews.
 */
export interface LabQuestion extends QuestionBase {
  readonly kind: 'lab';
  /** Which exercises are drawn: a name that `core/ecs/exercises` knows. */
  readonly family: string;
  /** What the author fixed; the rest is drawn. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Of a question that is always the same; absent where each showing draws anew. */
  readonly seed?: number;
  /** The situation, in sentences and tables, and what is asked of it. */
  readonly says: readonly string[];
  readonly given: readonly GivenTable[];
  readonly asks: string;
  readonly options: readonly AnswerOption[];
  /** How the answer is found, step by step. */
  readonly worked: readonly string[];
  /** Where it can be played through; null where no lab shows it. */
  readonly labPath: string | null;
}

/** A table as text; the first cell of a row names it. */
export interface GivenTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a JSON document must hold at a pointer (RFC 6901). */
export type JsonRequirement =
  | { readonly pointer: string; readonly test: 'equals'; readonly value: RequiredValue }
  | { readonly pointer: string; readonly test: 'one-of'; readonly values: readonly RequiredValue[] }
  | { readonly pointer: string; readonly test: 'present' | 'absent' }
  | { readonly pointer: string; readonly test: 'number'; readonly least: number; readonly most: number };

/** Leaves are texts: `80` stands for the number and for the text, for the checker knows which of them may stand there. */
export type RequiredValue = string | readonly RequiredValue[] | { readonly [key: string]: RequiredValue };

/** Every kind by its name. A kind added here does not compile until it can be read, graded and shown. */
export interface QuestionKinds {
  recall: RecallQuestion;
  cloze: ClozeQuestion;
  'typed-cloze': TypedClozeQuestion;
  choice: ChoiceQuestion;
  multi: MultiQuestion;
  typed: TypedQuestion;
  order: OrderQuestion;
  match: MatchQuestion;
  command: CommandQuestion;
  config: ConfigQuestion;
  json: JsonQuestion;
  lab: LabQuestion;
}
export type Kind = keyof QuestionKinds;
/** What the kinds are called in lists. */
export const kindNames: Readonly<Record<Kind, string>> = {
  choice: 'Choose one',
  multi: 'Choose several',
  recall: 'From memory',
  cloze: 'Fill in the blank',
  'typed-cloze': 'Fill in the blank, typed',
  typed: 'Type the answer',
  order: 'Put in order',
  match: 'Match the pairs',
  command: 'Type the command',
  config: 'Fix the file',
  json: 'Fix the JSON',
  lab: 'Work it out',
};

/** Kinds whose graders know Amazon ECS and are too large for the path to the first card. */
export type HeavyKind = 'command' | 'config' | 'json' | 'lab';
export type LightKind = Exclude<Kind, HeavyKind>;
export type QuestionOf<K extends Kind> = QuestionKinds[K];
export type Question = QuestionKinds[Kind];

/** What a learner gives back, by kind. Option ids, never positions. */
export interface Responses {
  recall: { readonly kind: 'recall' };
  cloze: { readonly kind: 'cloze' };
  'typed-cloze': { readonly kind: 'typed-cloze'; readonly text: string; readonly card: number };
  choice: { readonly kind: 'choice'; readonly option: OptionId };
  multi: { readonly kind: 'multi'; readonly options: readonly OptionId[] };
  typed: { readonly kind: 'typed'; readonly text: string };
  /** All steps, the first one first. */
  order: { readonly kind: 'order'; readonly steps: readonly OptionId[] };
  /** Id of a left to the id of the right that was chosen for it. */
  match: { readonly kind: 'match'; readonly pairs: Readonly<Record<string, OptionId>> };
  command: { readonly kind: 'command'; readonly text: string };
  config: { readonly kind: 'config'; readonly text: string };
  json: { readonly kind: 'json'; readonly text: string };
  lab: { readonly kind: 'lab'; readonly option: OptionId };
}
export type ResponseOf<K extends Kind> = Responses[K];
export type Response = Responses[Kind];

/** How many cards a question makes. */
export function cardCountOf(question: Question): number {
  return 'cards' in question ? question.cards : 1;
}

/** Whether the cards of a question are numbered by its deletions. */
export function isCloze(kind: Kind): boolean {
  return kind === 'cloze' || kind === 'typed-cloze';
}
