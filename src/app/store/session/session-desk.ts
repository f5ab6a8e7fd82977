import type { StoreApi } from 'zustand/vanilla';
import { type CardId, questionOfCard, type Timestamp } from '../../../core/model/id.ts';
import type { Question } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import { rateCard, rateOnce, type Session } from '../../../core/scheduler/session.ts';
import type { Ports } from '../../ports.ts';
import type { ViewName } from '../../questions/first-views.ts';
import { type KindParts, loadParts, viewNameOf } from '../../questions/registry.ts';
import type { DeckStore } from '../deck-store.ts';
import type { RecordStore } from '../record/record-state.ts';
import type { KeptSession } from './session-mark.ts';
import type { Showing, ShowingMemo } from './session-snapshot.ts';
import type { CardTrouble, Cue, SessionState } from './session-state.ts';
import { firstLook, revive } from './showing.ts';
import type { StudyClock } from './study-clock.ts';

/** What the actions of a session work with. */
export interface SessionDesk {
  readonly ports: Ports;
  readonly record: RecordStore;
  readonly decks: DeckStore;
  readonly store: StoreApi<SessionState>;
  readonly clock: StudyClock;
  /** What can be shown at once; the others are loaded when a card of theirs comes near. */
  readonly views: Map<ViewName, KindParts>;
  changedAt: Timestamp;
  /** The run that an earlier page left, until the record has been read. */
  found: KeptSession | null;
}

/** A press that follows a change of phase within this time was meant for what stood there before. */
const guardMs = 200;

export function isTooSoon({ ports, changedAt }: SessionDesk): boolean {
  const since = ports.clock.now() - changedAt;
  return since >= 0 && since < guardMs;
}

/** Every change of phase goes through here. */
export function turn(desk: SessionDesk, change: Partial<SessionState>, focus: Cue['focus'], say = ''): void {
  desk.changedAt = desk.ports.clock.now();
  desk.store.setState(({ sequence, cue }) => ({
    ...change,
    sequence: sequence + 1,
    cue: { focus, say, n: cue.n + 1 },
  }));
}

/** How a card is brought to the screen. */
export interface Entrance {
  readonly change?: Partial<SessionState>;
  /** Where the focus goes: the card, unless an answer is brought back. */
  readonly focus?: Cue['focus'];
  readonly say?: string;
  /** Stands above the card while it is asked; empty for nothing. It has to be said, too. */
  readonly notice?: string;
  /** What the card looked like before; null for a first look. */
  readonly memo?: ShowingMemo | null;
}

/** The session after a rating; `repeats` says whether a forgotten card is asked again. */
export function afterRating(session: Session, rating: Rating, repeats: boolean): Session {
  return repeats ? rateCard(session, rating) : rateOnce(session, rating);
}

/** The same for a rating of another tab: undo, which takes back what this tab wrote, passes it by. */
export function ratedInOtherTab(session: Session, rating: Rating, repeats: boolean): Session {
  return { ...afterRating(session, rating, repeats), previous: session.previous };
}

/** Brings the session's current card to the screen, or its summary. */
export function show(desk: SessionDesk, session: Session, entrance: Entrance = {}): void {
  const { change = {}, memo = null, say = '', notice = '' } = entrance;
  const focus = entrance.focus ?? (memo?.phase === 'answered' ? 'answer' : 'card');
  const card = session.current;
  const showing = card === null ? null : lookUp(desk, card, memo);
  turn(desk, { ...change, session, showing, trouble: null, notice }, card === null ? 'summary' : focus, say);
  if (card === null) return;
  if (showing === null) void load(desk, card, { focus, memo });
  else void prefetch(desk, session);
}

function lookUp({ decks, ports, clock, views }: SessionDesk, card: CardId, memo: ShowingMemo | null): Showing | null {
  const question = decks.getState().questions.get(questionOfCard(card));
  const parts = question === undefined ? undefined : views.get(viewNameOf(question));
  if (question === undefined || parts === undefined) return null;
  clock.restart(ports.clock.now());
  return memo === null ? firstLook(card, question, parts, ports.chance.seed()) : revive(memo, question, parts);
}

/** Reads the question and what its kind needs to be shown and graded; null when no pack has it. */
async function fetchCard({ decks, views }: SessionDesk, card: CardId): Promise<Question | null> {
  const question = await decks.getState().loadQuestion(questionOfCard(card));
  const name = question === null ? null : viewNameOf(question);
  if (name !== null && !views.has(name)) views.set(name, await loadParts(name));
  return question;
}

interface Wanted {
  readonly focus: Cue['focus'];
  readonly memo: ShowingMemo | null;
}

async function load(desk: SessionDesk, card: CardId, { focus, memo }: Wanted): Promise<void> {
  const isCurrent = () => {
    const { session, showing } = desk.store.getState();
    return session?.current === card && showing === null;
  };
  try {
    const question = await fetchCard(desk, card);
    if (!isCurrent()) return;
    if (question === null) fail(desk, { code: 'card-missing', detail: card });
    else turn(desk, { showing: lookUp(desk, card, memo), trouble: null }, focus);
  } catch (error) {
    if (isCurrent()) fail(desk, { code: 'card-unreadable', detail: `${card}: ${String(error)}` });
  }
}

/** Reads the next cards ahead; one that cannot be read tells about it when its turn comes. */
export async function prefetch(desk: SessionDesk, { waiting }: Session): Promise<void> {
  for (const card of waiting.slice(0, 2)) await fetchCard(desk, card).catch(() => null);
}

export function fail(desk: SessionDesk, trouble: CardTrouble): void {
  turn(desk, { trouble, showing: null }, 'card');
}
