import type { AskedAs } from '../question-kind.ts';

/** The first place from an index at which two marks stand without a backslash in front; -1 when there is none. */
export function nextMark(text: string, mark: '{{' | '}}', from: number): number {
  let at = text.indexOf(mark, from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf(mark, at + 2);
  return at;
}

/** Whether a text holds a deletion: two braces without a backslash in front. */
export function holdsDeletion(text: string): boolean {
  return text.includes('{{') && nextMark(text, '{{', 0) >= 0;
}

/** Whether the deletions of the prompt are the answer: nothing else is, and the heading does not ask for a recall. */
export function asksDeletions({ answer, prompt, named }: AskedAs): boolean {
  return (answer.form === 'none' || answer.form === 'break') && named !== 'recall' && holdsDeletion(prompt);
}
