import {
  type CardId,
  cardIdOf,
  type EntryId,
  type LogId,
  type OptionId,
  type Timestamp,
} from '../../../src/core/model/id.ts';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import type { EntryFields, LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Question, Response } from '../../../src/core/model/question.ts';
import { kindOf } from '../../../src/core/questions/registry.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { historyIn } from '../../../src/core/scheduler/fold/card-history.ts';
import type { Answer } from '../../../src/core/scheduler/fold/latest-answers.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { carryOut } from '../../../src/core/study/carry-out.ts';
import { judgeRecall } from '../../../src/core/study/rating/judge-recall.ts';
import { step } from '../../../src/core/study/review.ts';
import { nothingYet, type ReviewEvent, type ReviewState, type Write } from '../../../src/core/study/review-state.ts';
import type { Asked, Showing } from '../../../src/core/study/showing.ts';
import { base } from '../../app/card/question-base.ts';
import { noon } from '../../log-builders.ts';
import { logId, showingId } from '../ids.ts';
import { foldLog } from '../scheduler/fold-log.ts';

const option = (id: string, right: boolean) =>
  ({ id: id as OptionId, text: [], right, rationale: [], belief: null, pinned: false }) as const;

/** Questions to be graded, one that the learner grades, one that is written. */
const questions: readonly Question[] = [
  ...['choice', 'second', 'third'].map(
    (id): Question => ({
      ...base(id),
      kind: 'choice',
      shuffle: true,
      options: [option('yes', true), option('no', false)],
    }),
  ),
  { ...base('recall'), kind: 'recall', back: [] },
  {
    ...base('typed'),
    kind: 'typed',
    accepted: [{ form: 'text', text: 'binpack', allowsSlip: false }],
    wrong: [],
  },
];
export const cards = questions.map(({ id }) => cardIdOf(id));

/** What a learner may give to a question, right or wrong. */
export function responseTo({ kind }: Question, isRight: boolean): Response {
  if (kind === 'choice') return { kind, option: (isRight ? 'yes' : 'no') as OptionId };
  return kind === 'typed' ? { kind, text: isRight ? 'binpack' : 'spread' } : { kind: 'recall' };
}

/** A run and the log that it writes, with a clock that goes on by a second an event. */
export interface World {
  readonly state: ReviewState;
  readonly log: readonly LogEntry[];
  act(event: ReviewEvent): World;
  /** The same with what another tab has written meanwhile. */
  elsewhere(fields: EntryFields): World;
  /** Whether the record keeps the card out of runs: suspended, or left for another day. */
  isAside(card: CardId): boolean;
  /** The same before a run, as after a reload. */
  reloaded(): World;
}

const scheduler = createScheduler({ desiredRetention: 0.9 });
const own = logId('own');
const other = logId('other');

export function openWorld(isLoaded = true): World {
  return worldOf(nothingYet, [], isLoaded, 0);
}

function worldOf(state: ReviewState, log: readonly LogEntry[], isLoaded: boolean, seconds: number): World {
  const now = (noon + 1000 * seconds) as Timestamp;
  const later = (next: ReviewState, written: readonly LogEntry[]) => worldOf(next, written, isLoaded, seconds + 1);
  return {
    state,
    log,
    act: (event) => {
      const written = [...log];
      const context = () => ({
        now,
        today: studyDayOf(now, 0),
        seed: seconds,
        showingId: showingId(`showing-${seconds}`),
        asked: (card: CardId) => (isLoaded ? askedOf(card) : null),
        judge: (answered: Showing) =>
          judgeRecall(answered, {
            recent: written,
            states: foldLog(written, scheduler),
            today: studyDayOf(now, 0),
            scheduler,
            kindOf: (card) => askedOf(card)?.question.kind ?? null,
          }),
        record: {
          historyOf: (card: CardId) => historyIn(written, card),
          cards: foldLog(written, scheduler),
          isOn: () => true,
        },
      });
      const write = (what: Write) => append(written, own, fieldsOf(what), ('when' in what && what.when) || now);
      return later(carryOut(state, event, { step, context, write }).state, written);
    },
    elsewhere: (fields) => {
      const written = [...log];
      append(written, other, fields, now);
      return later(state, written);
    },
    isAside: (card) => {
      const { suspended = false, buriedUntil = null } = foldLog(log, scheduler).get(card) ?? {};
      return suspended || (buriedUntil ?? 0) > studyDayOf(now, 0);
    },
    reloaded: () => later(nothingYet, log),
  };
}

function fieldsOf(what: Write): EntryFields {
  if (what.t === 'undo') return { t: 'undo', ref: what.entry };
  return what.t === 'register' ? what.fields : { t: 'answer', ...what.fields };
}

function append(written: LogEntry[], log: LogId, fields: EntryFields, ms: Timestamp): EntryId {
  const n = written.filter((entry) => entry.log === log).length + 1;
  const entry: LogEntry = { v: 1, log, n, ms, c: written.length, tz: 0, ...fields };
  written.push(entry);
  return entryIdOf(entry);
}

function askedOf(card: string): Asked | null {
  const question = questions.find(({ id }) => cardIdOf(id) === card);
  return question === undefined ? null : { question, kind: kindOf(question.kind) };
}

/** What of the answers in the log counts, in their order. */
export function countedAnswers({ log }: World): readonly Answer[] {
  return activeEntries(log).filter((entry): entry is Answer => entry.t === 'answer');
}
