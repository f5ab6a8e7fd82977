import { isWrittenId, type OptionId, type PackId, type QuestionId, type Timestamp } from '../model/id.ts';
import { type Kind, kindNames, type Response } from '../model/question.ts';
import type { SettingValue } from '../model/settings.ts';
import {
  type Attempt,
  type Ending,
  type ExamPaper,
  extensionMs,
  type Mark,
  type Place,
  type Progress,
  untouched,
} from './attempt.ts';
import type { DrawnQuestion } from './draw-exam.ts';

/**
 * How an exam lies in the log: in registers, each of which the last entry decides. `exam:ID` is the paper, `exam:ID:n`
 * what was done with question n (from 1), `exam:ID:at` how far it has come, `exam:ID:end` what it ended with; values are
 * JSON. So each answer is as safe as a review's, two tabs agree, and a backup holds all attempts.
 */
export type Registers = ReadonlyMap<string, SettingValue>;
export type RegisterWrite = readonly [key: string, value: string];

const attemptKey = /^exam:([a-z0-9-]{1,64})$/;

/** No exam is longer; a damaged or foreign record must not make one that fills the memory. */
const mostQuestions = 500;

export function paperWrite(id: string, paper: ExamPaper): RegisterWrite {
  return [`exam:${id}`, JSON.stringify(paper)];
}

export function placeWrite(id: string, index: number, place: Place): RegisterWrite {
  return [`exam:${id}:${index + 1}`, JSON.stringify(place)];
}

export function progressWrite(id: string, progress: Progress): RegisterWrite {
  return [`exam:${id}:at`, JSON.stringify(progress)];
}

export function endingWrite(id: string, ending: Ending): RegisterWrite {
  return [`exam:${id}:end`, JSON.stringify(ending)];
}

/** Every exam of the record that was not dropped, the latest first. */
export function readAttempts(registers: Registers): readonly Attempt[] {
  const ids = [...registers.keys()].flatMap((key) => attemptKey.exec(key)?.[1] ?? []);
  const attempts = ids.flatMap((id) => readAttempt(registers, id) ?? []);
  return attempts
    .filter(({ ending }) => ending?.by !== 'dropped')
    .sort((a, b) => b.paper.startedAt - a.paper.startedAt || (a.id < b.id ? -1 : 1));
}

/** The exams that have not ended, the latest first. Those that have are not read: there may be many. */
export function readOpenAttempts(registers: Registers): readonly Attempt[] {
  const open = [...registers.keys()].flatMap((key) => {
    const id = attemptKey.exec(key)?.[1];
    return id === undefined || registers.has(`exam:${id}:end`) ? [] : [id];
  });
  const attempts = open.flatMap((id) => readAttempt(registers, id) ?? []);
  return attempts.sort((a, b) => b.paper.startedAt - a.paper.startedAt);
}

/** The exam as its registers have it; null when there is none, or its paper cannot be read. */
export function readAttempt(registers: Registers, id: string): Attempt | null {
  const paper = readPaper(parsed(registers.get(`exam:${id}`)));
  if (paper === null) return null;
  const sheet = paper.questions.map((_, index) => readPlace(parsed(registers.get(`exam:${id}:${index + 1}`))));
  const count = paper.questions.length;
  return {
    id,
    paper,
    sheet,
    progress: readProgress(parsed(registers.get(`exam:${id}:at`)), paper),
    ending: readEnding(parsed(registers.get(`exam:${id}:end`)), count),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The object of a register; null for whatever else lies there. */
function parsed(value: SettingValue | undefined): Fields | null {
  if (typeof value !== 'string') return null;
  try {
    return asFields(JSON.parse(value));
  } catch {
    return null;
  }
}

function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function readPaper(fields: Fields | null): ExamPaper | null {
  if (fields === null || typeof fields.pack !== 'string' || !isWrittenId(fields.pack)) return null;
  const questions = listOf(fields.questions).slice(0, mostQuestions).map(readDrawn);
  if (questions.every((question) => question === lostQuestion)) return null;
  if (!isMoment(fields.startedAt) || !isCount(fields.seed)) return null;
  return {
    pack: fields.pack as PackId,
    startedAt: fields.startedAt,
    limitMs: isCount(fields.limitMs) ? fields.limitMs : null,
    isStrict: fields.isStrict === true,
    seed: fields.seed,
    questions,
  };
}

/** Keeps the place of one that cannot be read, or the answers would stand with other questions. */
const lostQuestion: DrawnQuestion = { id: 'lost/question' as QuestionId, rev: '', domain: '', isScored: false };

function readDrawn(value: unknown): DrawnQuestion {
  const { id, rev, domain, isScored } = asFields(value) ?? {};
  if (typeof id !== 'string' || typeof rev !== 'string' || typeof domain !== 'string') return lostQuestion;
  const [pack = '', name = ''] = id.split('/');
  if (!isWrittenId(pack) || !isWrittenId(name)) return lostQuestion;
  return { id: id as QuestionId, rev, domain, isScored: isScored === true };
}

function readPlace(fields: Fields | null): Place {
  if (fields === null) return untouched;
  return {
    response: readResponse(fields.response),
    isAnswered: fields.isAnswered === true,
    struck: listOf(fields.struck)
      .slice(0, mostListed)
      .filter((option): option is OptionId => typeof option === 'string'),
    isFlagged: fields.isFlagged === true,
    isSeen: fields.isSeen === true,
    spentMs: countOf(fields.spentMs),
    leftWith: listOf(fields.leftWith)
      .slice(0, mostListed)
      .flatMap((one) => readResponse(one) ?? []),
  };
}

/** Whether it fits its question is looked at where that question is known. */
function readResponse(value: unknown): Response | null {
  const fields = asFields(value);
  if (fields === null || typeof fields.kind !== 'string' || !Object.hasOwn(kindNames, fields.kind)) return null;
  return hasShape[fields.kind as Kind](fields) ? (fields as unknown as Response) : null;
}

/** More options, steps or pairs no question has, and nobody types more. */
const mostListed = 200;
const mostTyped = 100_000;

const isText = ({ text }: Fields) => typeof text === 'string' && text.length <= mostTyped;
const isList = (value: unknown) =>
  Array.isArray(value) && value.length <= mostListed && value.every((one) => typeof one === 'string');

const hasShape: Readonly<Record<Kind, (fields: Fields) => boolean>> = {
  recall: () => true,
  cloze: () => true,
  choice: ({ option }) => typeof option === 'string',
  multi: ({ options }) => isList(options),
  order: ({ steps }) => isList(steps),
  match: ({ pairs }) => isList(Object.values(asFields(pairs) ?? {})) && asFields(pairs) !== null,
  typed: isText,
  'typed-cloze': (fields) => isText(fields) && isCount(fields.card),
  command: isText,
  config: isText,
  json: isText,
  lab: ({ option }) => typeof option === 'string',
};

function readProgress(fields: Fields | null, { questions, limitMs, startedAt }: ExamPaper): Progress {
  const leftMs = fields !== null && isCount(fields.leftMs) ? fields.leftMs : (limitMs ?? 0);
  return {
    at: Math.min(questions.length - 1, countOf(fields?.at)),
    leftMs: limitMs === null ? null : Math.min(leftMs, Math.max(limitMs, extensionMs)),
    wall: fields !== null && isMoment(fields.wall) ? fields.wall : startedAt,
    isPaused: fields?.isPaused === true,
    extensions: countOf(fields?.extensions),
  };
}

function readEnding(fields: Fields | null, count: number): Ending | null {
  if (fields === null || !isMoment(fields.at)) return null;
  const { by } = fields;
  const marks = listOf(fields.marks).slice(0, count).map(readMark);
  if (by === 'dropped') return { at: fields.at, by, marks: [] };
  // An exam that is not marked in full is none that ended: it can be handed in again.
  if ((by !== 'learner' && by !== 'time') || marks.length !== count) return null;
  return { at: fields.at, by, marks };
}

function readMark(value: unknown): Mark {
  const { isRight, isAnswered, change, spentMs } = asFields(value) ?? {};
  return {
    isRight: isRight === true,
    isAnswered: isAnswered === true,
    change: change === 'helped' || change === 'hurt' || change === 'same' ? change : null,
    spentMs: countOf(spentMs),
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The last one of which a date can be made, ms. */
const lastMoment = 8.64e15;

function isMoment(value: unknown): value is Timestamp {
  return isCount(value) && value <= lastMoment;
}

/** Whether it is a whole number from 0, as counts and times of a record are. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function countOf(value: unknown): number {
  return isCount(value) ? value : 0;
}
