import type { CardId, StudyDay, Timestamp } from './id.ts';
import type { Rating } from './verdict.ts';

/** What the log says about one card. Folded, never stored. */
export interface CardState {
  readonly card: CardId;
  /** Counted answers; 0 for a card that only has registers. */
  readonly reps: number;
  /** Days after the first on which the first answer was `again`; relearning on the same day is part of it. */
  readonly lapses: number;
  /** Days until recall falls to 90 %; 0 while `reps` is 0. */
  readonly stability: number;
  /** 1 to 10; 0 while `reps` is 0. */
  readonly difficulty: number;
  readonly firstDay: StudyDay | null;
  readonly lastDay: StudyDay | null;
  readonly lastAt: Timestamp | null;
  readonly lastRating: Rating | null;
  /** The study day on which the card is to be seen again; null while `reps` is 0. */
  readonly due: StudyDay | null;
  readonly suspended: boolean;
  /** The first study day on which a buried card may be seen again. */
  readonly buriedUntil: StudyDay | null;
  readonly flagged: boolean;
  /** The learner's own note, Markdown. */
  readonly note: string;
  /** Answers after the last one that counts which do not count, because the question's key was wrong. */
  readonly voided: number;
}
