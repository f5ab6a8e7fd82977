import type { Kind, QuestionOf } from '../../core/model/question.ts';
import { choiceView } from './choice.tsx';
import { clozeView } from './cloze.tsx';
import { multiView } from './multi.tsx';
import type { QuestionView } from './question-view.ts';
import { recallView } from './recall.tsx';
import { typedView } from './typed.tsx';

const questionViews: { readonly [K in Kind]: QuestionView<K> } = {
  recall: recallView,
  cloze: clozeView,
  choice: choiceView,
  multi: multiView,
  typed: typedView,
};

/** The view of a question's kind. */
export function viewOf<K extends Kind>(question: QuestionOf<K>): QuestionView<K> {
  return questionViews[question.kind as K];
}
