import type { Kind, QuestionOf, ResponseOf } from '../../core/model/question.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { gradeResponse, type HeavyGraders } from '../../core/questions/registry.ts';
import { choiceView } from './choice.tsx';
import { clozeView } from './cloze.tsx';
import { multiView } from './multi.tsx';
import type { QuestionView } from './question-view.ts';
import { recallView } from './recall.tsx';
import { typedView } from './typed.tsx';

/** What a card of a kind needs on screen: how it is drawn and how it is graded. */
export interface KindParts<K extends Kind = Kind> {
  readonly view: QuestionView<K>;
  grade(question: QuestionOf<K>, response: ResponseOf<K>): Verdict;
}

/** Kinds that a first visit may meet; the others come when a card of theirs is near. */
type FirstKind = 'recall' | 'cloze' | 'choice' | 'multi' | 'typed';
type LaterKind = Exclude<Kind, FirstKind>;

const firstKinds: { readonly [K in FirstKind]: QuestionView<K> } = {
  recall: recallView,
  cloze: clozeView,
  choice: choiceView,
  multi: multiView,
  typed: typedView,
};

const laterKinds: { readonly [K in LaterKind]: () => Promise<LoadedKind<K>> } = {
  order: async () => ({ view: (await import('./order.tsx')).orderView }),
  match: async () => ({ view: (await import('./match.tsx')).matchView }),
  command: async () => ({ view: (await import('./command.tsx')).commandView, heavy: await loadGraders() }),
  config: async () => ({ view: (await import('./config.tsx')).configView, heavy: await loadGraders() }),
  json: async () => ({ view: (await import('./json.tsx')).jsonView, heavy: await loadGraders() }),
};

interface LoadedKind<K extends Kind> {
  readonly view: QuestionView<K>;
  readonly heavy?: HeavyGraders;
}

async function loadGraders(): Promise<HeavyGraders> {
  return (await import('../../core/questions/heavy-graders.ts')).heavyGraders;
}

/** The kinds that came with the page. */
export function firstKindParts(): Map<Kind, KindParts> {
  return new Map(Object.entries(firstKinds).map(([kind, view]) => [kind as Kind, partsOf({ view: view as AnyView })]));
}

/** Reads what a kind needs; rejects when its files cannot be read. */
export async function loadKind(kind: Kind): Promise<KindParts> {
  const view = kind in firstKinds ? { view: firstKinds[kind as FirstKind] } : await laterKinds[kind as LaterKind]();
  return partsOf(view as LoadedKind<Kind>);
}

// The kind of a question picks its view, so the two always agree; TypeScript cannot follow that.
type AnyView = QuestionView<Kind>;

function partsOf({ view, heavy }: LoadedKind<Kind>): KindParts {
  return { view, grade: (question, response) => gradeResponse(question, response, heavy) };
}
