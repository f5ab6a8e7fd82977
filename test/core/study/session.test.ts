import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId } from '../../../src/core/model/id.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { type Session, startSession } from '../../../src/core/study/session.ts';
import {
  extendSession,
  rateCard,
  rateOnce,
  skipCard,
  undoRating,
  withoutCards,
} from '../../../src/core/study/session-steps.ts';
import { card } from '../../log-builders.ts';
import { cardId } from '../ids.ts';

const cards = (count: number) => Array.from({ length: count }, (_, index) => card(`c${index}`));
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

/** Whatever is Again was not known. */
function rate(session: Session, rating: Rating): Session {
  return rateCard(session, { rating, isMiss: rating === 1 });
}

function rateAll(session: Session, ratings: readonly Rating[]): Session {
  return ratings.reduce(rate, session);
}

function queue({ current, waiting }: Session): readonly CardId[] {
  return current === null ? [] : [current, ...waiting];
}

function take(session: Session, step: string, index: number): Session {
  if (step === 'skip') return skipCard(session);
  if (step === 'undo') return undoRating(session);
  if (step === 'extend') return extendSession(session, [card(`m${index}`)]);
  return rate(session, step === 'again' ? 1 : 3);
}

describe('a session', () => {
  it('[S40] asks each card once when all are remembered', () => {
    const session = rateAll(startSession(cards(3)), [3, 2, 4]);
    expect([session.done, session.current, session.history.map((step) => step.card)]).toEqual([true, null, cards(3)]);
  });

  it('[S41] asks a forgotten card again after eight others', () => {
    const session = rate(startSession(cards(12)), 1);
    expect(session.waiting.indexOf(card('c0'))).toBe(7);
    expect(rateAll(session, [3, 3, 3, 3, 3, 3, 3, 3]).current).toBe(card('c0'));
  });

  it('[S41] asks it at the end when fewer are left', () => {
    expect(rateAll(startSession(cards(3)), [1, 3, 3]).current).toBe(card('c0'));
  });

  it('[S41] draws cards in from after the session when fewer than three could stand between', () => {
    const session = rateAll(startSession(cards(2), [card('s0'), card('s1'), card('s2'), card('s3')]), [3, 1]);
    expect(queue(session)).toEqual([card('s0'), card('s1'), card('s2'), card('c1')]);
    expect([session.spare, session.cards]).toEqual([[card('s3')], [...cards(2), card('s0'), card('s1'), card('s2')]]);
  });

  it('[S47] leaves a forgotten card for later when nothing can stand before its next showing', () => {
    const session = rateAll(startSession(cards(2)), [3, 1]);
    expect([session.done, session.later, session.left]).toEqual([true, [card('c1')], []]);
  });

  it('[S47] leaves a card that was forgotten twice for later when fewer than three can stand between', () => {
    const session = rateAll(startSession(cards(3)), [1, 3, 3, 1]);
    expect([session.done, session.later]).toEqual([true, [card('c0')]]);
    expect(queue(rateAll(startSession(cards(5)), [1, 1, 3, 3, 3, 1]))).toEqual([card('c1')]);
  });

  it('[S47] a card that was left for later joins again when it is asked for', () => {
    const session = extendSession(rateAll(startSession(cards(2)), [3, 1]), [card('c1'), card('more')]);
    expect([queue(session), session.later]).toEqual([[card('more'), card('c1')], []]);
  });

  it('[S41] after a skip, too, the card that was forgotten last is not the very next', () => {
    const forgotten = rate(startSession([card('c0'), card('c1')], [card('s0')]), 1);
    expect(queue(forgotten)).toEqual([card('c1'), card('s0'), card('c0')]);
    expect(queue(skipCard(skipCard(forgotten)))).toEqual([]);
    expect(skipCard(skipCard(forgotten)).later).toEqual([card('c0')]);
  });

  it('[S41] never asks the card that was just forgotten while another is there', () => {
    const steps = fc.array(fc.constantFrom('again', 'good', 'skip', 'extend', 'undo'), { maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 5 }), steps, (count, spares, path) => {
        let session = startSession(
          cards(count),
          cards(spares).map((name) => cardId(`${name}-spare`)),
        );
        path.forEach((step, index) => {
          session = take(session, step, index);
          const last = session.history.at(-1);
          if (step !== 'undo' && last?.rating === 1) expect(session.current).not.toBe(last.card);
          expect(session.waiting).not.toContain(session.current);
          expect(new Set(session.waiting).size).toBe(session.waiting.length);
        });
      }),
    );
  });

  it('[S71] a card that need not be asked leaves the queue and the spares', () => {
    const session = withoutCards(startSession(cards(4), [card('s0')]), new Set([card('c0'), card('c2'), card('s0')]));
    expect([queue(session), session.spare, session.cards]).toEqual([
      [card('c1'), card('c3')],
      [],
      [card('c1'), card('c3')],
    ]);
  });

  it('[S71] undo leads to every card that was rated, and to none that left', () => {
    const steps = fc.array(fc.constantFrom('again', 'good'), { maxLength: 20 });
    fc.assert(
      fc.property(steps, fc.subarray(cards(8)), (path, gone) => {
        let session = path.reduce(take, startSession(cards(8), [card('s0')]));
        const rated = session.history.map((step) => step.card);
        session = withoutCards(session, new Set(gone));
        const left = gone.filter((one) => !rated.includes(one) && one !== session.current);
        while (session.previous !== null) {
          const before = session.history.length;
          session = undoRating(session);
          expect(queue(session).filter((one) => left.includes(one) && one !== session.current)).toEqual([]);
          if (session.history.length < before) expect(session.current).toBe(rated[session.history.length]);
        }
      }),
    );
  });

  it('[S42] a card forgotten four times leaves the session', () => {
    const again = rateAll(startSession(cards(30)), [1, 3, 3, 3, 3, 3, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 3, 3]);
    const third = rateAll(again, [1, 3, 3, 3, 3, 3, 3, 3, 3]);
    expect([third.current, third.left]).toEqual([card('c0'), []]);
    const fourth = rate(third, 1);
    expect([fourth.left, fourth.waiting.includes(card('c0'))]).toEqual([[card('c0')], false]);
  });

  it('[S42] a card that was right by luck does not leave, however often; its misses still count', () => {
    const guessed = (session: Session) => rateCard(session, { rating: 1, isMiss: false });
    const others = [3, 3, 3, 3, 3, 3, 3, 3] as const;
    let session = startSession(cards(80));
    for (let guesses = 0; guesses < 5; guesses += 1) session = rateAll(guessed(session), others);
    expect([session.current, session.left]).toEqual([card('c0'), []]);
    for (let misses = 0; misses < 3; misses += 1) session = rateAll(session, [1, ...others]);
    session = guessed(session);
    expect([session.waiting.indexOf(card('c0')), session.left]).toEqual([7, []]);
    expect(rateAll(session, [...others, 1]).left).toEqual([card('c0')]);
  });

  it('asks nothing again where nothing repeats', () => {
    const session = rateOnce(startSession(cards(2)), { rating: 1, isMiss: true });
    expect([queue(session), session.later]).toEqual([[card('c1')], []]);
  });

  it('[S43] undo brings back every earlier session, down to the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.array(rating, { maxLength: 30 }), (count, ratings) => {
        const path = [startSession(cards(count))];
        for (const given of ratings) if (!path.at(-1)?.done) path.push(rate(path.at(-1)!, given));
        let session = path.at(-1)!;
        for (const earlier of path.toReversed().slice(1)) {
          session = undoRating(session);
          expect(session).toBe(earlier);
        }
        expect(undoRating(session)).toBe(path[0]);
      }),
    );
  });

  it('[S44] always ends, and no card is both asked and waiting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.infiniteStream(rating), (count, ratings) => {
        let session = startSession(cards(count));
        for (let turns = 0; !session.done; turns += 1) {
          expect(turns).toBeLessThan(count * 8 + 1);
          expect(session.waiting).not.toContain(session.current);
          expect(new Set(session.waiting).size).toBe(session.waiting.length);
          session = rate(session, turns % 8 === 7 ? 3 : (ratings.next().value as Rating));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('[S45] a skipped card is gone without a rating, and undo brings it back', () => {
    const start = startSession(cards(2));
    const skipped = skipCard(start);
    expect([skipped.current, skipped.history]).toEqual([card('c1'), []]);
    expect(undoRating(skipped)).toBe(start);
  });

  it('[S46] more cards come behind those that wait, and undo does not lose them', () => {
    const session = extendSession(rate(startSession(cards(1)), 3), [card('more')]);
    expect([session.current, session.done]).toEqual([card('more'), false]);
    expect(undoRating(session).waiting).toEqual([card('more')]);
  });

  it('[S46] a card that is still to come is not asked twice', () => {
    const session = extendSession(startSession(cards(2)), [card('c0'), card('c1'), card('more')]);
    expect([session.current, ...session.waiting]).toEqual([card('c0'), card('c1'), card('more')]);
  });

  it('[S46] a finished card that was forgotten in another tab is asked again', () => {
    const done = rate(startSession(cards(1)), 3);
    const session = extendSession(done, [card('c0')]);
    expect([session.current, session.cards]).toEqual([card('c0'), [card('c0')]]);
  });
});
