import type { Correction } from '../../model/correction.ts';
import type { Deck } from '../../model/deck.ts';
import { idSource } from '../../model/id.ts';
import { cardCountOf, isCloze, type Question, type QuestionStatus } from '../../model/question.ts';
import { hiddenTexts } from '../../questions/cloze/hidden-texts.ts';
import { textHash } from '../../text/text-hash.ts';

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

const revList = '[0-9a-z]{10}(?:,[0-9a-z]{10})*';
const linePattern = new RegExp(
  String.raw`^(${idSource}) (live|retired)(?: (${revList}))?(?: corrected (\d{4}-\d\d-\d\d)(?: (${revList}))?)?$`,
);

/** What a lock says. Locks that were written before `pack` and `cards` were known have neither. */
export interface IdsLock {
  readonly lines: readonly LockLine[];
  readonly byId: ReadonlyMap<string, LockLine>;
  /** Numbers, from 1, of lines that are no `id status`. */
  readonly damaged: readonly number[];
  /** The pack that was locked, and how many ids it had then. */
  readonly pack: { readonly id: string; readonly ids: number; readonly line: number } | null;
  /** What each card of a published cloze hid, as hashes, that of card 1 first; by the id of the question. */
  readonly cards: ReadonlyMap<string, readonly string[]>;
}

const packPattern = /^# pack ([a-z0-9-]+), (\d{1,6}) ids\b/;
const cardsPattern = /^# cards ([a-z0-9-]+) ([0-9a-z]{6}(?:,[0-9a-z]{6})*)$/;

/** Reads a lock. What older versions do not know stands in lines that begin with `#`, so that they can read it, too. */
export function readIdsLock(text: string): IdsLock {
  const lines: LockLine[] = [];
  const damaged: number[] = [];
  const cards = new Map<string, readonly string[]>();
  let pack: IdsLock['pack'] = null;
  for (const [index, written] of text.split('\n').entries()) {
    const row = written.trimEnd();
    const line = index + 1;
    const named = packPattern.exec(row);
    const hidden = cardsPattern.exec(row);
    if (named !== null) pack = { id: named[1] ?? '', ids: Number(named[2]), line };
    else if (hidden !== null) cards.set(hidden[1] ?? '', listOf(hidden[2]));
    else if (row !== '' && !row.startsWith('#')) {
      const read = readLine(row, line);
      if (read === null) damaged.push(line);
      else lines.push(read);
    }
  }
  return { lines, byId: new Map(lines.map((line) => [line.id, line])), damaged, pack, cards };
}

function readLine(row: string, line: number): LockLine | null {
  const match = linePattern.exec(row);
  if (match === null) return null;
  const [, id = '', status, revs, on, voids] = match;
  const corrected = on === undefined ? null : { on, voids: listOf(voids) };
  return { id, status: status as LockLine['status'], revs: listOf(revs), corrected, line };
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
  const lines = new Map(readIdsLock(old).byId);
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

/**
 * The lock that `writeIdsLock` writes with what tells later that a line of it is gone, that the pack has another id, or
 * that a card of a cloze hides what another one did.
 */
export function sealIdsLock(lock: string, { pack, questions }: Deck): string {
  const ids = readIdsLock(lock).lines.length;
  const cards = questions.flatMap((question) => {
    const hashes = question.status === 'draft' ? [] : cardHashesOf(question);
    return hashes.length < 2 ? [] : [`# cards ${nameOf(question.id)} ${hashes.join(',')}\n`];
  });
  return `# pack ${pack.id}, ${ids} ids. Written by the tool; no line of it may be deleted.\n${lock}${cards.sort().join('')}`;
}

/** What each card of a cloze hides, as hashes, that of card 1 first; empty for other kinds. */
export function cardHashesOf(question: Question): readonly string[] {
  if (!isCloze(question.kind)) return [];
  const hidden = hiddenTexts(question.prompt);
  return Array.from({ length: cardCountOf(question) }, (_, index) => {
    return textHash((hidden.get(index + 1) ?? []).join('\n')).slice(0, 6);
  });
}

function lockedLine(question: Question, lines: ReadonlyMap<string, LockLine>): LockLine {
  const { id, rev, status } = question;
  const name = nameOf(id);
  const before = lines.get(name) ?? newLine(name);
  const corrected = correctionOf(question, question.corrected?.on ?? null, lines);
  const revs = [...new Set([...before.revs, rev])].filter((known) => !corrected?.voids.includes(known));
  return { ...before, status: lockStatusOf(status), revs, corrected };
}

/**
 * What is known of the corrected key of a question: by its heading (`on`), by the lock, or none. A correction that the
 * lock does not have yet voids all revs that were published before under this id and those of `was`.
 */
export function correctionOf(
  { id, was, rev }: Question,
  on: Correction['on'] | null,
  lines: ReadonlyMap<string, LockLine>,
): Correction | null {
  const line = lines.get(nameOf(id));
  const locked = line?.corrected ?? null;
  if (on === null || (locked !== null && on <= locked.on)) return locked;
  const published = [id, ...was].flatMap((known) => {
    const { revs = [], corrected: earlier = null } = lines.get(nameOf(known)) ?? {};
    return [...(earlier?.voids ?? []), ...revs];
  });
  return { on, voids: [...new Set(published)].filter((known) => known !== rev) };
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
