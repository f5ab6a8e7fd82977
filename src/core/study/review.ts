import type { CardId } from '../model/id.ts';
import { countFromHere } from './check.ts';
import { earlyStep } from './early-step.ts';
import { passOver, rate } from './pass-on.ts';
import { close, restore, retire } from './restore.ts';
import type { CardTrouble, ReviewEvent, ReviewState, Step, StudyContext } from './review-state.ts';
import { extendSession } from './session-steps.ts';
import { settle } from './settle.ts';
import { overEdited } from './showing.ts';
import { answerAgain, askWhatIsLeft, overrule, undo } from './take-back.ts';
import { focusOf, lookUp, show, stay, turn } from './turn.ts';

/** What an event does to a run: the state after it, what is to be written, where the focus goes. Throws in no state. */
export function step(state: ReviewState, event: ReviewEvent, context: StudyContext): Step {
  switch (event.t) {
    case 'extend':
      return extend(state, event.cards, context);
    case 'close':
      return close(state, context);
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
    case 'loaded':
    case 'unreadable':
    case 'failed':
    case 'retry':
    case 'replaced':
      return read(state, event, context);
    default:
      return earlyStep(state, event, context);
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

function extend(state: ReviewState, cards: readonly CardId[], context: StudyContext): Step {
  const { session, past, run } = state;
  if (session === null) return earlyStep(state, { t: 'begin', cards }, context);
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
