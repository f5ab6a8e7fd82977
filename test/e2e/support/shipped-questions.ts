import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { indexDeck } from '../../../src/core/deck/index-deck.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { isStudied } from '../../../src/core/model/question.ts';
import { inLearningOrder } from '../../../src/core/scheduler/plan/learning-order.ts';
import { readPackFolder } from '../../../src/tools/read-pack-folder.ts';

/** The questions of the pack that is shipped which are asked, in the order in which they are learnt. */
export function shippedQuestions(): readonly QuestionSummary[] {
  const { value } = compilePack(readPackFolder('content/aws-ecs').files);
  if (value === null) throw new Error('The shipped pack does not compile');
  return inLearningOrder(indexDeck(value)).filter(isStudied);
}
