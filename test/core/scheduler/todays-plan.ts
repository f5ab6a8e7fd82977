import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { evenPace } from '../../../src/core/scheduler/plan/pace.ts';
import { planToday } from '../../../src/core/scheduler/plan/study-queue.ts';
import { nothingKnown, type TodayRequest } from '../../../src/core/scheduler/plan/today-request.ts';
import { today } from './plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

interface Wishes extends Partial<Omit<TodayRequest, 'settings' | 'pace'>> {
  readonly settings?: Partial<TodayRequest['settings']>;
  readonly seconds?: number;
}

export function plan(questions: readonly QuestionSummary[], states: readonly CardState[], wishes: Wishes = {}) {
  const { settings, seconds = 20, ...more } = wishes;
  return planToday({
    today,
    questions,
    states: new Map(states.map((each) => [each.card, each])),
    settings: { minutesPerDay: 15, newPerDay: 12, examDate: '', daysOff: '', ...settings },
    scheduler,
    pace: evenPace(seconds),
    knowledge: nothingKnown,
    ...more,
  });
}
