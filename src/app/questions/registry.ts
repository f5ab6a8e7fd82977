import type { Kind, Question, QuestionOf, ResponseOf } from '../../core/model/question.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { gradeResponse, type HeavyGraders } from '../../core/questions/registry.ts';
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
type KindOfView<V extends ViewName> = V extends 'typed-cloze' ? 'cloze' : Extract<V, Kind>;

export function viewNameOf(question: Question): ViewName {
  return question.kind === 'cloze' && question.typed ? 'typed-cloze' : question.kind;
}

/** What came with the page: the kinds of a first card. The others are read when a card of theirs comes near. */
const firstViews = { choice: choiceView, recall: recallView, cloze: clozeView };
type LaterName = Exclude<ViewName, keyof typeof firstViews>;

const laterViews: { readonly [V in LaterName]: () => Promise<LoadedView<KindOfView<V>>> } = {
  multi: async () => ({ view: (await import('./multi.tsx')).multiView }),
  typed: async () => ({ view: (await import('./typed.tsx')).typedView }),
  'typed-cloze': async () => ({ view: (await import('./typed-cloze.tsx')).typedClozeView }),
  order: async () => ({ view: (await import('./order.tsx')).orderView }),
  match: async () => ({ view: (await import('./match.tsx')).matchView }),
  command: async () => ({ view: (await import('./command.tsx')).commandView, heavy: await loadGraders() }),
  config: async () => ({ view: (await import('./config.tsx')).configView, heavy: await loadGraders() }),
  json: async () => ({ view: (await import('./json.tsx')).jsonView, heavy: await loadGraders() }),
};

interface LoadedView<K extends Kind> {
  readonly view: QuestionView<K>;
  readonly heavy?: HeavyGraders;
}

async function loadGraders(): Promise<HeavyGraders> {
  return (await import('../../core/questions/heavy-graders.ts')).heavyGraders;
}

/** What came with the page. */
export function firstParts(): Map<ViewName, KindParts> {
  const entries = Object.entries(firstViews) as [ViewName, unknown][];
  return new Map(entries.map(([name, view]) => [name, partsOf({ view })]));
}

/** Reads what a question needs; rejects when its files cannot be read. */
export async function loadParts(name: ViewName): Promise<KindParts> {
  return partsOf(await laterViews[name as LaterName]());
}

// The kind of a question picks its view, so the two always agree; TypeScript cannot follow that.
function partsOf({ view, heavy }: { readonly view: unknown; readonly heavy?: HeavyGraders }): KindParts {
  return { view: view as QuestionView<Kind>, grade: (question, response) => gradeResponse(question, response, heavy) };
}
