import fc from 'fast-check';
import { type ReviewStep, type Reviews, reviewsOf } from '../../../../src/core/scheduler/fit/reviews.ts';

/** Answers to some cards, each card's in order; of a card answered on a later day most are evidence. */
export const anySteps: fc.Arbitrary<readonly ReviewStep[]> = fc
  .array(
    fc.array(
      fc.record({
        gap: fc.constantFrom(0, 1, 1, 2, 5, 20, 90),
        rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 3 as const, 4 as const),
        posterior: fc.constantFrom(null, null, null, 0, 0.3, 0.9),
        isReset: fc.constantFrom(true, ...Array.from({ length: 9 }, () => false)),
        isPractice: fc.constantFrom(true, ...Array.from({ length: 9 }, () => false)),
      }),
      { maxLength: 12 },
    ),
    { maxLength: 12, size: 'max' },
  )
  .map((cards) =>
    cards.flatMap((answers) => {
      let day = 0;
      return answers.map(({ gap, rating, posterior, isReset, isPractice }, place): ReviewStep => {
        day += gap;
        const isFirst = place === 0 || isReset;
        const isEvidence = !isFirst && gap > 0 && !isPractice;
        return { elapsedDays: isFirst ? null : gap, rating, posterior, at: day * 1000 + place, isEvidence };
      });
    }),
  );

export const anyReviews: fc.Arbitrary<Reviews> = anySteps.map(reviewsOf);
