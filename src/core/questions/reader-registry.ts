import type { Kind } from '../model/question.ts';
import { choiceReader } from './choice/read.ts';
import { clozeReader } from './cloze/read.ts';
import { commandReader } from './command/read.ts';
import { configReader } from './config/read.ts';
import { jsonReader } from './json/read.ts';
import { labReader } from './lab/read.ts';
import { matchReader } from './match/read.ts';
import { multiReader } from './multi/read.ts';
import { orderReader } from './order/read.ts';
import type { QuestionReader } from './question-kind.ts';
import { recallReader } from './recall/read.ts';
import { typedReader } from './typed/read.ts';
import { typedClozeReader } from './typed-cloze/read.ts';

/** How each kind is read from a pack; a kind that is missing here does not compile. */
export const questionReaders: { readonly [K in Kind]: QuestionReader<K> } = {
  recall: recallReader,
  cloze: clozeReader,
  'typed-cloze': typedClozeReader,
  choice: choiceReader,
  multi: multiReader,
  typed: typedReader,
  order: orderReader,
  match: matchReader,
  command: commandReader,
  config: configReader,
  json: jsonReader,
  lab: labReader,
};
