import type { OptionId } from '../../model/id.ts';
import type { Question } from '../../model/question.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import type { QuestionHead } from '../heads/question-head.ts';
import { promptKeys } from '../rules/prompt-keys.ts';
import type { QuestionTrace } from './question-read.ts';

/** What is kept of a question whose prompt was written as `promptText`. */
export function traceOf(
  question: Question,
  { place }: QuestionHead,
  promptLine: number,
  promptText: string,
): QuestionTrace {
  const { title } = question;
  const kind = questionReaders[question.kind].name;
  const right = rightOf(question);
  return { kind, title, place, promptLine, promptText, promptKeys: promptKeys(promptText), right };
}

const noOptions: readonly OptionId[] = [];

function rightOf(question: Question): readonly OptionId[] {
  if (question.kind !== 'choice' && question.kind !== 'multi') return noOptions;
  return question.options.filter((option) => option.right).map((option) => option.id);
}
