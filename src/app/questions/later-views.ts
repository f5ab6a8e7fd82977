import { matchView } from './arranged/match.tsx';
import { orderView } from './arranged/order.tsx';
import { commandView } from './files/command.tsx';
import { configView, jsonView } from './files/file-views.tsx';
import type { KindOfView, LaterName } from './first-views.ts';
import { multiView } from './options/multi.tsx';
import type { QuestionView } from './question-view.ts';
import { typedView } from './written/typed.tsx';
import { typedClozeView } from './written/typed-cloze.tsx';

/** The views that no first card needs; a kind that is missing here and there does not compile. Load lazily. */
export const laterViews: { readonly [V in LaterName]: QuestionView<KindOfView<V>> } = {
  multi: multiView,
  typed: typedView,
  'typed-cloze': typedClozeView,
  order: orderView,
  match: matchView,
  command: commandView,
  config: configView,
  json: jsonView,
};
