import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { keptPosterior } from '../../../src/core/scheduler/grading/posterior-rating.ts';
import { answerFields } from '../../../src/core/study/answer-fields.ts';
import { defaultRating, offeredRatings, posteriorFor } from '../../../src/core/study/rate.ts';
import type { Showing } from '../../../src/core/study/showing.ts';
import { showingId } from '../ids.ts';
import { cards, openWorld, responseTo, type World } from './study-world.ts';

/** A right answer to a choice, of which so much is believed. */
function rightShowing(change: Partial<Showing> = {}): Showing {
  const { showing } = answered(openWorld().act({ t: 'begin', cards }), true).state;
  if (showing === null) throw new Error('No card');
  return { ...showing, posterior: undefined, ...change };
}

function answered(world: World, isRight: boolean): World {
  const { showing } = world.state;
  if (showing === null) throw new Error('No card');
  return world.act({ t: 'respond', response: responseTo(showing.question, isRight) }).act({ t: 'check' });
}

const four = { twoButtons: false };
const two = { twoButtons: true };
/** As an interval goes: Hard 19 days, Good 25, Easy 40, and the usual one what its posterior makes of it. */
const wishes = (settings: typeof four, perhaps: number) => ({
  settings,
  daysAfter: (_: unknown, rating: Rating, posterior?: number) =>
    rating === 1 ? 0 : posterior === undefined ? ([0, 0, 19, 25, 40][rating] ?? 0) : perhaps,
});

describe('the usual rating of a right answer', () => {
  it.each([
    [undefined, false, 3],
    [0.94, false, 3],
    [0.79, false, 2],
    [0.49, false, 1],
    [undefined, true, 2],
    [0.94, true, 2],
    [0.49, true, 1],
  ] as const)('[S84] with a posterior of %s, guess %s, is %d', (posterior, isGuess, rating) => {
    expect(defaultRating(rightShowing({ posterior, isGuess }))).toBe(rating);
  });
});

describe('the ratings to choose from', () => {
  it('[S84] hold Again where that is the usual one, and what says that it was known', () => {
    const lucky = rightShowing({ posterior: 0.3 });
    expect(offeredRatings(lucky, wishes(four, 0), true)).toEqual([1, 2, 3, 4]);
    expect(offeredRatings(lucky, wishes(two, 0), true)).toEqual([1, 3]);
  });

  it('[S84] are as ever where nothing speaks for a guess', () => {
    expect(offeredRatings(rightShowing(), wishes(four, 0), true)).toEqual([2, 3, 4]);
    expect(offeredRatings(rightShowing(), wishes(two, 0), true)).toEqual([3]);
  });

  it('[S89] leave out Hard where it would come back later than the usual Good', () => {
    const perhaps = rightShowing({ posterior: 0.85 });
    expect(offeredRatings(perhaps, wishes(four, 16), true)).toEqual([3, 4]);
    expect(offeredRatings(perhaps, wishes(four, 21), true)).toEqual([2, 3, 4]);
  });

  it('[S84] always hold the usual one', () => {
    const posterior = fc.double({ min: 0, max: 0.94, noNaN: true });
    fc.assert(
      fc.property(
        posterior,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.nat(40),
        (p, isGuess, twoButtons, moves, days) => {
          const showing = rightShowing({ posterior: keptPosterior(p, isGuess), isGuess });
          const offered = offeredRatings(showing, wishes({ twoButtons }, days), moves);
          expect(offered).toContain(defaultRating(showing));
        },
      ),
    );
  });
});

describe('what the log keeps of a posterior', () => {
  it('[S85] is there with the rating that follows from it, and not with another', () => {
    const showing = rightShowing({ posterior: 0.62 });
    const fields = ([1, 2, 3, 4] as const).map((rating) => answerFields(showing, rating, showingId('s'), 'review').p);
    expect(fields).toEqual([undefined, 0.62, undefined, undefined]);
    expect(posteriorFor({ ...showing, verdict: { score: 0, parts: [], advice: [] } }, 1)).toBeUndefined();
  });
});

describe('a run', () => {
  const begun = openWorld().act({ t: 'begin', cards });

  it('[S80] weighs a right answer of two options when it is checked', () => {
    expect(answered(begun, true).state.showing?.posterior).toBe(0.81);
    expect(answered(begun, false).state.showing?.posterior).toBeUndefined();
  });

  it('[S86] asks a card again that was right by luck', () => {
    const checked = answered(begun.act({ t: 'guess', isGuess: true }), true);
    const { state, log } = checked.act({ t: 'rate', rating: 1, sequence: checked.state.sequence });
    expect(log).toMatchObject([{ t: 'answer', r: 1, score: 1, guess: true, p: 0.44 }]);
    expect(state.session?.waiting).toContain(cards[0]);
  });

  it('[S84] does not weigh what moves nothing in practice', () => {
    const practised = openWorld().act({ t: 'begin', cards, options: { how: 'practice', repeats: false } });
    expect(answered(practised, true).state.showing?.posterior).toBeUndefined();
  });

  it('forgets it when the answer is taken back', () => {
    const wrong = answered(begun, false).act({ t: 'again' });
    expect(wrong.state.showing?.posterior).toBeUndefined();
  });
});
