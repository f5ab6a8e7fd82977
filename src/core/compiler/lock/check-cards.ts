import { type Compilation, report } from '../compilation.ts';
import type { QuestionRead } from '../questions/question-read.ts';
import { cardHashesOf } from './ids-lock.ts';

/**
 * Complains when a published card of a cloze would get the history of another: when it hides what another one did, or
 * another text than before while deletions came or went. Only numbers that the author writes can tell then.
 */
export function checkCards(compilation: Compilation, { question, name, promptPlace, trace }: QuestionRead): void {
  const before = compilation.lock.cards.get(name);
  if (before === undefined) return;
  const now = cardHashesOf(question);
  const isNumbered = (n: number) => trace.promptText.includes(`{{${n}:`);
  const isMoved = (hash: string, n: number) => before.includes(hash) && before[n - 1] !== hash;
  const isOpen = (hash: string, n: number) => {
    return now.length !== before.length && n <= before.length && before[n - 1] !== hash && !isNumbered(n);
  };
  const at = now.findIndex((hash, index) => isMoved(hash, index + 1) || isOpen(hash, index + 1)) + 1;
  if (at === 0) return;
  const was = before.indexOf(now[at - 1] ?? '') + 1;
  const message =
    was > 0
      ? `Card ${at} of this cloze hides what card ${was} did when it was published; its history would move.`
      : `Card ${at} of this cloze hides another text than when it was published, and cards came or went.`;
  const fix = `Number the deletions so that each keeps its card: {{${was > 0 ? was : at}:…}}, new ones from ${before.length + 1}. When one was taken out, give the question a new id and retire this one.`;
  report(compilation, 'E112', promptPlace, message, fix);
}
