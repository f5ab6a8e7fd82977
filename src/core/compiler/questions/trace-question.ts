import type { Kind, Question } from '../../model/question.ts';
import type { QuestionReader } from '../../questions/question-kind.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { promptKeys } from '../rules/prompt-keys.ts';
import { namesAsked } from './names-asked.ts';
import type { QuestionTrace } from './question-read.ts';

/** What is kept of a question whose prompt was written as `promptText`. */
export function traceOf(
  question: Question,
  { place }: QuestionHead,
  promptLine: number,
  promptText: string,
): QuestionTrace {
  const { title, note } = question;
  const reader: QuestionReader<Kind> = questionReaders[question.kind];
  const right = reader.rightOptions(question);
  const keys = promptKeys(promptText);
  const names = namesAsked(question);
  return { kind: reader.name, title, place, promptLine, promptText, promptKeys: keys, right, note, names };
}
