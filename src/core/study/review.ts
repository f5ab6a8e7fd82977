import type { CardId, EntryId } from '../model/id.ts';
import { check, countFromHere, giveUp } from './check.ts';
import { passOver, rate } from './pass-on.ts';
import { close, restore, retire } from './restore.ts';
import type { CardTrouble, ReviewEvent, ReviewState, RunOptions, Step, StudyContext, Write } from './review-state.ts';
import { extendSession, startSession } from './session.ts';
import { settle } from './settle.ts';
import { overEdited } from './showing.ts';
import { touchClock } from './study-clock.ts';
import { answerAgain, askWhatIsLeft, overrule, undo } from './take-back.ts';
import { focusOf, lookUp, show, stay, turn, withShowing } from './turn.ts';

/** What an event does to a run: the state after it, what is to be written, where the focus goes. Throws in no state. */
export function step(state: ReviewState, event: ReviewEvent, context: StudyContext): Step {
  switch (event.t) {
    case 'begin':
      return begin(state, event.cards, event.options ?? {}, context);
    case 'extend':
      return extend(state, event.cards, context);
    case 'close':
      return close(state, context);
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
    case 'countFromHere':
      return countFromHere(state, context);
    case 'rate':
      return rate(state, event.rating, event.sequence, context);
    case 'skip':
      return passOver(state, 'skipped', context);
    case 'suspend':
      return passOver(state, 'suspended', context);
    case 'undo':
      return undo(state, context);
    case 'stood':
      return askWhatIsLeft(state, event.card, context);
    case 'again':
      return answerAgain(state, context);
    case 'overrule':
      return overrule(state, event.isOverruled, context);
    case 'recorded':
      return settle(state, context);
    case 'restored':
      return restore(state, event.kept, event.isOpenedAnew, context);
    case 'retired':
      return retire(state, context);
    default:
      return read(state, event, context);
  }
}

/** What comes of reading the card's question. */
function read(
  state: ReviewState,
  event: Extract<ReviewEvent, { readonly t: 'loaded' | 'unreadable' | 'failed' | 'retry' | 'replaced' }>,
  context: StudyContext,
): Step {
  switch (event.t) {
    case 'loaded':
      if (!isAwaited(state, event.card)) return stay(state);
      if (!event.isKnown) return fail(state, { code: 'card-missing', detail: event.card }, context);
      return turn({ ...lookUp(state, event.card, context), trouble: null }, context, {
        focus: focusOf(state.coming),
        say: '',
      });
    case 'unreadable': {
      const { card, detail } = event;
      const trouble = { code: 'card-unreadable', detail: `${card}: ${detail}` } as const;
      return isAwaited(state, card) ? fail(state, trouble, context) : stay(state);
    }
    case 'failed':
      return fail(state, event.trouble, context);
    case 'retry':
      return state.session === null ? stay(state) : show(state, state.session, context);
    case 'replaced':
      return replace(state, context);
  }
}

function begin(state: ReviewState, cards: readonly CardId[], options: RunOptions, context: StudyContext): Step {
  const { counts = true, repeats = true, place = '/review', spare = [] } = options;
  const run = { cards, spare, added: [] };
  const begun = { ...state, past: [], counts, repeats, place, day: context.today, run, left: null, studiedMs: 0 };
  return show(begun, startSession(cards, spare), context);
}

function extend(state: ReviewState, cards: readonly CardId[], context: StudyContext): Step {
  const { session, past, run } = state;
  if (session === null) return begin(state, cards, {}, context);
  const extended = extendSession(session, cards);
  const longer = { ...state, run: { ...run, added: [...run.added, { after: past.length, cards }] } };
  if (session.current === null) return show({ ...longer, left: null }, extended, context);
  return stay({ ...longer, session: extended });
}

function isAwaited({ session, showing }: ReviewState, card: CardId): boolean {
  return session?.current === card && showing === null;
}

function fail(state: ReviewState, trouble: CardTrouble, context: StudyContext): Step {
  return turn({ ...state, trouble, showing: null }, context, { focus: 'card', say: '' });
}

/** A pack that changes while its card is on screen changes the card, not the session. */
function replace(state: ReviewState, context: StudyContext): Step {
  const { session, showing } = state;
  const asked = showing && context.asked(showing.card);
  if (session === null || showing === null || asked?.question === showing.source) return stay(state);
  if (asked?.kind !== showing.kind) return show(state, session, context);
  return stay({ ...state, showing: overEdited(showing, asked) });
}

/** What carries out what a step says. */
export interface Outlet {
  /** As it is now: a write changes the record. */
  context(): StudyContext;
  /** The id of what was written. */
  write(write: Write): EntryId | null;
}

/** Takes an event to its end: writes in order, keeps the ids of what was written, and does what follows. */
export function carryOut(state: ReviewState, event: ReviewEvent, outlet: Outlet): Pick<Step, 'state' | 'cue'> {
  const { next, writes, cue, ...done } = step(state, event, outlet.context());
  const written = writes.reduce((before, write) => named(before, write, outlet.write(write)), done.state);
  return next === undefined ? { state: written, cue } : carryOut(written, next, outlet);
}

/** The state that knows what was written by its id. */
function named(state: ReviewState, write: Write, entry: EntryId | null): ReviewState {
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
