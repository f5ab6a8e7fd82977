import type { NoteAddress } from '../../model/address.ts';
import type { Place } from '../../model/diagnostic-codes.ts';
import type { QuestionId } from '../../model/id.ts';
import type { Question, QuestionStatus } from '../../model/question.ts';
import type { IdsLock } from '../lock/ids-lock.ts';
import { countReasons, type ReasonCounts } from './count-reasons.ts';
import type { FreshQuestion } from './question-entries.ts';
import type { QuestionRead, QuestionTrace } from './question-read.ts';

/** What the stages that look at the whole pack want to know of a file of questions; the questions are not in it. */
export interface FileDigest {
  /** Who takes which name, in the order of the lines; those of cases, too. */
  readonly claims: readonly NameClaim[];
  /** Those of them that live on for other names. */
  readonly heirs: readonly NameClaim[];
  /** Questions that the lock does not have, drafts left out; none of a pack that has published nothing. */
  readonly fresh: readonly FreshQuestion[];
  /** The question that the pack names as its first card; null where it is in another file. */
  readonly first: Question | null;
  /** How many questions are not retired; what follows is about them. */
  readonly asked: number;
  /** The sections that they ask about, each once. */
  readonly covered: readonly NoteAddress[];
  /** Choices that are not shuffled: how many have their right option in which place, from 0. */
  readonly positions: ReadonlyMap<number, number>;
  /** Where the last of those stands. */
  readonly lastFixed: Place | null;
  /** Those whose prompts say enough to be compared. */
  readonly compared: readonly QuestionTrace[];
  /** Those whose answers name things. */
  readonly named: readonly QuestionTrace[];
  /** How often right and wrong options give a reason. */
  readonly reasons: ReasonCounts;
}

/** A heading takes a name for itself, and may live on for others. */
export interface NameClaim {
  readonly name: string;
  readonly place: Place;
  readonly status: QuestionStatus;
  /** Names of which it has the history. */
  readonly was: readonly string[];
  /** Where that is said; null where it is not. */
  readonly wasPlace: Place | null;
}

/** `first` is what the pack names as its first card. */
export function digestOf(
  lock: IdsLock,
  claims: readonly NameClaim[],
  reads: readonly QuestionRead[],
  first: QuestionId | null,
): FileDigest {
  const asked = reads.filter(({ question }) => question.status !== 'retired');
  const fixed = asked.filter(({ question }) => question.kind === 'choice' && !question.shuffle);
  const traces = asked.map(({ trace }) => trace);
  return {
    claims,
    heirs: claims.filter(({ was }) => was.length > 0),
    fresh: lock.lines.length === 0 ? [] : reads.filter((read) => isFresh(lock, read)).map(freshOf),
    first: reads.findLast(({ question }) => question.id === first)?.question ?? null,
    asked: asked.length,
    covered: sectionsOf(asked),
    positions: positionsOf(fixed),
    lastFixed: fixed.at(-1)?.trace.place ?? null,
    compared: traces.filter(({ promptKeys }) => promptKeys.length > 0),
    named: traces.filter(({ names }) => names.length > 0),
    reasons: countReasons(asked),
  };
}

function isFresh({ byId }: IdsLock, { question, name }: QuestionRead): boolean {
  return question.status !== 'draft' && !byId.has(name);
}

function freshOf({ question, name, trace }: QuestionRead): FreshQuestion {
  return { name, rev: question.rev, place: trace.place };
}

function sectionsOf(reads: readonly QuestionRead[]): readonly NoteAddress[] {
  const known = new Map<string, NoteAddress>();
  let last: NoteAddress | null = null;
  for (const { note } of reads.map(({ question }) => question)) {
    // Most questions of a file ask about one section, which its front matter names.
    if (note === last || note === null || note.section === null) continue;
    known.set(`${note.note}#${note.section}`, note);
    last = note;
  }
  return [...known.values()];
}

function positionsOf(reads: readonly QuestionRead[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { question } of reads) {
    const position = rightPlaceIn(question);
    counts.set(position, (counts.get(position) ?? 0) + 1);
  }
  return counts;
}

function rightPlaceIn(question: Question): number {
  return question.kind === 'choice' ? question.options.findIndex((option) => option.right) : -1;
}
