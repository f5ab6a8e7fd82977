import type { Correction } from '../../model/correction.ts';
import { dayMs } from '../../model/day-ms.ts';
import {
  type CardId,
  cardIdOf,
  deletionOfCard,
  type QuestionId,
  questionOfCard,
  type StudyDay,
} from '../../model/id.ts';

/** What the fold knows of how questions came to be: whose history they carry on, and which answers are void. */
export interface Lineage {
  /** Questions that say `was=`, and those they name. */
  readonly parents: ReadonlyMap<QuestionId, readonly QuestionId[]>;
  /** The same the other way round. */
  readonly heirs: ReadonlyMap<QuestionId, readonly QuestionId[]>;
  readonly corrections: ReadonlyMap<QuestionId, VoidAnswers>;
}

/** Which answers to a question do not count, because its key was wrong. */
export interface VoidAnswers {
  /** Answers of earlier days are void. */
  readonly before: StudyDay;
  /** Answers to these `rev`s are void on any day. */
  readonly revs: ReadonlySet<string>;
  /** Answers to this `rev` always count. */
  readonly current: string;
}

/** What a lineage is made of; any `QuestionSummary` is one. */
export interface Descent {
  readonly id: QuestionId;
  readonly was: readonly QuestionId[];
  readonly rev: string;
  readonly status?: string;
  readonly corrected?: Correction;
}

export const noLineage: Lineage = { parents: new Map(), heirs: new Map(), corrections: new Map() };

/**
 * The lineage of all questions of all packs. An id that is still asked keeps its own history, and nobody
 * descends from an heir: such a `was` is passed over.
 */
export function lineageOf(questions: readonly Descent[]): Lineage {
  const telling = questions.filter(({ was, corrected }) => was.length > 0 || corrected !== undefined);
  if (telling.length === 0) return noLineage;
  const asked = new Set(questions.filter(({ status }) => status !== 'retired').map(({ id }) => id));
  const lineage = {
    parents: new Map<QuestionId, QuestionId[]>(),
    heirs: new Map<QuestionId, QuestionId[]>(),
    corrections: new Map(telling.flatMap((question) => correctionOf(question))),
  };
  for (const { id, was } of telling) {
    for (const old of new Set(was)) {
      if (asked.has(old) || old === id || ancestorsOf(old, lineage).includes(id)) continue;
      push(lineage.parents, id, old);
      push(lineage.heirs, old, id);
    }
  }
  return lineage;
}

/** Whether a question is an old one under a new id and nothing else: neither split nor merged. */
export function isRenamed(question: QuestionId, { parents, heirs }: Lineage): boolean {
  const [old, ...others] = parents.get(question) ?? [];
  return old !== undefined && others.length === 0 && heirs.get(old)?.length === 1;
}

/** Whether a card's state depends on more than its own entries. */
export function isInLine(card: CardId, lineage: Lineage): boolean {
  if (lineage === noLineage) return false;
  const question = questionOfCard(card);
  return lineage.parents.has(question) || lineage.heirs.has(question) || lineage.corrections.has(question);
}

/** The cards whose history a card carries on, nearest first; a cloze's n-th carries on the n-th. */
export function parentCards(card: CardId, { parents }: Lineage): readonly CardId[] {
  return related(card, parents);
}

/** The cards that an entry of this card counts for: the last of its line, or the card itself. */
export function heirCards(card: CardId, lineage: Lineage): readonly CardId[] {
  const heirs = related(card, lineage.heirs);
  return heirs.length === 0 ? [card] : [...new Set(heirs.flatMap((heir) => heirCards(heir, lineage)))];
}

/** The card and all whose entries its fold needs. */
export function lineOfCard(card: CardId, lineage: Lineage): readonly CardId[] {
  const line = new Set([card]);
  for (const member of line) for (const parent of parentCards(member, lineage)) line.add(parent);
  return [...line];
}

function related(card: CardId, relatives: ReadonlyMap<QuestionId, readonly QuestionId[]>): readonly CardId[] {
  if (relatives.size === 0) return [];
  const found = relatives.get(questionOfCard(card)) ?? [];
  return found.map((question) => cardIdOf(question, deletionOfCard(card)));
}

function ancestorsOf(question: QuestionId, { parents }: Pick<Lineage, 'parents'>): readonly QuestionId[] {
  const line = new Set([question]);
  for (const member of line) for (const parent of parents.get(member) ?? []) line.add(parent);
  return [...line];
}

function correctionOf({ id, rev, corrected }: Descent): readonly (readonly [QuestionId, VoidAnswers])[] {
  if (corrected === undefined) return [];
  const [year = 0, month = 0, day = 0] = corrected.on.split('-').map(Number);
  const before = (Date.UTC(year, month - 1, day) / dayMs) as StudyDay;
  return [[id, { before, revs: new Set(corrected.voids), current: rev }]];
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
