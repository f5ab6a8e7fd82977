import { cardsOf } from '../model/cards-of.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, type QuestionId, questionOfCard, type StudyDay, type Timestamp } from '../model/id.ts';
import type { Scheduler } from '../scheduler/memory/fsrs.ts';
import { kindFigures } from '../scheduler/plan/kind-figures.ts';
import type { ForecastCard } from './forecast/card-pool.ts';
import { forecastScore } from './forecast/score-forecast.ts';
import { presentCalibration } from './foretold.ts';
import { priorKnowledge } from './prior-knowledge.ts';
import type { ToldAnswer } from './told-answers.ts';

/** A practice exam that was handed in: its questions that count, and which of them were right. */
export interface SatExam {
  readonly at: Timestamp;
  readonly day: StudyDay;
  readonly questions: readonly { readonly id: QuestionId; readonly isRight: boolean }[];
}

/** What was to be expected of such an exam when it began, and what came. Shares of its questions, 0 to 1. */
export interface PastExam {
  readonly day: StudyDay;
  readonly questions: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly came: number;
}

interface Known {
  readonly answers: readonly ToldAnswer[];
  readonly questions: ReadonlyMap<QuestionId, QuestionSummary>;
  readonly scheduler: Scheduler;
}

/**
 * The exams in the order in which they are given, each with what was known before it. Those of which a question is gone
 * from its pack are left out: nothing can be expected of it.
 */
export function pastExams(exams: readonly SatExam[], known: Known): readonly PastExam[] {
  return exams.flatMap((exam) => {
    const questions = exam.questions.flatMap(({ id }) => known.questions.get(id) ?? []);
    if (questions.length === 0 || questions.length < exam.questions.length) return [];
    const before = known.answers.filter(({ entry }) => entry.ms < exam.at);
    const { mean, low, high } = forecastScore({
      cards: cardsIn(exam, questions, { ...known, answers: before }),
      calibration: presentCalibration(before),
      prior: priorKnowledge(before, ({ card }) => known.questions.get(questionOfCard(card))?.kind ?? null),
      questions: questions.length,
    });
    const right = exam.questions.filter(({ isRight }) => isRight).length;
    return [{ day: exam.day, questions: questions.length, expected: mean, low, high, came: right / questions.length }];
  });
}

/** A question is right when all its cards are known: the one that is known least decides. */
function cardsIn({ day }: SatExam, questions: readonly QuestionSummary[], { answers, scheduler }: Known) {
  const last = new Map<CardId, ToldAnswer>();
  for (const answer of answers) if (answer.moved) last.set(answer.card, answer);
  const knownOf = (card: CardId): Pick<ForecastCard, 'recall' | 'elapsedDays'> => {
    const answer = last.get(card);
    if (answer === undefined || answer.stability === 0) return unseen;
    const elapsedDays = Math.max(0, day - answer.day);
    return { recall: scheduler.recallAfter(answer.stability, elapsedDays), elapsedDays };
  };
  return questions.map((question): ForecastCard => {
    const [least = unseen] = cardsOf(question)
      .map(knownOf)
      .sort((a, b) => (a.recall ?? 0) - (b.recall ?? 0));
    return { weight: 1, guess: kindFigures[question.kind].guess, ...least };
  });
}

const unseen = { recall: null, elapsedDays: 0 };
