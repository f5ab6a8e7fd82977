import type { Kind, Question } from '../../core/model/question.ts';
import { gradeResponse, type HeavyGraders, isHeavy, varyQuestion } from '../../core/questions/registry.ts';
import type { AskedKind } from '../../core/study/showing.ts';
import { firstViews, type LaterName, type ViewName } from './first-views.ts';
import type { QuestionView } from './question-view.ts';

/** What a card needs on screen: how its kind is drawn, and how it is asked and graded. */
interface KindParts {
  readonly view: QuestionView<Kind>;
  readonly kind: AskedKind;
}

/** What can be shown at once; the others are loaded when a card of theirs comes near. */
const loaded = new Map<ViewName, KindParts>(
  (Object.entries(firstViews) as [ViewName, unknown][]).map(([name, view]) => [name, partsOf(view, {})]),
);

/** How the question is asked and graded; null while that is not loaded. */
export function askedKindOf(question: Question): AskedKind | null {
  return loaded.get(viewNameOf(question))?.kind ?? null;
}

/** How the question is drawn. It was loaded before the card came to the screen. */
export function viewOf(question: Question): QuestionView<Kind> {
  const parts = loaded.get(viewNameOf(question));
  if (parts === undefined) throw new Error(`Inconsistent: the view of ${question.id} is not loaded`);
  return parts.view;
}

/** Reads what a question needs; rejects when its files cannot be read. */
export async function loadKind(question: Question): Promise<void> {
  const name = viewNameOf(question);
  if (loaded.has(name)) return;
  const { laterViews } = await import('./later-views.ts');
  const needsGrader = name !== 'typed-cloze' && isHeavy(name);
  const heavy = needsGrader ? (await import('../../core/questions/heavy-graders.ts')).heavyGraders : {};
  loaded.set(name, partsOf(laterViews[name as LaterName], heavy));
}

function viewNameOf(question: Question): ViewName {
  return question.kind === 'cloze' && question.typed ? 'typed-cloze' : question.kind;
}

// The kind of a question picks its view, so the two always agree; TypeScript cannot follow that.
function partsOf(given: unknown, heavy: HeavyGraders): KindParts {
  const view = given as QuestionView<Kind>;
  const { lacks, written } = view;
  return {
    view,
    kind: {
      grading: lacks === null ? 'self' : 'graded',
      vary: varyQuestion,
      grade: (question, response) => gradeResponse(question, response, heavy),
      lacks: (question, response) => lacks?.(question, response) ?? '',
      written,
    },
  };
}
