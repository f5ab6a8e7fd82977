import type { CardId, NoteId, PackId, QuestionId, ShowingId } from '../../../src/core/model/id.ts';
import type { QuestionBase } from '../../../src/core/model/question.ts';

/** What every question of the pack `demo` carries. */
export function base(id: string): QuestionBase {
  return {
    id: `demo/${id}` as QuestionId,
    title: `Title of ${id}`,
    rev: 'rev1',
    prompt: [['p', 0, `What about ${id}?`]],
    takeAway: [['p', 0, `Remember ${id}.`]],
    note: { pack: 'demo' as PackId, note: 'ports' as NoteId, section: 'dynamic' },
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
  return `demo/${id}` as CardId;
}

export function showing(id: string): ShowingId {
  return id as ShowingId;
}
