import { type Compilation, report } from '../compilation.ts';
import type { QuestionTrace } from '../questions/question-read.ts';
import { createFirstTable } from './first-table.ts';
import type { PackRule } from './pack-rule.ts';

const leastShared = 0.85;

/**
 * W208: prompts of nearly the same words. Words fall into three groups by their hash; two prompts that differ in
 * one word agree in one group at least, so each prompt is compared with a handful of others at most: linear.
 */
export function createNearCopies(compilation: Compilation): PackRule {
  const asked: QuestionTrace[] = [];
  const table = createFirstTable();
  return {
    look({ promptPlace, trace }) {
      if (trace.promptKeys.length === 0) return;
      const twin = findTwin(trace, asked.push(trace) - 1);
      if (twin === null) return;
      const where = `${twin.place.file}:${twin.place.line}`;
      report(compilation, 'W208', promptPlace, `The prompt is nearly that of "${twin.title}" (${where}).`);
    },
    finish() {},
  };

  function findTwin(entry: QuestionTrace, index: number): QuestionTrace | null {
    let twin: QuestionTrace | null = null;
    for (const key of entry.promptKeys) {
      const first = asked[table.putFirst(key, index)] as QuestionTrace;
      if (first !== entry && twin === null && isCopy(first, entry)) twin = first;
    }
    return twin;
  }
}

/** Two choices with the same stem and other right options ask different things. */
function isCopy(a: QuestionTrace, b: QuestionTrace): boolean {
  if (a.kind !== b.kind) return false;
  const sameAnswer = a.right.length === 0 || a.right.some((id) => b.right.includes(id));
  return sameAnswer && alike(a.promptText, b.promptText);
}

function alike(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of first) if (second.has(word)) shared++;
  return shared / (first.size + second.size - shared) >= leastShared;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
