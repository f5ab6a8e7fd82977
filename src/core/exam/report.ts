import type { Attempt, Ending, Mark } from './attempt.ts';
import type { DrawnQuestion } from './draw-exam.ts';
import { type ShareInterval, wilsonInterval } from './interval.ts';

export interface Tally {
  readonly right: number;
  readonly of: number;
}

/** What an exam that has ended says of itself. Pilots count nowhere but in `pilots`. */
export interface ExamReport {
  readonly by: Ending['by'];
  readonly score: Tally;
  readonly interval: ShareInterval | null;
  readonly pilots: Tally;
  readonly unanswered: number;
  /** By domain, in the order in which the paper names them first. */
  readonly domains: readonly (Tally & { readonly domain: string })[];
  readonly changes: { readonly helped: number; readonly hurt: number; readonly same: number };
  readonly time: ExamTimes;
}

export interface ExamTimes {
  readonly totalMs: number;
  readonly medianMs: number;
  /** Questions, from 0, that took far longer than the others. */
  readonly slow: readonly number[];
  /** Questions, from 0, that were answered in far less than the others. */
  readonly hasty: readonly number[];
}

/** The report of an exam; null while it is under way. */
export function reportOf({ paper, ending }: Pick<Attempt, 'paper' | 'ending'>): ExamReport | null {
  if (ending === null || ending.by === 'dropped') return null;
  const marked = paper.questions.map((question, index) => ({ question, mark: ending.marks[index] as Mark }));
  const scored = marked.filter(({ question }) => question.isScored);
  const score = tally(scored);
  const changed = (how: Mark['change']) => scored.filter(({ mark }) => mark.change === how).length;
  return {
    by: ending.by,
    score,
    interval: wilsonInterval(score.right, score.of),
    pilots: tally(marked.filter(({ question }) => !question.isScored)),
    unanswered: scored.filter(({ mark }) => !mark.isAnswered).length,
    domains: [...tallyBy({ paper, ending }, ({ domain }) => domain)].map(([domain, tally]) => ({ domain, ...tally })),
    changes: { helped: changed('helped'), hurt: changed('hurt'), same: changed('same') },
    time: timesOf(ending.marks),
  };
}

/** How much of the scored questions was right, by what they have in common; those of which that is null are left out. */
export function tallyBy(
  { paper, ending }: Pick<Attempt, 'paper' | 'ending'>,
  keyOf: (question: DrawnQuestion) => string | null,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [index, question] of paper.questions.entries()) {
    const key = keyOf(question);
    if (key === null || !question.isScored) continue;
    const { right, of } = tallies.get(key) ?? { right: 0, of: 0 };
    tallies.set(key, { right: right + Number(ending?.marks[index]?.isRight ?? false), of: of + 1 });
  }
  return tallies;
}

interface Marked {
  readonly question: DrawnQuestion;
  readonly mark: Mark;
}

function tally(marked: readonly Marked[]): Tally {
  return { right: marked.filter(({ mark }) => mark.isRight).length, of: marked.length };
}

/** Outliers after Tukey on the logarithm of the time, since times of answers are skewed; of few answers there are none. */
export function timesOf(marks: readonly Mark[]): ExamTimes {
  const answered = marks.flatMap(({ spentMs, isAnswered }) => (isAnswered ? [Math.max(1, spentMs)] : []));
  const totalMs = marks.reduce((sum, { spentMs }) => sum + spentMs, 0);
  const sorted = answered.map(Math.log).sort((a, b) => a - b);
  const medianMs = sorted.length === 0 ? 0 : Math.round(Math.exp(quantile(sorted, 0.5)));
  if (answered.length < fewestForOutliers) return { totalMs, medianMs, slow: [], hasty: [] };
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = 1.5 * Math.max(high - low, smallestSpread);
  const outside = (is: (log: number) => boolean) =>
    marks.flatMap(({ spentMs, isAnswered }, index) =>
      isAnswered && is(Math.log(Math.max(1, spentMs))) ? [index] : [],
    );
  return { totalMs, medianMs, slow: outside((log) => log > high + reach), hasty: outside((log) => log < low - reach) };
}

const fewestForOutliers = 8;
/** Times that all but agree have no outliers in their noise: a quarter more or less is none. */
const smallestSpread = Math.log(1.25);

/** Linear between the two nearest ranks; `sorted` is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const rank = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(rank)] as number, sorted[Math.ceil(rank)] as number];
  return below + (above - below) * (rank - Math.floor(rank));
}
