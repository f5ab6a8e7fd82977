import type { Kind, Question } from '../../core/model/question.ts';
import type { QuestionKind } from '../../core/questions/question-kind.ts';
import { firstParts } from './first-parts.ts';
import type { KindParts, QuestionView } from './question-view.ts';

/** What can be shown at once; the others are loaded when a card of theirs comes near. */
const loaded = new Map<Kind, KindParts>(firstParts);

/** How the question is asked and graded; null while that is not loaded. */
export function loadedKindOf({ kind }: Question): QuestionKind<Kind> | null {
  return loaded.get(kind)?.kind ?? null;
}

/** How the question is drawn. It was loaded before the card came to the screen. */
export function viewOf({ id, kind }: Question): QuestionView<Kind> {
  const parts = loaded.get(kind);
  if (parts === undefined) throw new Error(`Inconsistent: the view of ${id} is not loaded`);
  return parts.view;
}

/** Reads what a question needs; rejects when its files cannot be read. */
export async function loadKind({ kind }: Question): Promise<void> {
  if (loaded.has(kind)) return;
  const { loadParts } = await import('./later-parts.ts');
  loaded.set(kind, await loadParts(kind));
}
