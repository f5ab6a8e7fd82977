import type { StudyDay } from '../model/id.ts';
import {
  type CalibrationPosterior,
  calibrated,
  calibrationOf,
  type Prediction,
} from '../scheduler/exam-plan/recalibrate.ts';
import { predictionOf } from '../scheduler/fold/predictions.ts';
import { weekdayOf } from '../scheduler/plan/days-off.ts';
import { forecastScore } from './forecast/score-forecast.ts';
import type { Said } from './reliability.ts';
import { isTest, type ToldAnswer } from './told-answers.ts';

/** What was expected of a week's answers by what was known on its Monday, and what came of them. */
export interface PastWeek {
  readonly monday: StudyDay;
  /** Each answer, with the chance that was given to it. */
  readonly said: readonly Said[];
  /** Of all its answers: expected, the ends of the 90 % interval, and what came; 0 to 1. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly came: number;
}

/** Later answers tell more of a learner than old ones, and reading all of them each week would take long. */
const latest = 2000;

/** How the learner's latest answers compare with the memory model, and how surely that is known. */
export function presentCalibration(answers: readonly ToldAnswer[]): CalibrationPosterior {
  return calibrationOf(answers.filter(isTest).slice(-latest).map(predicted));
}

/**
 * The weeks with answers, oldest first. Nobody's forecast is polished afterwards: what is said of a week rests on the
 * answers before it alone, by the same rules as what is said of the exam.
 */
export function foretell(answers: readonly ToldAnswer[], from: StudyDay): readonly PastWeek[] {
  const tests = answers.filter(isTest);
  const weeks = new Map<StudyDay, ToldAnswer[]>();
  const before: Prediction[] = [];
  for (const test of tests) {
    const monday = (test.day - weekdayOf(test.day) + 1) as StudyDay;
    if (monday < from) before.push(predicted(test));
    else push(weeks, monday, test);
  }
  return [...weeks].map(([monday, week]) => {
    const calibration = calibrationOf(before.slice(-latest));
    before.push(...week.map(predicted));
    return pastWeek(monday, week, calibration);
  });
}

function push(weeks: Map<StudyDay, ToldAnswer[]>, monday: StudyDay, test: ToldAnswer): void {
  const week = weeks.get(monday);
  if (week === undefined) weeks.set(monday, [test]);
  else week.push(test);
}

function predicted(test: ToldAnswer): Prediction {
  const prediction = predictionOf(test);
  if (prediction === null) throw new Error('Inconsistent: nothing was expected of a test');
  return prediction;
}

function pastWeek(monday: StudyDay, week: readonly ToldAnswer[], calibration: CalibrationPosterior): PastWeek {
  const cards = week.map((test) => ({ weight: 1, guess: 0, ...predicted(test) }));
  const { mean, low, high } = forecastScore({ cards, calibration, prior: 0, questions: week.length });
  const said = week.map((test): Said => {
    const { recall, elapsedDays } = predicted(test);
    return { chance: calibrated(recall, elapsedDays, calibration), came: test.entry.r > 1 };
  });
  return { monday, said, expected: mean, low, high, came: said.filter(({ came }) => came).length / week.length };
}
