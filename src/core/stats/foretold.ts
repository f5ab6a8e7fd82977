import type { CardId, StudyDay } from '../model/id.ts';
import {
  type CalibrationPosterior,
  calibrated,
  calibrationOf,
  type Prediction,
} from '../scheduler/exam-plan/recalibrate.ts';
import { predictionOf } from '../scheduler/fold/predictions.ts';
import type { Kernel } from '../scheduler/memory/memory-kernel.ts';
import { weekdayOf } from '../scheduler/plan/days-off.ts';
import { forecastScore } from './forecast/score-forecast.ts';
import type { Said } from './reliability.ts';
import { isTest, type ToldAnswer } from './told-answers.ts';

/** What was expected of a week by what was known on its Monday, and what came of it. */
export interface PastWeek {
  readonly monday: StudyDay;
  /** Each answer to a card that had been learnt before, with the chance that was given to it just before. */
  readonly said: readonly Said[];
  /** Cards known on Monday that were asked in the week; the first answer to each is what was forecast. */
  readonly cards: number;
  /** Of these answers: expected, the ends of the 90 % interval, and what came; 0 to 1. */
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
 * The weeks with answers, oldest first. Nobody's forecast is polished afterwards: what is said of a week rests on what
 * was answered before its Monday alone, by the same rules as what is said of the exam.
 */
export function foretell(answers: readonly ToldAnswer[], from: StudyDay, scheduler: Kernel): readonly PastWeek[] {
  const weeks = new Map<StudyDay, WeekOfTests>();
  const before: Prediction[] = [];
  const memories = new Map<CardId, WeekOfCard>();
  for (const answer of answers) {
    const monday = (answer.day - weekdayOf(answer.day) + 1) as StudyDay;
    const memory = memoryInWeek(memories, answer.card, monday);
    if (isTest(answer)) {
      if (monday < from) before.push(predicted(answer));
      else addTest(weekOf(weeks, monday), answer, memory, scheduler);
      memory.wasAsked = true;
    }
    if (answer.moved) memory.now = { stability: answer.stability, day: answer.day };
  }
  return [...weeks].map(([monday, week]) => {
    const calibration = calibrationOf(before.slice(-latest));
    before.push(...week.tests.map(predicted));
    return pastWeek(monday, week, calibration);
  });
}

/** What was remembered of a card when a week began, and what is now. */
interface WeekOfCard {
  monday: StudyDay;
  start: MemoryOnDay | null;
  now: MemoryOnDay | null;
  wasAsked: boolean;
}

interface MemoryOnDay {
  readonly stability: number;
  readonly day: StudyDay;
}

function memoryInWeek(memories: Map<CardId, WeekOfCard>, card: CardId, monday: StudyDay): WeekOfCard {
  const known = memories.get(card);
  if (known?.monday === monday) return known;
  const now = known?.now ?? null;
  const week: WeekOfCard = { monday, start: now, now, wasAsked: false };
  memories.set(card, week);
  return week;
}

interface WeekOfTests {
  readonly tests: ToldAnswer[];
  /** The first answers to cards that were known on Monday, by the memory of that day. */
  readonly foretold: { readonly recall: number; readonly elapsedDays: number; readonly came: boolean }[];
}

function weekOf(weeks: Map<StudyDay, WeekOfTests>, monday: StudyDay): WeekOfTests {
  const week = weeks.get(monday) ?? { tests: [], foretold: [] };
  weeks.set(monday, week);
  return week;
}

function addTest({ tests, foretold }: WeekOfTests, test: ToldAnswer, memory: WeekOfCard, scheduler: Kernel): void {
  tests.push(test);
  const { start, wasAsked } = memory;
  if (wasAsked || start === null || start.stability === 0) return;
  const elapsedDays = test.day - start.day;
  foretold.push({ recall: scheduler.recallAfter(start.stability, elapsedDays), elapsedDays, came: isRecalled(test) });
}

function predicted(test: ToldAnswer): Prediction {
  const prediction = predictionOf(test);
  if (prediction === null) throw new Error('Inconsistent: nothing was expected of a test');
  return prediction;
}

function isRecalled({ entry }: ToldAnswer): boolean {
  return entry.r > 1;
}

function pastWeek(monday: StudyDay, { tests, foretold }: WeekOfTests, calibration: CalibrationPosterior): PastWeek {
  const cards = foretold.map(({ recall, elapsedDays }) => ({ weight: 1, guess: 0, recall, elapsedDays }));
  const { mean, low, high } = forecastScore({ cards, calibration, prior: 0, questions: Math.max(1, cards.length) });
  const said = tests.map((test): Said => {
    const { recall, elapsedDays } = predicted(test);
    return { chance: calibrated(recall, elapsedDays, calibration), came: isRecalled(test) };
  });
  const came = foretold.filter((one) => one.came).length / Math.max(1, foretold.length);
  return { monday, said, cards: cards.length, expected: mean, low, high, came };
}
