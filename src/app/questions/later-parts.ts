import type { Kind } from '../../core/model/question.ts';
import { isHeavy, kindOf } from '../../core/questions/registry.ts';
import { matchView } from './arranged/match.tsx';
import { orderView } from './arranged/order.tsx';
import { commandView } from './files/command.tsx';
import { configView, jsonView } from './files/file-views.tsx';
import { choiceView } from './options/choice.tsx';
import { labView } from './options/lab.tsx';
import { multiView } from './options/multi.tsx';
import type { KindParts, QuestionView } from './question-view.ts';
import { clozeView } from './written/cloze.tsx';
import { recallView } from './written/recall.tsx';
import { typedView } from './written/typed.tsx';
import { typedClozeView } from './written/typed-cloze.tsx';

/** How each kind is drawn; a kind that is missing here does not compile. */
const views: { readonly [K in Kind]: QuestionView<K> } = {
  choice: choiceView,
  recall: recallView,
  cloze: clozeView,
  multi: multiView,
  typed: typedView,
  'typed-cloze': typedClozeView,
  order: orderView,
  match: matchView,
  command: commandView,
  config: configView,
  json: jsonView,
  lab: labView,
};

/** What a card needs that is none of a first one; rejects when its files cannot be read. Load lazily. */
export async function loadParts(kind: Kind): Promise<KindParts> {
  const heavy = isHeavy(kind) ? (await import('../../core/questions/heavy-kinds.ts')).heavyKinds : {};
  return { kind: kindOf(kind, heavy), view: views[kind] };
}
