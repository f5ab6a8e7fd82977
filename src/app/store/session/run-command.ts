import { movesCard } from '../../../core/study/practice.ts';
import { defaultRating, isSelfGraded, offeredRatings, ratingsFor } from '../../../core/study/rate.ts';
import { canUndo } from '../../../core/study/review-state.ts';
import { viewOf } from '../../questions/registry.ts';
import type { RecordStore } from '../record/record-state.ts';
import type { SessionCommand } from './session-keys.ts';
import type { SessionState, SessionStore } from './session-state.ts';

export interface CommandDesk {
  readonly session: SessionStore;
  readonly record: RecordStore;
  /** Whether an answered card can be rated: not before what counts its days is there. */
  readonly mayChoose: boolean;
  /** Opens the section that the card is about. */
  openNote(): void;
}

/** Carries a key's command out; false when it means nothing at this moment, so that the key stays the browser's. */
export function runCommand(command: SessionCommand, desk: CommandDesk): boolean {
  const state = desk.session.getState();
  switch (command.name) {
    case 'undo':
      if (!canUndo(state)) return false;
      state.undo();
      return true;
    case 'submit':
      if (state.showing?.phase !== 'asking') return false;
      state.check();
      return true;
    case 'primary':
      return runPrimary(command.key, state, desk);
    case 'digit':
      return state.showing?.phase === 'answered'
        ? rateByDigit(command.digit, state, desk)
        : pick(command.digit - 1, state);
    case 'letter':
      return runLetter(command.letter, state, desk);
  }
}

function runPrimary(key: 'enter' | 'space', state: SessionState, { record }: CommandDesk): boolean {
  const { showing } = state;
  if (showing === null) return false;
  const selfGraded = isSelfGraded(showing);
  const { shortcuts, spaceRates } = record.getState().settings;
  if (key === 'space' && !(selfGraded && shortcuts)) return false;
  if (showing.phase === 'asking') state.check();
  else if (selfGraded && !spaceRates) return false;
  else state.rate(defaultRating(showing), state.sequence);
  return true;
}

function rateByDigit(digit: number, state: SessionState, { record, mayChoose }: CommandDesk): boolean {
  const { showing } = state;
  if (showing === null || !mayChoose) return false;
  const fitting = ratingsFor(showing, record.getState().settings.twoButtons);
  const moves = movesCard(state.how, 3, showing);
  const offered = offeredRatings(showing, record.getState(), moves);
  const pressed = fitting.find((rating) => rating === digit);
  if (pressed === undefined) return false;
  state.rate(offered.includes(pressed) ? pressed : defaultRating(showing), state.sequence);
  return true;
}

function runLetter(letter: string, state: SessionState, { record, openNote }: CommandDesk): boolean {
  const { showing } = state;
  if (showing === null) return false;
  if (letter === 'f') {
    const flagged = record.getState().cards.get(showing.card)?.flagged ?? false;
    record.getState().register({ t: 'flag', card: showing.card, value: !flagged });
    return true;
  }
  if (showing.phase === 'asking') return pick(letter.charCodeAt(0) - 97, state);
  if (letter !== 'l' || showing.question.note === null) return false;
  openNote();
  return true;
}

function pick(position: number, state: SessionState): boolean {
  const { showing } = state;
  if (showing?.phase !== 'asking' || position > 4) return false;
  const response = viewOf(showing.question).pick(showing.question, showing.response, position);
  if (response === null) return false;
  state.respond(response);
  return true;
}
