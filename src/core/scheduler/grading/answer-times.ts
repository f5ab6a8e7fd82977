import type { Kind } from '../../model/question.ts';
import { type AnswerTimes, isPlausibleTime } from './time-ratio.ts';

/** An answer and how far, 0 to 1, it was recalled and guessed. */
export interface TimedAnswer {
  readonly kind: Kind;
  readonly tookMs: number;
  readonly recalled: number;
  readonly guessed: number;
}

/** Seconds for a short question of four options, and the least spread of their logarithm (scheduling §5.1). */
const [usualRecalled, usualGuessed, leastSpread] = [8, 14, 0.5];
/** So many answers of one's own weigh as much as what is usual. */
const doubt = 8;

/**
 * How long a learner's answers to each kind take. Questions of one kind are short and long, which widens the spread; and
 * before there are answers of one's own, no time says anything, since nobody knows how long reading takes.
 */
export function timesByKind(answers: readonly TimedAnswer[]): (kind: Kind) => AnswerTimes {
  const known = new Map<Kind, AnswerTimes>();
  return (kind) => {
    const times = known.get(kind) ?? timesOf(answers.filter((answer) => answer.kind === kind));
    known.set(kind, times);
    return times;
  };
}

function timesOf(answers: readonly TimedAnswer[]): AnswerTimes {
  const plausible = answers.filter(({ tookMs }) => isPlausibleTime(tookMs));
  const recalled = weighted(plausible, (answer) => answer.recalled);
  const guessed = weighted(plausible, (answer) => answer.guessed);
  const recalledLog = (doubt * Math.log(usualRecalled) + recalled.sum) / (doubt + recalled.weight);
  const usually = recalledLog + Math.log(usualGuessed / usualRecalled);
  const guessedLog = (doubt * usually + guessed.sum) / (doubt + guessed.weight);
  const squares = recalled.squares - 2 * recalledLog * recalled.sum + recalled.weight * recalledLog ** 2;
  const spread = Math.sqrt((doubt * leastSpread ** 2 + squares) / (doubt + recalled.weight));
  return {
    recalled: Math.exp(recalledLog),
    guessed: Math.exp(guessedLog),
    spread: Math.max(leastSpread, spread),
    trust: recalled.weight / (doubt + recalled.weight),
  };
}

/** Sums of weights, and of the logarithms of seconds and their squares by weight. */
interface WeightedLogs {
  readonly weight: number;
  readonly sum: number;
  readonly squares: number;
}

function weighted(answers: readonly TimedAnswer[], weightOf: (answer: TimedAnswer) => number): WeightedLogs {
  let [weight, sum, squares] = [0, 0, 0];
  for (const answer of answers) {
    const share = weightOf(answer);
    const log = Math.log(answer.tookMs / 1000);
    weight += share;
    sum += share * log;
    squares += share * log * log;
  }
  return { weight, sum, squares };
}
