import { commandView } from './command.tsx';
import { configView } from './config.tsx';
import type { KindOfView, LaterName } from './first-views.ts';
import { jsonView } from './json.tsx';
import { matchView } from './match.tsx';
import { multiView } from './multi.tsx';
import { orderView } from './order.tsx';
import type { QuestionView } from './question-view.ts';
import { typedView } from './typed.tsx';
import { typedClozeView } from './typed-cloze.tsx';

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
