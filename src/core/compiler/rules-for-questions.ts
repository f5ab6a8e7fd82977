import type { QuestionRead } from './question-read.ts';
import { report, type Session } from './session.ts';

const longestPrompt = 90;

/** W206 length, W209 negation. */
export function warnOfQuestion(session: Session, { promptPlace, promptText }: QuestionRead): void {
  const words = promptText.length > 2 * longestPrompt ? wordCount(promptText) : 0;
  if (words > longestPrompt) report(session, 'W206', promptPlace, `The prompt has ${words} words.`);
  if (hasHiddenNot(promptText))
    report(session, 'W209', promptPlace, 'The prompt turns on a NOT that is not emphasised.');
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

const hiddenNot =
  /(?<![*_])\b(?:NOT|EXCEPT)\b(?![*_])|\bwhich\b(?: \w+){0,4} (?:is|are|does|do|can|will|should) not\b/i;

function hasHiddenNot(prompt: string): boolean {
  const found = /not|except/i.test(prompt) ? hiddenNot.exec(prompt.replace(/\s+/g, ' ')) : null;
  // A small "not" or "except" alone is ordinary language; the question turns on it only after "which …".
  return found !== null && (/^which/i.test(found[0]) || found[0] === found[0].toUpperCase());
}
