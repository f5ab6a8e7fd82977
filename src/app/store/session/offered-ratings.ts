import type { Rating } from '../../../core/model/verdict.ts';
import type { RecordState } from '../record/record-state.ts';
import { defaultRating, ratingsFor, type Showing } from './session-snapshot.ts';

/**
 * The ratings to choose from. Those that are more than Again are one where they make no difference: all bring the
 * card back on the same day, or nothing is counted.
 */
export function offeredRatings(showing: Showing, record: RecordState, counts: boolean): readonly Rating[] {
  const fitting = ratingsFor(showing, record.settings.twoButtons);
  const days = new Set(fitting.filter((rating) => rating > 1).map((rating) => record.daysAfter(showing.card, rating)));
  const usual = defaultRating(showing);
  return counts && days.size > 1 ? fitting : fitting.filter((rating) => rating === 1 || rating === usual);
}
