import { type Compilation, report } from '../compilation.ts';
import type { QuestionRead } from '../questions/question-read.ts';

/** Words of a prompt; those that an exam may draw have a situation of the exam's own size. */
const longestPrompt = { usual: 90, forExam: 130 };

/** W206 length, W209 negation, W215 one asked for. */
export function warnOfQuestion(compilation: Compilation, read: QuestionRead): void {
  const { promptPlace, question, trace } = read;
  const { promptText } = trace;
  warnOfOneAsked(compilation, read);
  const most = question.forExam === true ? longestPrompt.forExam : longestPrompt.usual;
  const words = promptText.length > 2 * most ? wordCount(promptText) : 0;
  if (words > most) report(compilation, 'W206', promptPlace, `The prompt has ${words} words.`);
  if (hasHiddenNot(promptText))
    report(compilation, 'W209', promptPlace, 'The prompt turns on a NOT that is not emphasised.');
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** In capitals a negation is meant to be seen, wherever it stands; unemphasised it is seen too late. */
const loudNot = /(?<![*_])\b(?:NOT|EXCEPT|NEVER)\b(?![*_])/;

/**
 * A small negation on which a question turns: "which … is not", "what can never …", "all of these … except". One in a
 * clause of its own ("when the task does not start"), or after "why", is ordinary language.
 */
const quietNot =
  /\b(?:which|what|who)\b(?:(?!\b(?:when|if|that|because|so|while|although|though|where|whose|after|before|until|unless|but|and)\b)[^,;:])*?(?:(?<=\b(?:is|are|was|were|does|do|did|can|could|will|would|should|may|must|has|have|need)(?: (?:it|they|you|he|she|one|[A-Z]\w*))? )(?<![*_])not\b|(?<![*_])\b(?:cannot|never|except)\b|\b(?:is|are|was|were|does|do|did|ca|could|wo|would|should|must|has|have|need)n['\u2019]t\b)(?![*_])/i;
const quietExcept = /\b(?:all|each|every|any)\b[^?]*(?<![*_])\bexcept\b(?![*_])/i;

function hasHiddenNot(prompt: string): boolean {
  if (!/not|never|except|n['\u2019]t/i.test(prompt)) return false;
  const text = prompt.replace(/\s+/g, ' ');
  if (loudNot.test(text)) return true;
  const asked = text.split(/(?<=[.?!:]) /).filter((sentence) => /[?:]["')]*$/.test(sentence));
  return asked.some((sentence) => quietNot.test(sentence) || quietExcept.test(sentence));
}

/** W215: the prompt asks for one while several options are right. */
function warnOfOneAsked(compilation: Compilation, { question, promptPlace, trace }: QuestionRead): void {
  if (question.kind !== 'multi') return;
  const asked = oneAsked.exec(trace.promptText.replace(/\s+/g, ' '))?.[0];
  if (asked === undefined) return;
  const right = question.options.filter((option) => option.right).length;
  report(
    compilation,
    'W215',
    promptPlace,
    `The prompt asks "${asked.slice(0, 60)}", and ${right} options are marked right.`,
  );
}

const oneAsked =
  /\bwhich (?:single |one\b)|\bwhich (?:of (?:these|those|them|the following) )(?:is|does|has|was)\b|\b(?:what|which) is the (?:one|only|single|best|right|correct)\b/i;
