import type { CardId, ShowingId } from '../../../src/core/model/id.ts';
import type { QuestionBase } from '../../../src/core/model/question.ts';
import { cardId, noteId, packId, questionId, showingId } from '../../core/ids.ts';

/** What every question of the pack `demo` carries. */
export function base(id: string): QuestionBase {
  return {
    id: questionId(`demo/${id}`),
    title: `Title of ${id}`,
    rev: 'rev1',
    prompt: [['p', 0, `What about ${id}?`]],
    takeAway: [['p', 0, `Remember ${id}.`]],
    note: { pack: packId('demo'), note: noteId('ports'), section: 'dynamic' },
    domain: 'development',
    tags: [],
    sources: [],
    status: 'scored',
    difficulty: 1,
    was: [],
    case: null,
  };
}

/** The card of a question of the pack `demo`. */
export function demoCard(id: string): CardId {
  return cardId(`demo/${id}`);
}

export function showing(id: string): ShowingId {
  return showingId(id);
}
