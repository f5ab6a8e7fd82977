import type { CardId } from '../model/id.ts';
import { check, giveUp } from './check.ts';
import type { EarlyEvent, ReviewEvent, ReviewState, RunOptions, Step, StudyContext } from './review-state.ts';
import { startSession } from './session.ts';
import { touchClock } from './study-clock.ts';
import { show, stay, withShowing } from './turn.ts';

const early: ReadonlySet<ReviewEvent['t']> = new Set<EarlyEvent['t']>([
  'begin',
  'respond',
  'guess',
  'touch',
  'check',
  'giveUp',
]);

export function isEarly(event: ReviewEvent): event is EarlyEvent {
  return early.has(event.t);
}

/** The steps of a first card until its verdict: part of `step`, and there before the rest of it. */
export function earlyStep(state: ReviewState, event: EarlyEvent, context: StudyContext): Step {
  switch (event.t) {
    case 'begin':
      return begin(state, event.cards, event.options ?? {}, context);
    case 'respond':
      return stay(
        state.showing?.phase === 'asking' ? withShowing(state, { response: event.response, message: '' }) : state,
      );
    case 'guess':
      return stay(withShowing(state, { isGuess: event.isGuess }));
    case 'touch':
      return stay({ ...state, clock: touchClock(state.clock, context.now) });
    case 'check':
      return check(state, context);
    case 'giveUp':
      return giveUp(state, context);
  }
}

function begin(state: ReviewState, cards: readonly CardId[], options: RunOptions, context: StudyContext): Step {
  const { how = 'review', repeats = true, place = '/review', spare = [] } = options;
  const run = { cards, spare, added: [] };
  const begun = { ...state, past: [], how, repeats, place, day: context.today, run, left: null, studiedMs: 0 };
  return show(begun, startSession(cards, spare), context);
}
