import type { Kind, Question, QuestionOf, ResponseOf } from '../../core/model/question.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { gradeResponse, type HeavyGraders, isHeavy } from '../../core/questions/registry.ts';
import { choiceView } from './choice.tsx';
import { clozeView } from './cloze.tsx';
import type { QuestionView } from './question-view.ts';
import { recallView } from './recall.tsx';

/** What a card needs on screen: how its kind is drawn and how it is graded. */
export interface KindParts<K extends Kind = Kind> {
  readonly view: QuestionView<K>;
  grade(question: QuestionOf<K>, response: ResponseOf<K>): Verdict;
}

/** A kind, or the one that looks like two: a cloze that is typed. */
export type ViewName = Kind | 'typed-cloze';
export type KindOfView<V extends ViewName> = V extends 'typed-cloze' ? 'cloze' : Extract<V, Kind>;

export function viewNameOf(question: Question): ViewName {
  return question.kind === 'cloze' && question.typed ? 'typed-cloze' : question.kind;
}

/** What came with the page: the kinds of a first card. The others are read when a card of theirs comes near. */
const firstViews = { choice: choiceView, recall: recallView, cloze: clozeView };
export type LaterName = Exclude<ViewName, keyof typeof firstViews>;

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
