import type { NoteAddress } from '../../model/address.ts';
import type { Place } from '../../model/diagnostic-codes.ts';
import { type QuestionId, questionIdOf } from '../../model/id.ts';
import type { Source } from '../../model/pack.ts';
import type { QuestionStatus } from '../../model/question.ts';
import { report, type Session } from '../compilation.ts';
import { headingKeys } from '../grammar.ts';
import { readWithTrouble } from '../yaml/read-keys.ts';
import { checkDomain, type QuestionDefaults, readDifficulty, readReference, readStatus } from './question-defaults.ts';
import { type Attribute, type Attributed, readAttributes } from './read-attributes.ts';
import { readDate, sourceOf, warnOfFuture } from './read-sources.ts';
import { idProblem } from './written-id.ts';

/** What a question's heading says, with the file's defaults where it is silent. */
export interface QuestionHead {
  readonly id: QuestionId;
  /** The part of the id that the author wrote. */
  readonly name: string;
  readonly title: string;
  readonly place: Place;
  readonly kind: string | null;
  readonly note: NoteAddress | null;
  readonly domain: string | null;
  readonly tags: readonly string[];
  readonly sources: readonly Source[];
  readonly status: QuestionStatus;
  readonly difficulty: 1 | 2 | 3;
  readonly shuffle: boolean;
  readonly was: readonly QuestionId[];
  /** Where `was=` stands; null without one. */
  readonly wasPlace: Place | null;
  /** `YYYY-MM-DD` on which a wrong key was put right, or null. */
  readonly corrected: string | null;
  /** `typed=true`: the deletions of a cloze are typed. */
  readonly typed: boolean;
  /** The checker that reads the answer, as written. */
  readonly check: Attribute | null;
  /** Attributes and keys with a complaint of their own: what they lack is no second mistake. */
  readonly trouble: ReadonlySet<string>;
}

/** Reads `## Title {#id key=value}`. A question without a usable id gets one of its line, so that the rest is checked, too. */
export function readHead(
  session: Session,
  heading: string,
  place: Place,
  defaults: QuestionDefaults,
  domains: readonly string[],
): QuestionHead {
  const plain = heading.endsWith('#') ? heading.replace(/\s#+$/, '') : heading;
  const attributed = readAttributes(session, plain, place, headingKeys);
  const { text: title, values } = attributed;
  if (title === '') report(session, 'E105', place, 'The question has no title.', 'Write ## Title {#id}.');
  const usable = usableId(session, attributed, place);
  const isPlain = values.size === 0 && attributed.meant.size === 0;
  const rest = isPlain ? restByDefault(defaults) : readRest(session, attributed, defaults, domains);
  return { id: questionIdOf(session.pack, usable), name: usable, title, place, ...rest };
}

function usableId(session: Session, { id, idPlace }: Attributed, { file, line }: Place): string {
  const problem = id === null ? 'The question has no id.' : idProblem(id);
  if (id !== null && problem === null) return id;
  report(session, 'E111', idPlace, problem ?? '');
  // It may be the id of the lock that is missed.
  session.unsure.add(file);
  return `line-${line}`;
}

type Rest = Omit<QuestionHead, 'id' | 'name' | 'title' | 'place'>;
const none: readonly QuestionId[] = [];

function restByDefault(defaults: QuestionDefaults): Rest {
  const { note, domain, tags, sources, status, difficulty, trouble } = defaults;
  return {
    kind: null,
    note,
    domain,
    tags,
    sources,
    status,
    difficulty,
    shuffle: true,
    was: none,
    wasPlace: null,
    corrected: null,
    typed: false,
    check: null,
    trouble,
  };
}

function readRest(
  session: Session,
  { values, meant }: Attributed,
  defaults: QuestionDefaults,
  domains: readonly string[],
): Rest {
  const base = restByDefault(defaults);
  const trouble = new Set([...base.trouble, ...meant]);
  const note = values.get('note');
  const status = values.get('status');
  const difficulty = values.get('difficulty');
  const was = values.get('was');
  return {
    ...base,
    kind: values.get('kind')?.text ?? null,
    note: note === undefined ? base.note : readReference(session, note.text, note.place),
    domain: readDomain(session, values.get('domain'), base.domain, domains),
    tags: values.has('tags') ? listOf(values.get('tags')) : base.tags,
    sources: readWithTrouble(session, trouble, 'source', () => readHeadSources(session, values, defaults)),
    status: status === undefined ? base.status : readStatus(session, status.text, status.place),
    difficulty: difficulty === undefined ? base.difficulty : readDifficulty(session, difficulty.text, difficulty.place),
    shuffle: readSwitch(session, values.get('shuffle'), 'shuffle', true),
    typed: readSwitch(session, values.get('typed'), 'typed', false),
    check: values.get('check') ?? null,
    was: listOf(was).map((old) => questionIdOf(session.pack, readOldId(session, old, was))),
    wasPlace: was?.place ?? null,
    corrected: readCorrected(session, values.get('corrected')),
    trouble,
  };
}

function readDomain(
  session: Session,
  written: Attribute | undefined,
  usual: string | null,
  domains: readonly string[],
): string | null {
  if (written !== undefined) checkDomain(session, written.text, domains, written.place);
  return written?.text ?? usual;
}

function listOf(attribute: Attribute | undefined): readonly string[] {
  const words = attribute?.text.split(',') ?? [];
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

function readOldId(session: Session, old: string, attribute: Attribute | undefined): string {
  const problem = idProblem(old);
  if (problem !== null && attribute !== undefined) report(session, 'E111', attribute.place, problem);
  return old;
}

function readSwitch(session: Session, written: Attribute | undefined, key: string, usual: boolean): boolean {
  if (written === undefined) return usual;
  if (written.text === 'true' || written.text === 'false') return written.text === 'true';
  report(session, 'E106', written.place, `${key} must be true or false.`, `Write ${key}=${!usual}.`);
  return !usual;
}

function readCorrected(session: Session, corrected: Attribute | undefined): string | null {
  const day = corrected === undefined ? null : readDate(session, corrected.text, corrected.place);
  if (day !== null && corrected !== undefined) warnOfFuture(session, day, corrected.place, `corrected=${day}`);
  return day;
}

function readHeadSources(
  session: Session,
  values: Attributed['values'],
  defaults: QuestionDefaults,
): readonly Source[] {
  const source = values.get('source');
  const given = values.get('verified');
  const verified = given === undefined ? null : readDate(session, given.text, given.place);
  if (source === undefined) {
    return given === undefined ? defaults.sources : defaults.sources.map((known) => ({ ...known, verified }));
  }
  const read = sourceOf(session, source.text, source.place);
  return read === null ? [] : [{ ...read, verified: verified ?? defaults.verified }];
}
