import type { Deck } from '../model/deck.ts';
import type { QuestionStatus } from '../model/question.ts';

/** A line of `ids.lock`: an id that was published once, and whether it is still asked. */
export interface LockLine {
  readonly id: string;
  readonly status: 'live' | 'retired';
  /** Number of the line, from 1. */
  readonly line: number;
}

/** Reads a lock; lines that are no `id status` are given back by their numbers, from 1. */
export function readIdsLock(text: string): {
  readonly lines: readonly LockLine[];
  readonly damaged: readonly number[];
} {
  const damaged: number[] = [];
  const lines = text.split('\n').flatMap((line, index): LockLine[] => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const match = /^([a-z0-9][a-z0-9-]{1,63}) (live|retired)$/.exec(line.trimEnd());
    if (match === null) damaged.push(index + 1);
    return match === null ? [] : [{ id: match[1] ?? '', status: match[2] as LockLine['status'], line: index + 1 }];
  });
  return { lines, damaged };
}

/**
 * The lock of a deck as text: every id of the old lock and of the deck, sorted. Drafts are not published; an id
 * that the deck has under `was=` lives on there and counts as retired. Nothing that was locked is dropped.
 */
export function writeIdsLock(old: string, deck: Deck): string {
  const statuses = new Map(readIdsLock(old).lines.map(({ id, status }) => [id, status]));
  for (const { id, status, was } of deck.questions) {
    if (status !== 'draft') statuses.set(nameOf(id), lockStatusOf(status));
    for (const former of was) statuses.set(nameOf(former), 'retired');
  }
  const lines = [...statuses].map(([id, status]) => `${id} ${status}\n`);
  return lines.sort().join('');
}

export function lockStatusOf(status: QuestionStatus): LockLine['status'] {
  return status === 'retired' ? 'retired' : 'live';
}

/** The part of a question's id that its author wrote. */
export function nameOf(question: string): string {
  return question.slice(question.indexOf('/') + 1);
}
