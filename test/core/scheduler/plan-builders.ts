import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { type CardId, cardIdOf, type StudyDay, type Timestamp } from '../../../src/core/model/id.ts';
import { noteId, packId, questionId } from '../ids.ts';

export const today = 20_000 as StudyDay;

/** A question of the pack `pack`. */
export function question(name: string, more: Partial<QuestionSummary> = {}): QuestionSummary {
  return {
    id: questionId(`pack/${name}`),
    kind: 'recall',
    title: name,
    rev: 'r1',
    note: { pack: packId('pack'), note: noteId(`note-${name.length % 3}`), section: null },
    domain: null,
    status: 'scored',
    difficulty: 2,
    cards: 1,
    was: [],
    ...more,
  };
}

/** A card that was answered nine days ago and is due since four; missed on that day where the rating is Again. */
export function state(card: CardId, more: Partial<CardState> = {}): CardState {
  return {
    card,
    reps: 1,
    lapses: 0,
    stability: 5,
    difficulty: 5,
    firstDay: (today - 9) as StudyDay,
    lastDay: (today - 9) as StudyDay,
    lastAt: 0 as Timestamp,
    lastRating: 3,
    missedDay: more.lastRating === 1 ? (more.lastDay ?? ((today - 9) as StudyDay)) : null,
    due: (today - 4) as StudyDay,
    suspended: false,
    buriedUntil: null,
    voided: 0,
    flagged: false,
    note: '',
    ...more,
  } as CardState;
}

export const day = (offset: number) => (today + offset) as StudyDay;
export const id = (name: string, n = 0) => cardIdOf(questionId(`pack/${name}`), n);
export const named = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => question(`${name}${index}`));
export const many = (count: number) => named('q', count);
