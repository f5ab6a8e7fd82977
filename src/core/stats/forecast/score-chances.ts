/** One way in which a learner may do: the chance that a question is answered right, and how likely this way is. */
export interface Prospect {
  readonly share: number;
  /** Of all prospects they sum to 1. */
  readonly likelihood: number;
}

/** The interval holds all but so much at either end. */
const outside = 0.05;

/**
 * Chance of each number of right answers, from none to all, to so many questions drawn at random: a mixture of binomial
 * distributions, one for each prospect.
 */
export function scoreChances(prospects: readonly Prospect[], questions: number): Float64Array {
  const ways = logWays(questions);
  const chances = new Float64Array(questions + 1);
  for (const { share, likelihood } of prospects) {
    for (let right = 0; right <= questions; right += 1) {
      const byAnswers = timesLog(right, share) + timesLog(questions - right, 1 - share);
      const chance = likelihood * Math.exp((ways[right] ?? 0) + byAnswers);
      chances[right] = (chances[right] ?? 0) + chance;
    }
  }
  return chances;
}

/** The logarithms of the binomial coefficients of `questions`, which themselves are beyond any number for 1,100. */
function logWays(questions: number): Float64Array {
  const ways = new Float64Array(questions + 1);
  for (let right = 1; right <= questions; right += 1) {
    ways[right] = (ways[right - 1] ?? 0) + Math.log((questions - right + 1) / right);
  }
  return ways;
}

/** What comes no time adds nothing, though it be impossible. */
function timesLog(times: number, chance: number): number {
  return times === 0 ? 0 : times * Math.log(chance);
}

/** Numbers of right answers, both included. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/**
 * From the 5th to the 95th percentile of what is expected, in whole questions: fewer than `low` are right with a chance of
 * 5 % at most, and so are more than `high`. So it holds at least 90 %.
 */
export function likelyScores(chances: Float64Array): ScoreRange {
  return { low: percentile(chances, outside), high: percentile(chances, 1 - outside) };
}

function percentile(chances: Float64Array, part: number): number {
  let sum = 0;
  const found = chances.findIndex((chance) => {
    sum += chance;
    // What a sum of so many loses.
    return sum >= part - 1e-12;
  });
  return found < 0 ? chances.length - 1 : found;
}

/** Chance of so many right answers or more. */
export function chanceOfAtLeast(chances: Float64Array, right: number): number {
  if (right <= 0) return 1;
  return Math.min(
    1,
    chances.subarray(right).reduce((sum, chance) => sum + chance, 0),
  );
}
