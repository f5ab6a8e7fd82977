import type { QuestionRead } from './read-question.ts';
import { report, type Session } from './session.ts';

const fewestWords = 6;
const leastShared = 0.85;

/**
 * W208: prompts of nearly the same words. Words fall into three groups by their hash; two prompts that differ in
 * one word agree in one group at least, so each prompt is compared with three others at most: linear.
 */
export function warnOfNearCopies(session: Session, questions: readonly QuestionRead[]): void {
  const seen: readonly Map<number, QuestionRead>[] = [new Map(), new Map(), new Map()];
  for (const read of questions) {
    const sums = groupSums(read.promptText);
    if (sums === null) continue;
    const twin = findTwin(seen, sums, read);
    if (twin !== null) {
      const where = `${twin.place.file}:${twin.place.line}`;
      report(session, 'W208', read.promptPlace, `The prompt is nearly that of "${twin.question.title}" (${where}).`);
    }
    sums.forEach((sum, group) => {
      if (sum !== 0 && !seen[group]?.has(sum)) seen[group]?.set(sum, read);
    });
  }
}

function findTwin(
  seen: readonly Map<number, QuestionRead>[],
  sums: readonly number[],
  read: QuestionRead,
): QuestionRead | null {
  for (let group = 0; group < sums.length; group++) {
    const candidate = seen[group]?.get(sums[group] ?? 0);
    if (candidate !== undefined && sameAnswers(candidate, read) && alike(candidate.promptText, read.promptText))
      return candidate;
  }
  return null;
}

/** Two choices with the same stem and other options ask different things. */
function sameAnswers(a: QuestionRead, b: QuestionRead): boolean {
  if (a.question.kind !== b.question.kind) return false;
  return (
    a.options.length === 0 ||
    a.options.some((one) => b.options.some((other) => one.right && other.right && one.id === other.id))
  );
}

/** The hashes of a prompt's words summed in three groups, so that their order does not count; null for few words. */
function groupSums(text: string): readonly number[] | null {
  const sums = [0, 0, 0];
  let words = 0;
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || lower > 127)
      hash = Math.imul(hash ^ lower, 16777619) + 1;
    else if (hash !== 0) {
      const group = (hash >>> 7) % 3;
      sums[group] = ((sums[group] ?? 0) + hash) | 0;
      words++;
      hash = 0;
    }
  }
  return words < fewestWords ? null : sums;
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
