import type { CardId, StudyDay, Timestamp } from './id.ts';
import type { Rating } from './verdict.ts';

/** What the log says about one card. Folded, never stored. `due` tells a new card from a seen one. */
export type CardState = CardMarks & Schedule;

export type Schedule = NewSchedule | SeenSchedule;

interface CardMarks {
  readonly card: CardId;
  readonly suspended: boolean;
  /** The first study day on which a buried card may be seen again. */
  readonly buriedUntil: StudyDay | null;
  readonly flagged: boolean;
  /** The learner's own note, Markdown. */
  readonly note: string;
  /** Answers after the last one that counts which do not count, because the question's key was wrong. */
  readonly voided: number;
}

/** A card that was never answered, or was reset, has no memory and no day. */
interface NewSchedule {
  readonly reps: 0;
  readonly lapses: 0;
  readonly stability: 0;
  readonly difficulty: 0;
  readonly firstDay: null;
  readonly lastDay: null;
  readonly lastAt: null;
  readonly lastRating: null;
  readonly missedDay: null;
  readonly due: null;
}

interface SeenSchedule {
  /** Counted answers. */
  readonly reps: number;
  /** Days after the first on which the first answer was `again`; relearning on the same day is part of it. */
  readonly lapses: number;
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly firstDay: StudyDay;
  readonly lastDay: StudyDay;
  readonly lastAt: Timestamp;
  readonly lastRating: Rating;
  /** The last day on which an answer that counts was `again`; null when none was. */
  readonly missedDay: StudyDay | null;
  /** The study day on which the card is to be seen again. */
  readonly due: StudyDay;
}

export const newSchedule: NewSchedule = {
  reps: 0,
  lapses: 0,
  stability: 0,
  difficulty: 0,
  firstDay: null,
  lastDay: null,
  lastAt: null,
  lastRating: null,
  missedDay: null,
  due: null,
};
