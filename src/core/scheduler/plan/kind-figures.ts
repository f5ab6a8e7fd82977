import type { Kind } from '../../model/question.ts';

/** What a plan assumes of the questions of a kind. */
export interface KindFigures {
  /** Its place in learning: kinds in which the answer is recognised come before those in which it is produced. */
  readonly rank: number;
  /** Seconds that a card usually takes on a day on which it is reviewed. */
  readonly seconds: number;
  /** How often somebody who does not know the answer is right, with the usual number of options. */
  readonly guess: number;
}

export const kindFigures: Readonly<Record<Kind, KindFigures>> = {
  choice: { rank: 0, seconds: 20, guess: 0.25 },
  recall: { rank: 1, seconds: 20, guess: 0 },
  cloze: { rank: 2, seconds: 18, guess: 0 },
  'typed-cloze': { rank: 2, seconds: 18, guess: 0 },
  multi: { rank: 3, seconds: 32, guess: 0.1 },
  match: { rank: 4, seconds: 40, guess: 0.02 },
  order: { rank: 5, seconds: 40, guess: 0.02 },
  typed: { rank: 6, seconds: 30, guess: 0 },
  command: { rank: 7, seconds: 55, guess: 0 },
  config: { rank: 8, seconds: 80, guess: 0 },
  json: { rank: 9, seconds: 80, guess: 0 },
  lab: { rank: 5, seconds: 60, guess: 0.25 },
};
