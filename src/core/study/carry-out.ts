import type { EntryId } from '../model/id.ts';
import type { ReviewEvent, ReviewState, Step, StudyContext, Write } from './review-state.ts';
import { withShowing } from './turn.ts';

/** What carries out what a step says. */
export interface Outlet {
  /** What follows of an event: `step`, or what of it is there. */
  step(state: ReviewState, event: ReviewEvent, context: StudyContext): Step;
  /** As it is now: a write changes the record. */
  context(): StudyContext;
  /** The id of what was written; null where there is none. One that stands for a later id is replaced by `named`. */
  write(write: Write): EntryId | null;
}

/** Takes an event to its end: writes in order, keeps the ids of what was written, and does what follows. */
export function carryOut(state: ReviewState, event: ReviewEvent, outlet: Outlet): Pick<Step, 'state' | 'cue'> {
  const { next, writes, cue, ...done } = outlet.step(state, event, outlet.context());
  const written = writes.reduce((before, write) => named(before, write, outlet.write(write)), done.state);
  return next === undefined ? { state: written, cue } : carryOut(written, next, outlet);
}

/** The state that knows what was written by its id. */
export function named(state: ReviewState, write: Write, entry: EntryId | null): ReviewState {
  if (write.t === 'undo' || write.names === null || entry === null) return state;
  if (write.names === 'showing') {
    const { showing, coming } = state;
    return showing === null ? { ...state, coming: coming && { ...coming, entry } } : withShowing(state, { entry });
  }
  const last = state.past.at(-1);
  if (last === undefined) return state;
  const change = write.names === 'buried' ? { buried: entry } : { entry };
  return { ...state, past: [...state.past.slice(0, -1), { ...last, ...change }] };
}
