import type { NoteAddress } from '../model/address.ts';
import type { CardState } from '../model/card-state.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, type PackId, packOf, type StudyDay } from '../model/id.ts';
import { isStudied } from '../model/question.ts';
import { type ExamsByPack, weightOfCards } from '../scheduler/exam-plan/card-worth.ts';
import { type CalibrationPosterior, calibrated } from '../scheduler/exam-plan/recalibrate.ts';
import type { Scheduler } from '../scheduler/memory/fsrs.ts';
import { type ExamProspect, forecastEvidence } from '../scheduler/plan/for-exam/exam-prospect.ts';
import { kindFigures } from '../scheduler/plan/kind-figures.ts';
import { openQuestions } from '../scheduler/plan/open-questions.ts';
import type { ForecastCard } from './forecast/card-pool.ts';
import { forecastScore, type ScoreForecast } from './forecast/score-forecast.ts';
import { recallIfKept } from './recall-if-kept.ts';

export interface ReadinessRequest {
  readonly today: StudyDay;
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Every question of the packs that are on. */
  readonly questions: readonly QuestionSummary[];
  readonly exams: ExamsByPack;
  readonly scheduler: Scheduler;
  readonly calibration: CalibrationPosterior;
  /** Share of unseen cards known beforehand, 0 to 1. */
  readonly prior: number;
  /** The day that is asked about, today or later. */
  readonly day: StudyDay;
  /** Of the exam: how many of its questions are scored. */
  readonly scored: number;
  /** What the plan comes to; null without one. */
  readonly prospect: Pick<ExamProspect, 'ifStopped' | 'ifKept'> | null;
}

/** How an exam over these questions would go. */
export interface Readiness {
  readonly cards: number;
  readonly seen: number;
  /** What must come before a forecast says something; null when it is there. */
  readonly lacking: { readonly answers: number; readonly cards: number } | null;
  /** When nothing is studied before the day. */
  readonly ifStopped: ScoreForecast;
  /** By those who keep to the plan; null while none is known. */
  readonly ifKept: ScoreForecast | null;
  /** Where questions are expected to be lost if nothing more is studied, most first. */
  readonly sections: readonly LostSection[];
}

/** A section of a note, or what of a pack belongs to none. */
export interface LostSection {
  readonly pack: PackId;
  readonly note: NoteAddress | null;
  readonly cards: number;
  readonly seen: number;
  /** Of the questions of an exam: expected to be wrong. */
  readonly lost: number;
}

/** Days; beyond it nothing can be put off. */
const longestBurial = 366;

/** What is expected of an exam over all questions that can be asked: scheduling §4. */
export function readinessOf(request: ReadinessRequest): Readiness {
  const { calibration, prior, scored: questions, prospect, states } = request;
  const pool = poolOf(request);
  const seen = pool.filter(({ recall }) => recall !== null).length;
  const answers = pool.reduce((sum, { card }) => sum + (states.get(card)?.reps ?? 0), 0);
  const kept = prospect === null ? null : recallIfKept(pool, prospect, { calibration, prior });
  const ifStopped = forecastScore({ cards: pool, calibration, prior, questions });
  return {
    cards: pool.length,
    seen,
    lacking: lackingOf(answers, seen, pool.length),
    ifStopped,
    ifKept: kept === null ? null : better(forecastScore({ cards: kept, calibration, prior, questions }), ifStopped),
    sections: sectionsOf(pool, request),
  };
}

/**
 * Who keeps to the plan does no worse than who stops. A card that was never seen counts as well as the learner did before
 * reading, and one that the plan shows as well as the memory model says, which is not quite sure: of a plan that adds next
 * to nothing that would make a loss of some thousandths.
 */
function better(kept: ScoreForecast, stopped: ScoreForecast): ScoreForecast {
  return kept.mean < stopped.mean ? stopped : kept;
}

function lackingOf(answers: number, seen: number, cards: number): Readiness['lacking'] {
  const lacking = {
    answers: Math.max(0, forecastEvidence.answers - answers),
    cards: Math.max(0, Math.ceil(forecastEvidence.seen * cards) - seen),
  };
  return lacking.answers === 0 && lacking.cards === 0 ? null : lacking;
}

interface PooledCard extends ForecastCard {
  readonly card: CardId;
  readonly question: QuestionSummary;
}

function poolOf(request: ReadinessRequest): readonly PooledCard[] {
  const { questions, exams, states, scheduler, day } = request;
  // A card that is left out today is asked in the exam all the same.
  const open = openQuestions({ ...request, today: (request.day + longestBurial) as StudyDay });
  const weightOf = weightOfCards(questions.filter(isStudied), exams);
  return open.flatMap(({ question, cards }) => {
    const common = { question, weight: weightOf(question), guess: kindFigures[question.kind].guess };
    return cards.map((card) => ({ card, ...knownOn(states.get(card), day, scheduler), ...common }));
  });
}

function knownOn(state: CardState | undefined, day: StudyDay, scheduler: Scheduler) {
  if (state === undefined || state.due === null) return { recall: null, elapsedDays: 0 };
  const elapsedDays = Math.max(0, day - state.lastDay);
  return { recall: scheduler.recallAfter(state.stability, elapsedDays), elapsedDays };
}

function sectionsOf(pool: readonly PooledCard[], request: ReadinessRequest): readonly LostSection[] {
  const all = pool.reduce((sum, { weight }) => sum + weight, 0);
  const sections = new Map<string, LostSection>();
  for (const { question, weight, recall, elapsedDays, guess } of pool) {
    const { note } = question;
    const pack = packOf(question.id);
    const key = note === null ? pack : `${note.pack}/${note.note}#${note.section ?? ''}`;
    const before = sections.get(key) ?? { pack, note, cards: 0, seen: 0, lost: 0 };
    const known = recall === null ? request.prior : calibrated(recall, elapsedDays, request.calibration);
    const lost = (request.scored * weight * (1 - guess) * (1 - known)) / all;
    const { cards, seen } = before;
    const isSeen = Number(recall !== null);
    sections.set(key, { ...before, cards: cards + 1, seen: seen + isSeen, lost: before.lost + lost });
  }
  return [...sections.values()].sort((a, b) => b.lost - a.lost);
}
