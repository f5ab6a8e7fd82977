import type { Kind, Question, QuestionOf, ResponseOf } from '../../core/model/question.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { gradeResponse, type HeavyGraders, isHeavy } from '../../core/questions/registry.ts';
import { firstViews, type LaterName, type ViewName } from './first-views.ts';
import type { QuestionView } from './question-view.ts';

/** What a card needs on screen: how its kind is drawn and how it is graded. */
export interface KindParts<K extends Kind = Kind> {
  readonly view: QuestionView<K>;
  grade(question: QuestionOf<K>, response: ResponseOf<K>): Verdict;
}

export function viewNameOf(question: Question): ViewName {
  return question.kind === 'cloze' && question.typed ? 'typed-cloze' : question.kind;
}

export function firstParts(): Map<ViewName, KindParts> {
  const entries = Object.entries(firstViews) as [ViewName, unknown][];
  return new Map(entries.map(([name, view]) => [name, partsOf(view, {})]));
}

/** Reads what a question needs; rejects when its files cannot be read. */
export async function loadParts(name: ViewName): Promise<KindParts> {
  const { laterViews } = await import('./later-views.ts');
  const needsGrader = name !== 'typed-cloze' && isHeavy(name);
  const heavy = needsGrader ? (await import('../../core/questions/heavy-graders.ts')).heavyGraders : {};
  return partsOf(laterViews[name as LaterName], heavy);
}

// The kind of a question picks its view, so the two always agree; TypeScript cannot follow that.
function partsOf(view: unknown, heavy: HeavyGraders): KindParts {
  return { view: view as QuestionView<Kind>, grade: (question, response) => gradeResponse(question, response, heavy) };
}
