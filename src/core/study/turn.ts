import type { CardId } from '../model/id.ts';
import type { Cue, ReviewState, Step, StudyContext, Write } from './review-state.ts';
import type { Session } from './session.ts';
import { firstLook, revive, type Showing, type ShowingMemo } from './showing.ts';
import { startClock } from './study-clock.ts';

/** A press that follows a change of phase within this time was meant for what stood there before. */
const guardMs = 200;

export function isTooSoon({ changedAt }: ReviewState, { now }: StudyContext): boolean {
  const since = now - changedAt;
  return since >= 0 && since < guardMs;
}

/** The step of an event that means nothing now, or changes no phase. */
export function stay(state: ReviewState): Step {
  return { state, writes: [], cue: null };
}

/** Every change of phase goes through here. */
export function turn(state: ReviewState, { now }: StudyContext, cue: Cue, writes: readonly Write[] = []): Step {
  return { state: { ...state, changedAt: now, sequence: state.sequence + 1 }, writes, cue };
}

/** How a card is brought to the screen. */
interface Entrance {
  readonly say?: string;
  /** Stands above the card while it is asked; empty for nothing. It has to be said, too. */
  readonly notice?: string;
  /** What the card looked like before; null for a first look. */
  readonly memo?: ShowingMemo | null;
  readonly writes?: readonly Write[];
}

/** Brings the session's current card to the screen, or its summary. One that is not loaded is asked for. */
export function show(state: ReviewState, session: Session, context: StudyContext, entrance: Entrance = {}): Step {
  const { memo = null, say = '', notice = '', writes = [] } = entrance;
  const next = lookUp({ ...state, session, coming: memo, trouble: null, notice }, session.current, context);
  return turn(next, context, { focus: session.current === null ? 'summary' : focusOf(memo), say }, writes);
}

/** The state with the card that it waits for on screen; as it is while the question is not loaded. */
export function lookUp(state: ReviewState, card: CardId | null, context: StudyContext): ReviewState {
  const asked = card === null ? null : context.asked(card);
  if (card === null || asked === null) return { ...state, showing: null };
  const { coming } = state;
  const showing = coming === null ? firstLook(card, asked, context.seed) : revive(coming, asked);
  return { ...state, showing, coming: null, clock: startClock(context.now) };
}

/** Where the focus goes: the card, unless an answer is brought back. */
export function focusOf(memo: ShowingMemo | null): Cue['focus'] {
  return memo?.phase === 'answered' ? 'answer' : 'card';
}

/** The state with a change of what is on screen. */
export function withShowing(state: ReviewState, change: Partial<Showing>): ReviewState {
  return state.showing === null ? state : { ...state, showing: { ...state.showing, ...change } };
}
