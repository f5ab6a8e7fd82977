import type { NoteAddress } from '../../model/address.ts';
import type { Place } from '../../model/diagnostic-codes.ts';
import { type QuestionId, questionIdOf } from '../../model/id.ts';
import type { Source } from '../../model/pack.ts';
import type { QuestionStatus } from '../../model/question.ts';
import type { LetterCase } from '../../questions/question-kind.ts';
import { type Compilation, report } from '../compilation.ts';
import { headingKeys } from '../grammar.ts';
import { readWithTrouble } from '../yaml/read-keys.ts';
import { checkDomain, type QuestionDefaults, readDifficulty, readReference, readStatus } from './question-defaults.ts';
import { type Attribute, type Attributed, readAttributes } from './read-attributes.ts';
import { readLetterCase } from './read-letter-case.ts';
import { readDate, sourceOf, warnOfFuture } from './read-sources.ts';
import { readSwitch } from './read-switch.ts';
import { fixOfId, idProblem } from './written-id.ts';

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
  /** `exam=true`: an exam may draw it. */
  readonly forExam: boolean;
  readonly shuffle: boolean;
  readonly was: readonly QuestionId[];
  /** Where `was=` stands; null without one. */
  readonly wasPlace: Place | null;
  /** `YYYY-MM-DD` on which a wrong key was put right, or null. */
  readonly corrected: string | null;
  /** `typed=true`: the deletions of a cloze are typed. */
  readonly typed: boolean;
  /** `case=exact` or `case=any`: whether capitals count in what is typed; null when the heading says nothing. */
  readonly letterCase: LetterCase | null;
  /** The checker that reads the answer, as written. */
  readonly check: Attribute | null;
  /** Attributes and keys with a complaint of their own: what they lack is no second mistake. */
  readonly trouble: ReadonlySet<string>;
}

/** Reads `## Title {#id key=value}`. A question without a usable id gets one of its line, so that the rest is checked, too. */
export function readHead(
  compilation: Compilation,
  heading: string,
  place: Place,
  defaults: QuestionDefaults,
  domains: readonly string[],
): QuestionHead {
  const plain = heading.endsWith('#') ? heading.replace(/\s#+$/, '') : heading;
  const attributed = readAttributes(compilation, plain, place, headingKeys);
  const { text: title, values } = attributed;
  if (title === '') report(compilation, 'E105', place, 'The question has no title.', 'Write ## Title {#id}.');
  const usable = usableId(compilation, attributed, place);
  const isPlain = values.size === 0 && attributed.meant.size === 0;
  const rest = isPlain ? restByDefault(defaults) : readRest(compilation, attributed, defaults, domains);
  return { id: questionIdOf(compilation.pack, usable), name: usable, title, place, ...rest };
}

function usableId(compilation: Compilation, { text, id, idPlace, isOdd }: Attributed, { file, line }: Place): string {
  const problem = id === null ? 'The question has no id.' : idProblem(id);
  if (id !== null && problem === null) return id;
  const isTold = isOdd || (text === '' && id === null);
  if (!isTold) report(compilation, 'E111', idPlace, problem ?? '', fixOfId(id));
  // It may be the id of the lock that is missed.
  compilation.unsure.add(file);
  return `line-${line}`;
}

type Rest = Omit<QuestionHead, 'id' | 'name' | 'title' | 'place'>;
const none: readonly QuestionId[] = [];

function restByDefault(defaults: QuestionDefaults): Rest {
  const { note, domain, tags, sources, status, difficulty, forExam, trouble } = defaults;
  return {
    kind: null,
    note,
    domain,
    tags,
    sources,
    status,
    difficulty,
    forExam,
    shuffle: true,
    was: none,
    wasPlace: null,
    corrected: null,
    typed: false,
    letterCase: null,
    check: null,
    trouble,
  };
}

function readRest(
  compilation: Compilation,
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
    note: note === undefined ? base.note : readReference(compilation, note.text, note.place),
    domain: readDomain(compilation, values.get('domain'), base.domain, domains),
    tags: values.has('tags') ? listOf(values.get('tags')) : base.tags,
    sources: readWithTrouble(compilation, trouble, 'source', () => readHeadSources(compilation, values, defaults)),
    status: status === undefined ? base.status : readStatus(compilation, status.text, status.place),
    difficulty:
      difficulty === undefined ? base.difficulty : readDifficulty(compilation, difficulty.text, difficulty.place),
    forExam: readSwitch(compilation, values.get('exam'), 'exam', base.forExam),
    shuffle: readSwitch(compilation, values.get('shuffle'), 'shuffle', true),
    typed: readSwitch(compilation, values.get('typed'), 'typed', false),
    letterCase: readLetterCase(compilation, values.get('case')),
    check: values.get('check') ?? null,
    was: listOf(was).map((old) => questionIdOf(compilation.pack, readOldId(compilation, old, was))),
    wasPlace: was?.place ?? null,
    corrected: readCorrected(compilation, values.get('corrected')),
    trouble,
  };
}

function readDomain(
  compilation: Compilation,
  written: Attribute | undefined,
  usual: string | null,
  domains: readonly string[],
): string | null {
  if (written !== undefined) checkDomain(compilation, written.text, domains, written.place);
  return written?.text ?? usual;
}

function listOf(attribute: Attribute | undefined): readonly string[] {
  const words = attribute?.text.split(',') ?? [];
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

function readOldId(compilation: Compilation, old: string, attribute: Attribute | undefined): string {
  const problem = idProblem(old);
  if (problem !== null && attribute !== undefined) report(compilation, 'E111', attribute.place, problem);
  return old;
}

function readCorrected(compilation: Compilation, corrected: Attribute | undefined): string | null {
  const day = corrected === undefined ? null : readDate(compilation, corrected.text, corrected.place);
  if (day !== null && corrected !== undefined) warnOfFuture(compilation, day, corrected.place, `corrected=${day}`);
  return day;
}

function readHeadSources(
  compilation: Compilation,
  values: Attributed['values'],
  defaults: QuestionDefaults,
): readonly Source[] {
  const source = values.get('source');
  const given = values.get('verified');
  const verified = given === undefined ? null : readDate(compilation, given.text, given.place);
  if (source === undefined) {
    return given === undefined ? defaults.sources : defaults.sources.map((known) => ({ ...known, verified }));
  }
  const read = sourceOf(compilation, source.text, source.place);
  return read === null ? [] : [{ ...read, verified: verified ?? defaults.verified }];
}
