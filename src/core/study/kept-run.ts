import type { StudyDay, Timestamp } from '../model/id.ts';
import { hasBegun, type PastStep, type ReviewState, type Run } from './review-state.ts';
import { memoOf, type ShowingMemo } from './showing.ts';

/** A run of yesterday that nobody has touched for so long is over. */
const idleMs = 4 * 60 * 60 * 1000;

/**
 * A run through cards as it outlives a reload: how it began and what was done. What was answered is in the log,
 * which decides where the two disagree.
 */
export interface KeptRun extends Pick<ReviewState, 'how' | 'repeats' | 'place' | 'studiedMs'> {
  readonly v: 1;
  readonly savedAt: Timestamp;
  readonly day: StudyDay;
  readonly run: Run;
  readonly past: readonly PastStep[];
  readonly showing: ShowingMemo | null;
}

/** What is to be kept of a run; null when it has not begun. */
export function keptRun(state: ReviewState, savedAt: Timestamp): KeptRun | null {
  const { showing, past, how, repeats, place, studiedMs, day, run } = state;
  if (state.session === null || !hasBegun(state)) return null;
  const memo = showing === null ? null : memoOf(showing);
  return { v: 1, savedAt, day, run, past, showing: memo, how, repeats, place, studiedMs };
}

/** Whether a run belongs to a day that is gone. One that goes on past 04:00 does not. */
export function isOver(run: { readonly day: StudyDay; readonly savedAt: number }, now: number, today: StudyDay) {
  return run.day !== today && now - run.savedAt > idleMs;
}
