import type { AnswerOption } from '../model/question.ts';
import type { QuestionRead } from './read-question.ts';
import { report, type Session } from './session.ts';

const fewestWords = 6;
const leastShared = 0.85;
const groups = 3;

/**
 * W208: prompts of nearly the same words. Words fall into three groups by their hash; two prompts that differ in
 * one word agree in one group at least, so each prompt is compared with three others at most: linear.
 */
export function warnOfNearCopies(session: Session, questions: readonly QuestionRead[]): void {
  const table = createTable(questions.length);
  const sums = new Int32Array(groups);
  questions.forEach((read, index) => {
    if (!sumWords(read.promptText, sums)) return;
    for (const sum of sums) {
      const twin = sum === 0 ? null : (questions[table.putFirst(sum, index)] ?? null);
      if (twin === null || twin === read || !isCopy(twin, read)) continue;
      const where = `${twin.place.file}:${twin.place.line}`;
      report(session, 'W208', read.promptPlace, `The prompt is nearly that of "${twin.question.title}" (${where}).`);
      return;
    }
  });
}

interface FirstTable {
  /** Puts the number under the key if nothing is there yet; the number that is there then. */
  putFirst(key: number, value: number): number;
}

/** Open addressing over typed arrays: a Map of so many numbers costs ten times as much. */
function createTable(entries: number): FirstTable {
  const size = 2 ** Math.ceil(Math.log2(Math.max(8, entries * groups * 2)));
  const keys = new Int32Array(size);
  const values = new Int32Array(size).fill(-1);
  return {
    putFirst(key, value) {
      let slot = (Math.imul(key, 2654435761) >>> 7) & (size - 1);
      while (values[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
      if (values[slot] === -1) [keys[slot], values[slot]] = [key, value];
      return values[slot] ?? value;
    },
  };
}

function isCopy(a: QuestionRead, b: QuestionRead): boolean {
  return sameAnswers(a, b) && alike(a.promptText, b.promptText);
}

/** Two choices with the same stem and other right options ask different things. */
function sameAnswers({ question: a }: QuestionRead, { question: b }: QuestionRead): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'choice' && a.kind !== 'multi') return true;
  const others = (b as typeof a).options;
  return rightOf(a.options).some(({ id }) => rightOf(others).some((other) => other.id === id));
}

function rightOf(options: readonly AnswerOption[]): readonly AnswerOption[] {
  return options.filter((option) => option.right);
}

/** The hashes of a prompt's words summed in three groups, so that their order does not count; false for few words. */
function sumWords(text: string, sums: Int32Array): boolean {
  sums.fill(0);
  let words = 0;
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    if (isWordCode(code)) hash = Math.imul(hash ^ (code | 32), 16777619) + 1;
    else if (hash !== 0) {
      const group = (hash >>> 7) % groups;
      sums[group] = (sums[group] ?? 0) + hash;
      words++;
      hash = 0;
    }
  }
  return words >= fewestWords;
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127;
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
