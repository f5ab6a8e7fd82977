import { describe, expect, it } from 'vitest';
import { gradingPage, judgeGrading } from './grading/grading-section.ts';
import { type GradingName, gradings } from './grading/gradings.ts';
import { createGuesser, guessRate } from './grading/guesser.ts';
import { type GradedOutcome, studyGraded } from './grading/study-graded.ts';
import { families } from './learners/family.ts';
import { stockFsrs } from './policies/fsrs-policies.ts';
import { planned } from './policies/planned.ts';

describe('a learner of multiple choice', () => {
  const answers = Array.from({ length: 200 }, (_, seed) => {
    const person = createGuesser('F0', seed, 20);
    return Array.from({ length: 20 }, (_, card) => person.choose(card, 0));
  }).flat();
  const share = (some: typeof answers, fits: (answer: (typeof answers)[number]) => boolean) =>
    some.filter(fits).length / some.length;

  it('knows three quarters at first and guesses the rest', () => {
    expect(share(answers, ({ isRight }) => isRight)).toBeCloseTo(0.76 + 0.24 * guessRate, 1);
  });

  it('calls most wrong answers guesses, and few right ones', () => {
    const [right, wrong] = [true, false].map((isRight) => answers.filter((answer) => answer.isRight === isRight));
    expect(share(wrong!, ({ isUnsure }) => isUnsure)).toBeCloseTo(0.8, 1);
    expect(share(right!, ({ isUnsure }) => isUnsure)).toBeLessThan(0.25);
  });

  it('meets the same luck again', () => {
    const [one, other] = [0, 1].map(() => createGuesser('HL', 3, 5));
    for (const day of [0, 2, 9]) expect(one?.choose(2, day)).toEqual(other?.choose(2, day));
    expect(one?.recall(2, 12)).toBe(other?.recall(2, 12));
  });
});

describe('gradings', () => {
  const choice = { isRight: true, isUnsure: false, tookMs: 8000 };

  it('are all Again for what is wrong, and Good for what is surely known', () => {
    for (const grade of Object.values(gradings)) {
      expect(grade({ ...choice, isRight: false }, 0.9)).toEqual({ rating: 1 });
      expect(grade(choice, 0.98).rating).toBe(3);
    }
  });

  it('differ in what a guess is worth', () => {
    const unsure = { ...choice, isUnsure: true, tookMs: 20_000 };
    const ratings = Object.values(gradings).map((grade) => grade(unsure, 0.6).rating);
    expect(ratings).toEqual([3, 2, 1, 1]);
  });
});

describe('the bars of G1', () => {
  const outcomes = (names: Partial<Record<GradingName, number>>): readonly GradedOutcome[] =>
    [stockFsrs, planned].flatMap(({ name: policy }) =>
      families.flatMap((family) =>
        [1, 2].flatMap((seed) =>
          Object.keys(gradings).map((key) => {
            const grading = key as GradingName;
            const gain = names[grading] ?? 0;
            return { grading, policy, family, seed, score: 80 + gain, squaredError: gain > 0 ? 0.0004 : 0.0016 };
          }),
        ),
      ),
    );

  it('are met by less error and more points, and missed by the same', () => {
    const verdicts = (gain: number) =>
      judgeGrading(outcomes({ 'memory by posterior': gain }), planned.name).map(({ verdict }) => verdict);
    expect(verdicts(1)).toEqual(['met', 'met']);
    expect(verdicts(0)).toEqual(['missed', 'met']);
    expect(verdicts(-1)).toEqual(['missed', 'missed']);
  });

  it('stand on the page with a table for each policy', () => {
    const page = gradingPage(outcomes({ 'memory by posterior': 1 }));
    expect(page).toContain('0.50 ×');
    for (const { name } of [stockFsrs, planned]) expect(page).toContain(`Under ${name}: error of believed recall`);
  });

  it('are measured of one learner after another, the same again', () => {
    const [one, other] = [0, 1].map(() => studyGraded(stockFsrs, 'memory by posterior', 'F0', 1));
    expect(one).toEqual(other);
    expect(one?.score).toBeGreaterThan(80);
  });
});
