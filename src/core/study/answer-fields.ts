import type { ShowingId } from '../model/id.ts';
import type { AnswerFields } from '../model/log/log-entry.ts';
import type { Rating } from '../model/verdict.ts';
import { posteriorFor } from './rate.ts';
import type { RunHow } from './review-state.ts';
import type { ShowingMemo } from './showing.ts';

/** What the log keeps of an answer. Each has a showing of its own, so that answering anew after undo counts. */
export function answerFields(memo: ShowingMemo, r: Rating, at: ShowingId, how: RunHow): Omit<AnswerFields, 't'> {
  const score = memo.verdict?.score ?? null;
  const p = posteriorFor(memo, r);
  return {
    card: memo.card,
    rev: memo.rev,
    r,
    took: Math.round(memo.tookMs),
    at,
    ...(memo.given === undefined ? {} : { given: memo.given }),
    ...(memo.isGuess ? { guess: true } : {}),
    ...(score === null ? {} : { score }),
    ...(p === undefined ? {} : { p }),
    ...(how === 'review' ? {} : { how }),
    ...(memo.isOverruled ? { overruled: true } : {}),
  };
}
