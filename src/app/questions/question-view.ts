import type { ReactNode } from 'react';
import type { OptionId } from '../../core/model/id.ts';
import type { Kind, QuestionOf, ResponseOf } from '../../core/model/question.ts';
import type { VerdictOf } from '../../core/model/verdict.ts';
import type { QuestionKind } from '../../core/questions/question-kind.ts';

/** What a card needs on screen: how its kind is graded and how it is drawn. */
export interface KindParts<K extends Kind = Kind> {
  readonly kind: QuestionKind<K>;
  readonly view: QuestionView<K>;
}

/** How a kind of question is asked and answered on screen. */
export interface QuestionView<K extends Kind> {
  /** What is asked of the learner, in a few words: "choose one". */
  task(question: QuestionOf<K>): string;
  Prompt(props: PromptProps<K>): ReactNode;
  /** The controls that take the response; nothing where they stand in the prompt, or where the learner only thinks. */
  Controls(props: AskProps<K>): ReactNode;
  /**
   * What stands under the verdict: each part of the answer with its explanation. What is right is marked `data-right`, and
   * the first of it is brought into view.
   */
  Answer(props: AnswerProps<K>): ReactNode;
  /** What was wrong and what is right, in one or two sentences. */
  correction(question: QuestionOf<K>, response: ResponseOf<K> | null, verdict: VerdictOf<K>): string;
  /** The response after the key of the option at that place on screen, from 0; null when there is no such option. */
  pick(question: QuestionOf<K>, response: ResponseOf<K> | null, place: number): ResponseOf<K> | null;
  /** For kinds that are asked below a section of notes, too; null for the others. */
  readonly inNote: NoteView<K> | null;
}

/** A question below a section of notes. */
export interface NoteView<K extends Kind> {
  /** Whether the reader picks the answer with the controls of the view; else it is given in the mind. */
  readonly isPicked: boolean;
  /** What is right, and what was picked if anything was. */
  Answer(props: Pick<AnswerProps<K>, 'question' | 'response'>): ReactNode;
}

export interface PromptProps<K extends Kind> {
  readonly question: QuestionOf<K>;
  /** Which deletion of a cloze the card asks for; 0 for other kinds. */
  readonly deletion: number;
  readonly revealed: boolean;
  /** While it is asked: for a kind whose answer is written into the prompt. */
  readonly ask: AskProps<K> | null;
}

export interface AskProps<K extends Kind> {
  readonly question: QuestionOf<K>;
  readonly response: ResponseOf<K> | null;
  /** The written answer that was refused, and why. */
  readonly missed: { readonly response: ResponseOf<K>; readonly verdict: VerdictOf<K> } | null;
  /** Id of the element that takes the focus when an answer is missing. */
  readonly fieldId: string;
  /** Id of the element with the message about this answer, while there is one. */
  readonly describedBy: string | undefined;
  readonly shortcuts: boolean;
  /** In an exam options can be struck out; absent elsewhere. */
  readonly strikes?: Strikes;
  onRespond(response: ResponseOf<K>): void;
}

/** Options that the learner has ruled out. They can be chosen all the same. */
export interface Strikes {
  readonly struck: readonly OptionId[];
  onStrike(option: OptionId): void;
}

export interface AnswerProps<K extends Kind> {
  readonly question: QuestionOf<K>;
  readonly response: ResponseOf<K> | null;
  readonly verdict: VerdictOf<K>;
}
