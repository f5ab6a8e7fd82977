import type { CardId, StudyDay, Timestamp } from '../../../core/model/id.ts';
import type { MarkStore } from '../../../core/model/mark-store.ts';
import type { PastStep, ShowingMemo } from './session-snapshot.ts';
import type { Run, SessionState } from './session-state.ts';
import { memoOf } from './showing.ts';

/** The mark under which the run through cards waits for the page to be opened again. */
export const sessionMark = 'session';

/** A run of yesterday that nobody has touched for so long is over. */
const idleMs = 4 * 60 * 60 * 1000;

/**
 * A run through cards as it outlives a reload: how it began and what was done. What was answered is in the log,
 * which decides where the two disagree.
 */
export interface KeptSession extends Pick<SessionState, 'counts' | 'repeats' | 'place' | 'studiedMs'> {
  readonly v: 1;
  readonly savedAt: Timestamp;
  readonly day: StudyDay;
  readonly run: Run;
  readonly past: readonly PastStep[];
  readonly showing: ShowingMemo | null;
}

/** Keeps what has begun; forgets the run before when a new one starts or this one is closed. */
export function keepSession(marks: MarkStore, state: SessionState, savedAt: Timestamp): void {
  const { session, showing, past, counts, repeats, place, studiedMs, day, run } = state;
  // While a card is being read the mark before says more.
  if (session !== null && session.current !== null && showing === null) return;
  if (session === null || !hasBegun(state)) {
    marks.remove(sessionMark);
    return;
  }
  const memo = showing === null ? null : memoOf(showing);
  const kept: KeptSession = { v: 1, savedAt, day, run, past, showing: memo, counts, repeats, place, studiedMs };
  marks.set(sessionMark, JSON.stringify(kept));
}

/** Whether there is something to lose. */
export function hasBegun({ past, showing }: Pick<SessionState, 'past' | 'showing'>): boolean {
  return past.length > 0 || showing?.phase === 'answered';
}

export function readKeptSession(marks: MarkStore): KeptSession | null {
  const kept = parse(marks.get(sessionMark));
  return isKept(kept) ? kept : null;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptSession {
  const { v, savedAt, day, run, past, place, showing } = (value ?? {}) as Partial<KeptSession>;
  if (v !== 1 || !Number.isFinite(savedAt) || !Number.isSafeInteger(day) || typeof place !== 'string') return false;
  if (!isCards(run?.cards) || !isCards(run?.spare) || !Array.isArray(run?.added)) return false;
  return isSteps(past) && (showing === null || typeof showing?.card === 'string');
}

function isCards(value: unknown): value is readonly CardId[] {
  return Array.isArray(value) && value.every((card) => typeof card === 'string');
}

function isSteps(value: unknown): value is readonly PastStep[] {
  return Array.isArray(value) && value.every((step) => typeof (step as PastStep | null)?.card === 'string');
}

/** Whether a run belongs to a day that is gone. One that goes on past 04:00 does not. */
export function isOver(run: { readonly day: StudyDay; readonly savedAt: number }, now: number, today: StudyDay) {
  return run.day !== today && now - run.savedAt > idleMs;
}
