import type { Place } from '../../model/diagnostic-codes.ts';
import type { Question } from '../../model/question.ts';

/** A question with what the rules for whole packs still want to know of its source. */
export interface QuestionRead {
  readonly question: Question;
  readonly place: Place;
  readonly promptPlace: Place;
  /** The prompt as it was written. */
  readonly promptText: string;
}
