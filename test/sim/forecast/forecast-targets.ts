import { families } from '../learners/family.ts';
import { signed } from '../statistics/finding.ts';
import type { Judgement } from '../targets.ts';
import type { ForecastOutcome } from './forecast-exams.ts';
import type { Method } from './forecast-methods.ts';
import { forecastQuality, itemQuality } from './forecast-quality.ts';

/** Bars of a forecast: shares of 0 to 1. */
export interface ForecastBars {
  /** Of the range of 90 %, over all learners: from the first to the second. */
  readonly coverage: readonly [number, number];
  /** The same of the family in which it is least. */
  readonly worstCoverage: number;
  readonly itemError: number;
  readonly passBrier: number;
  readonly bias: number;
}

/** F1 and F2 of scheduling.md §9. */
const bars: ForecastBars = {
  coverage: [0.88, 0.96],
  worstCoverage: 0.85,
  itemError: 0.015,
  passBrier: 0.05,
  bias: 0.01,
};

/** What came of F1 and F2: the forecasts of a method beside these bars. */
export function judgeForecasts(
  outcomes: readonly ForecastOutcome[],
  method: Method = 'forecast',
  { coverage: [least, most], worstCoverage, itemError, passBrier, bias }: ForecastBars = bars,
): readonly Judgement[] {
  const quality = forecastQuality(outcomes, method);
  const items = itemQuality(outcomes, method === 'FSRS-6 alone' ? 'believed' : 'calibrated');
  const worst = worstFamily(outcomes, method);
  return [
    {
      id: 'F1',
      what: 'score in the range of 90 %',
      bar: `${percent(least)} to ${percent(most)}`,
      measured: percent(quality.coverage),
      verdict: verdict(quality.coverage >= least && quality.coverage <= most),
      prototype: '93.6 %',
    },
    {
      id: 'F1',
      what: 'the same, worst family',
      bar: `≥ ${percent(worstCoverage)}`,
      measured: `${percent(worst.coverage)} (${worst.family})`,
      verdict: verdict(worst.coverage >= worstCoverage),
      prototype: '87 %',
    },
    {
      id: 'F2',
      what: 'calibration error of recall on exam day, by card',
      bar: `≤ ${itemError}`,
      measured: items.calibrationError.toFixed(4),
      verdict: verdict(items.calibrationError <= itemError),
      prototype: '0.0108',
    },
    {
      id: 'F2',
      what: 'Brier score of the chance to pass',
      bar: `≤ ${passBrier}`,
      measured: quality.passBrier.toFixed(4),
      verdict: verdict(quality.passBrier <= passBrier),
      prototype: '0.048',
    },
    {
      id: 'F2',
      what: 'mean of forecasts less scores, in points',
      bar: `±${100 * bias}`,
      measured: signed(100 * quality.bias),
      verdict: verdict(Math.abs(quality.bias) <= bias),
      prototype: '+0.30',
    },
  ];
}

function worstFamily(outcomes: readonly ForecastOutcome[], method: Method) {
  return families
    .map((family) => {
      const some = outcomes.filter((outcome) => outcome.family === family);
      return { family, coverage: forecastQuality(some, method).coverage };
    })
    .reduce((a, b) => (b.coverage < a.coverage ? b : a));
}

function verdict(isMet: boolean): Judgement['verdict'] {
  return isMet ? 'met' : 'missed';
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
