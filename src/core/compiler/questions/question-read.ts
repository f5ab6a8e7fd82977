import type { NoteAddress } from '../../model/address.ts';
import type { Place } from '../../model/diagnostic-codes.ts';
import type { OptionId } from '../../model/id.ts';
import type { Question } from '../../model/question.ts';

/** A question with what the stages that look at the whole pack still want to know of its source. */
export interface QuestionRead {
  readonly question: Question;
  /** The part of the id that the author wrote. */
  readonly name: string;
  readonly promptPlace: Place;
  readonly trace: QuestionTrace;
}

/** What stays of a question when it has been handed over; of a large pack that is most of what is held in memory. */
export interface QuestionTrace {
  /** As authors call it. */
  readonly kind: string;
  readonly title: string;
  readonly place: Place;
  /** Where the prompt begins in its file. */
  readonly promptLine: number;
  /** The prompt as it was written. */
  readonly promptText: string;
  /** What prompts of nearly the same words share. */
  readonly promptKeys: readonly number[];
  /** Right options of a choice or multi. */
  readonly right: readonly OptionId[];
  readonly note: NoteAddress | null;
  /** What the right answer must name. */
  readonly names: readonly string[];
}
