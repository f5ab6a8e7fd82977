import type { Kind } from '../model/question.ts';
import type { QuestionReader } from './question-kind.ts';
import { choiceReader } from './read-choice.ts';
import { clozeReader } from './read-cloze.ts';
import { commandReader } from './read-command.ts';
import { configReader } from './read-config.ts';
import { jsonReader } from './read-json.ts';
import { matchReader } from './read-match.ts';
import { multiReader } from './read-multi.ts';
import { orderReader } from './read-order.ts';
import { recallReader } from './read-recall.ts';
import { typedReader } from './read-typed.ts';

/** How each kind is read from a pack; a kind that is missing here does not compile. */
export const questionReaders: { readonly [K in Kind]: QuestionReader<K> } = {
  recall: recallReader,
  cloze: clozeReader,
  choice: choiceReader,
  multi: multiReader,
  typed: typedReader,
  order: orderReader,
  match: matchReader,
  command: commandReader,
  config: configReader,
  json: jsonReader,
};
