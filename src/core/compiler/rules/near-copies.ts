import { comparePlaces } from '../compare-diagnostics.ts';
import type { QuestionTrace } from '../questions/question-read.ts';
import { createKeyTable } from './key-table.ts';

const leastShared = 0.85;

/** Prompts of nearly the same words. Files come and go in any order; what it says depends on those that are in it. */
export interface CopyTable {
  put(traces: readonly QuestionTrace[]): void;
  take(traces: readonly QuestionTrace[]): void;
  /** Each prompt that is nearly that of an earlier question, with that one. */
  copies(): ReadonlyMap<QuestionTrace, QuestionTrace>;
}

/**
 * Words fall into three groups by their hash; two prompts that differ in one word agree in one group at least, so each
 * prompt is compared with a handful of others at most: linear. What files that come or go do not touch is not compared
 * again.
 */
export function createCopyTable(): CopyTable {
  const table = createKeyTable<QuestionTrace>((a, b) => comparePlaces(a.place, b.place) < 0);
  const twins = new Map<QuestionTrace, QuestionTrace>();
  const shaken = new Set<QuestionTrace>();
  return {
    put(traces) {
      for (const trace of traces) {
        shaken.add(trace);
        for (const key of trace.promptKeys) putUnder(key, trace);
      }
    },
    take(traces) {
      const gone = new Set(traces);
      for (const key of new Set(traces.flatMap(({ promptKeys }) => promptKeys))) takeUnder(key, gone);
      for (const trace of traces) twins.delete(trace);
      for (const trace of traces) shaken.delete(trace);
    },
    copies() {
      for (const trace of shaken) lookAt(trace);
      shaken.clear();
      return twins;
    },
  };

  function putUnder(key: number, trace: QuestionTrace): void {
    const before = table.first(key);
    table.put(key, trace);
    if (before !== undefined && table.first(key) === trace) shake(key);
  }

  function takeUnder(key: number, gone: ReadonlySet<QuestionTrace>): void {
    const before = table.first(key);
    table.sweep(key, (trace) => gone.has(trace));
    if (before !== table.first(key)) shake(key);
  }

  /** Another prompt is the first under a key: all that share it may have another twin. */
  function shake(key: number): void {
    for (const trace of table.all(key)) shaken.add(trace);
  }

  function lookAt(trace: QuestionTrace): void {
    const firsts = trace.promptKeys.map((key) => table.first(key));
    const twin = firsts.find((first) => first !== undefined && first !== trace && isCopy(first, trace));
    if (twin === undefined) twins.delete(trace);
    else twins.set(trace, twin);
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
