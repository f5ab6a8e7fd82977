import type { Place } from '../../model/diagnostic-codes.ts';
import type { OptionId } from '../../model/id.ts';
import type { Question } from '../../model/question.ts';
import { questionReaders } from '../../questions/reader-registry.ts';
import { type Compilation, report } from '../compilation.ts';
import { createFirstTable } from './first-table.ts';
import type { PackRule } from './pack-rule.ts';

const fewestWords = 6;
const leastShared = 0.85;

/** What is kept of a question to compare others with. */
interface Asked {
  /** As authors call it. */
  readonly kind: string;
  readonly title: string;
  readonly place: Place;
  readonly promptText: string;
  /** Right options of a choice or multi. */
  readonly right: readonly OptionId[];
}

/**
 * W208: prompts of nearly the same words. Words fall into three groups by their hash; two prompts that differ in
 * one word agree in one group at least, so each prompt is compared with a handful of others at most: linear.
 */
export function createNearCopies(compilation: Compilation): PackRule {
  const asked: Asked[] = [];
  const table = createFirstTable();
  const keys = createKeys();
  return {
    look({ question, place, promptPlace, promptText }) {
      if (!keys.read(promptText)) return;
      const { kind, title } = question;
      const entry: Asked = { kind: questionReaders[kind].name, title, place, promptText, right: rightOf(question) };
      const index = asked.push(entry) - 1;
      const twin = findTwin(entry, index);
      if (twin === null) return;
      const where = `${twin.place.file}:${twin.place.line}`;
      report(compilation, 'W208', promptPlace, `The prompt is nearly that of "${twin.title}" (${where}).`);
    },
    finish() {},
  };

  function findTwin(entry: Asked, index: number): Asked | null {
    let twin: Asked | null = null;
    for (let group = 0; group < keys.count(); group++) {
      const first = asked[table.putFirst(keys.at(group), index)] as Asked;
      if (first !== entry && twin === null && isCopy(first, entry)) twin = first;
    }
    return twin;
  }
}

const noOptions: readonly OptionId[] = [];

function rightOf(question: Question): readonly OptionId[] {
  if (question.kind !== 'choice' && question.kind !== 'multi') return noOptions;
  return question.options.filter((option) => option.right).map((option) => option.id);
}

/** Two choices with the same stem and other right options ask different things. */
function isCopy(a: Asked, b: Asked): boolean {
  if (a.kind !== b.kind) return false;
  const sameAnswer = a.right.length === 0 || a.right.some((id) => b.right.includes(id));
  return sameAnswer && alike(a.promptText, b.promptText);
}

interface Keys {
  /** Reads a prompt's words; false when they are too few to compare. */
  read(text: string): boolean;
  count(): number;
  at(index: number): number;
}

const groups = 3;
// A group of fewer words is shared by too many prompts to tell anything.
const fewestInGroup = 3;

/** Hashes of a prompt's words, summed so that their order does not count: for each group that says enough, and in all. */
function createKeys(): Keys {
  const sums = new Int32Array(groups);
  const sizes = new Int32Array(groups);
  const keys = new Int32Array(groups + 1);
  let count = 0;
  return { read, count: () => count, at: (index) => keys[index] ?? 0 };

  function read(text: string): boolean {
    sums.fill(0);
    sizes.fill(0);
    count = 0;
    addWords(text, sums, sizes);
    let all = 0;
    for (let group = 0; group < groups; group++) {
      all += sums[group] ?? 0;
      if ((sizes[group] ?? 0) >= fewestInGroup) keys[count++] = (sums[group] ?? 0) ^ group;
    }
    keys[count++] = all ^ groups;
    return (sizes[0] ?? 0) + (sizes[1] ?? 0) + (sizes[2] ?? 0) >= fewestWords;
  }
}

function addWords(text: string, sums: Int32Array, sizes: Int32Array): void {
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    if (isWordCode(code)) hash = Math.imul(hash ^ (code | 32), 16777619) + 1;
    else if (hash !== 0) {
      const group = (hash >>> 7) % groups;
      sums[group] = (sums[group] ?? 0) + hash;
      sizes[group] = (sizes[group] ?? 0) + 1;
      hash = 0;
    }
  }
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
