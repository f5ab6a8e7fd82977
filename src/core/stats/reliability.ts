/** A chance that was said, and what came. */
export interface Said {
  /** 0 to 1. */
  readonly chance: number;
  readonly came: boolean;
}

/** A tenth of all chances: what was said in it on average, and how often it came. */
export interface ReliabilityBin {
  /** Its ends, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly said: number;
  readonly came: number;
  readonly count: number;
}

/** How good some chances were. Less is better of every score. */
export interface Scores {
  /** Mean squared difference, 0 to 1 (Brier 1950). */
  readonly brier: number;
  /** Mean of −ln of the chance that was given to what came. */
  readonly logLoss: number;
}

export interface Reliability extends Scores {
  readonly count: number;
  readonly bins: readonly ReliabilityBin[];
  /** Mean distance of said and came over the bins, each as much as it holds (expected calibration error). */
  readonly error: number;
  /** Of one who always says the average of them all, known only afterwards. */
  readonly constant: Scores;
  /** Of one who says how the latest fifty came out. */
  readonly movingAverage: Scores;
}

const binCount = 10;
const averageOver = 50;
/** Nobody is certain: a chance of 0 or 1 that fails would cost without end. */
const edge = 0.001;

/** `said` in the order of time; null for none. */
export function reliabilityOf(said: readonly Said[]): Reliability | null {
  if (said.length === 0) return null;
  const share = mean(said.map(({ came }) => Number(came)));
  const bins = binsOf(said);
  return {
    count: said.length,
    bins,
    ...scoresOf(said),
    error: bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.said - bin.came), 0) / said.length,
    constant: scoresOf(said.map(({ came }) => ({ chance: share, came }))),
    movingAverage: scoresOf(averages(said)),
  };
}

function scoresOf(said: readonly Said[]): Scores {
  const chances = said.map(({ chance, came }) => ({ chance: Math.min(1 - edge, Math.max(edge, chance)), came }));
  return {
    brier: mean(chances.map(({ chance, came }) => (chance - Number(came)) ** 2)),
    logLoss: mean(chances.map(({ chance, came }) => -Math.log(came ? chance : 1 - chance))),
  };
}

/** Bins without anything are left out. */
function binsOf(said: readonly Said[]): readonly ReliabilityBin[] {
  const bins = Array.from({ length: binCount }, (): Said[] => []);
  for (const one of said) bins[Math.min(binCount - 1, Math.floor(one.chance * binCount))]?.push(one);
  return bins.flatMap((bin, n) => {
    if (bin.length === 0) return [];
    const ends = { from: n / binCount, to: (n + 1) / binCount, count: bin.length };
    return [{ ...ends, said: mean(bin.map(({ chance }) => chance)), came: mean(bin.map(({ came }) => Number(came))) }];
  });
}

/** What was known before each; the first is a coin. */
function averages(said: readonly Said[]): readonly Said[] {
  let right = 0;
  return said.map(({ came }, n) => {
    const known = Math.min(n, averageOver);
    const chance = (right + 0.5) / (known + 1);
    right += Number(came);
    if (n >= averageOver) right -= Number(said[n - averageOver]?.came ?? false);
    return { chance, came };
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
