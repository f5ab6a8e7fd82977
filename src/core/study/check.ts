import { deletionOfCard } from '../model/id.ts';
import type { Verdict } from '../model/verdict.ts';
import { answerFields } from './answer-fields.ts';
import { isDue, movesCard } from './practice.ts';
import { isWrong } from './rate.ts';
import type { ReviewState, RunHow, Step, StudyContext, Write } from './review-state.ts';
import type { Showing, ShowingMemo } from './showing.ts';
import { touchClock } from './study-clock.ts';
import { isTooSoon, stay, turn } from './turn.ts';

/** Shows the answer of a self-graded card, or grades the response. */
export function check(state: ReviewState, context: StudyContext): Step {
  const { showing } = state;
  if (showing?.phase !== 'asking' || isTooSoon(state, context)) return stay(state);
  const { question, response, missed, kind } = showing;
  if (kind.grading === 'self') return settle(state, showing, null, context);
  const lack = kind.lacks(question, response);
  if (lack !== '' || response === null) return refuse(state, { ...showing, message: lack });
  const verdict = kind.grade(question, response);
  const isLast = kind.written === null || verdict.score === 1 || missed !== null;
  if (isLast) return settle(state, showing, verdict, context);
  const message = againWords(kind.written.hints(verdict));
  return refuse(state, { ...showing, missed: { response, verdict }, message });
}

function againWords(hints: readonly string[]): string {
  return ['Not this time.', ...hints, 'Try once more, or show the answer.'].join(' ');
}

function refuse(state: ReviewState, showing: Showing): Step {
  return { state: { ...state, showing }, writes: [], cue: { focus: 'field', say: '' } };
}

/** Ends a written question without another try. */
export function giveUp(state: ReviewState, context: StudyContext): Step {
  const { showing } = state;
  const written = showing?.kind.written ?? null;
  if (showing?.phase !== 'asking' || written === null || isTooSoon(state, context)) return stay(state);
  const { question, card, kind } = showing;
  const response = showing.response ?? written.nothing(question, deletionOfCard(card));
  return settle(state, { ...showing, response }, { ...kind.grade(question, response), score: 0 }, context);
}

/** A wrong answer is written here and not when the learner goes on: closing the page does not unsay it. */
function settle(state: ReviewState, showing: Showing, verdict: Verdict | null, context: StudyContext): Step {
  const clock = touchClock(state.clock, context.now);
  const tookMs = clock.countedMs;
  const { showingId: at } = context;
  const { response, kind } = showing;
  const given = response === null ? undefined : kind.given(response);
  const wasDue = isDue(context.record.cards.get(showing.card), context.today);
  const graded: Showing = { ...showing, phase: 'answered', given, verdict, tookMs, at, wasDue, message: '' };
  // In practice an answer that moves nothing is not weighed.
  const answered = { ...graded, posterior: movesCard(state.how, 3, graded) ? context.judge(graded) : undefined };
  const writes = isWrong(answered) ? [wrongAnswer(answered, state.how, context)] : [];
  const next = { ...state, showing: answered, clock, studiedMs: state.studiedMs + tookMs };
  return turn(next, context, { focus: 'answer', say: '' }, writes);
}

/** The entry of a wrong answer that is on screen. */
export function wrongAnswer(memo: ShowingMemo, how: RunHow, context: StudyContext): Write {
  const fields = answerFields(memo, 1, memo.at ?? context.showingId, how);
  return { t: 'answer', fields, when: null, names: 'showing' };
}

/** A wrong answer on screen is in the log already, and counts in practice, too. A right one is weighed from now on. */
export function countFromHere(state: ReviewState, context: StudyContext): Step {
  const { showing, how } = state;
  const isToWeigh = showing?.phase === 'answered' && !movesCard(how, 3, showing);
  const weighed = isToWeigh ? { ...showing, posterior: context.judge(showing) } : showing;
  return turn({ ...state, how: 'review', showing: weighed }, context, { focus: 'nothing', say: '' });
}
