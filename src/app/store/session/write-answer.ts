import type { CardId, EntryId, ShowingId } from '../../../core/model/id.ts';
import type { AnswerFields } from '../../../core/model/log-entry.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import { givenText } from './given-text.ts';
import type { SessionDesk } from './session-desk.ts';
import type { ShowingMemo } from './session-snapshot.ts';

/** Puts an answer into the log. */
export function writeAnswer({ record, ports }: SessionDesk, memo: ShowingMemo, rating: Rating): EntryId {
  return record.getState().answer(answerOf(memo, rating, memo.at ?? ports.chance.showingId()));
}

/** What the log keeps of an answer. Each has a showing of its own, so that answering anew after undo counts. */
export function answerOf(memo: ShowingMemo, r: Rating, at: ShowingId): Omit<AnswerFields, 't'> {
  const given = givenText(memo.response);
  const score = memo.verdict?.score ?? null;
  return {
    card: memo.card,
    rev: memo.rev,
    r,
    took: Math.round(memo.tookMs),
    at,
    ...(given === undefined ? {} : { given }),
    ...(memo.isGuess ? { guess: true } : {}),
    ...(score === null ? {} : { score }),
    ...(memo.isOverruled ? { overruled: true } : {}),
  };
}

/** "Let's leave this one for tomorrow": no other session of today asks for it. */
export function buryUntil({ record }: SessionDesk, card: CardId, daysFromToday: number): EntryId {
  return record.getState().register({ t: 'bury', card, day: record.getState().today() + daysFromToday });
}
