import type { Correction } from '../model/correction.ts';
import type { Deck } from '../model/deck.ts';
import type { Question, QuestionStatus } from '../model/question.ts';

/** A line of `ids.lock`: an id that was published once, and whether it is still asked. */
export interface LockLine {
  readonly id: string;
  readonly status: 'live' | 'retired';
  /** The `rev`s under which it was published, oldest first, without those of `corrected`. */
  readonly revs: readonly string[];
  /** The last correction of its key, with the `rev`s that had a wrong one. */
  readonly corrected: Correction | null;
  /** Number of the line, from 1. */
  readonly line: number;
}

const linePattern =
  /^([a-z0-9][a-z0-9-]{1,63}) (live|retired)(?: ([0-9a-z]{10}(?:,[0-9a-z]{10})*))?(?: corrected (\d{4}-\d\d-\d\d)(?: ([0-9a-z]{10}(?:,[0-9a-z]{10})*))?)?$/;

/** Reads a lock; lines that are no `id status` are given back by their numbers, from 1. */
export function readIdsLock(text: string): {
  readonly lines: readonly LockLine[];
  readonly damaged: readonly number[];
} {
  const damaged: number[] = [];
  const lines = text.split('\n').flatMap((line, index): LockLine[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const match = linePattern.exec(line.trimEnd());
    if (match === null) {
      damaged.push(index + 1);
      return [];
    }
    const [, id = '', status, revs, on, voids] = match;
    const corrected = on === undefined ? null : { on, voids: listOf(voids) };
    return [{ id, status: status as LockLine['status'], revs: listOf(revs), corrected, line: index + 1 }];
  });
  return { lines, damaged };
}

function listOf(revs: string | undefined): readonly string[] {
  return revs?.split(',') ?? [];
}

/**
 * The lock of a deck as text: every id of the old lock and of the deck, sorted, with all revs it ever had. Drafts
 * are not published; an id that the deck has under `was=` lives on there and counts as retired. Nothing that was
 * locked is dropped.
 */
export function writeIdsLock(old: string, deck: Deck): string {
  const lines = new Map(readIdsLock(old).lines.map((line) => [line.id, line]));
  for (const question of deck.questions) {
    const name = nameOf(question.id);
    if (question.status !== 'draft') lines.set(name, lockedLine(question, lines));
    for (const former of question.was.map(nameOf)) {
      const line = lines.get(former) ?? newLine(former);
      lines.set(former, { ...line, status: 'retired' });
    }
  }
  return [...lines.values()].map(textOfLine).sort().join('');
}

function lockedLine(question: Question, lines: ReadonlyMap<string, LockLine>): LockLine {
  const { id, rev, status } = question;
  const name = nameOf(id);
  const before = lines.get(name) ?? newLine(name);
  const corrected = correctionOf(question, lines);
  const revs = [...new Set([...before.revs, rev])].filter((known) => !corrected?.voids.includes(known));
  return { ...before, status: lockStatusOf(status), revs, corrected };
}

/**
 * What is known of the corrected key of a question: by its heading, by the lock, or none. A correction that the
 * lock does not have yet voids all revs that were published before under this id and those of `was`.
 */
export function correctionOf(question: Question, lines: ReadonlyMap<string, LockLine>): Correction | null {
  const { id, was, rev, corrected } = question;
  const line = lines.get(nameOf(id));
  const locked = line?.corrected ?? null;
  if (corrected === undefined || (locked !== null && corrected.on <= locked.on)) return locked;
  const published = [id, ...was].flatMap((known) => {
    const { revs = [], corrected: earlier = null } = lines.get(nameOf(known)) ?? {};
    return [...(earlier?.voids ?? []), ...revs];
  });
  return { on: corrected.on, voids: [...new Set(published)].filter((known) => known !== rev) };
}

function newLine(id: string): LockLine {
  return { id, status: 'live', revs: [], corrected: null, line: 0 };
}

function textOfLine({ id, status, revs, corrected }: LockLine): string {
  const words = [id, status, revs.join(',')];
  if (corrected !== null) words.push('corrected', corrected.on, corrected.voids.join(','));
  return `${words.filter((word) => word !== '').join(' ')}\n`;
}

export function lockStatusOf(status: QuestionStatus): LockLine['status'] {
  return status === 'retired' ? 'retired' : 'live';
}

/** The part of a question's id that its author wrote. */
export function nameOf(question: string): string {
  return question.slice(question.indexOf('/') + 1);
}
