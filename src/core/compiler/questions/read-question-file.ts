import type { PackInfo } from '../../model/pack.ts';
import type { Question } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import { type QuestionHead, readHead } from '../heads/question-head.ts';
import { nameOf } from '../lock/ids-lock.ts';
import { type QuestionFile, questionParts } from '../pack/pack-parts.ts';
import { domainsOf } from '../pack/pack-source.ts';
import { type Reading, readAlone, settle } from '../reading.ts';
import { reportSlips } from '../rules/report-slips.ts';
import { warnOfSources } from '../rules/rules-for-sources.ts';
import type { HeadingPart } from '../text/split-headings.ts';
import { digestOf, type FileDigest, type NameClaim } from './file-digest.ts';
import type { QuestionRead } from './question-read.ts';
import { type CaseRead, readCase } from './read-case.ts';
import { type AuthorChoices, readQuestion } from './read-question.ts';
import { splitQuestion } from './split-questions.ts';

/** The questions of one file. */
export interface QuestionsRead {
  readonly file: QuestionFile;
  /** One for each heading of a question. */
  readonly parts: readonly PartRead[];
  /** The questions that can be used. */
  readonly questions: readonly Question[];
  readonly digest: FileDigest;
}

/** What stands below a heading, and what it was read as; a case holds several questions. */
interface PartRead {
  readonly part: HeadingPart;
  readonly reading: Reading<PartContent>;
}

interface PartContent {
  readonly heads: readonly QuestionHead[];
  readonly claims: readonly NameClaim[];
  readonly reads: readonly QuestionRead[];
}

/** What the pack says of the questions of all files. */
interface PackWords {
  readonly domains: readonly string[];
  readonly author: AuthorChoices;
}

/** What reading a part of a file carries along. */
interface Gathering extends PackWords {
  readonly compilation: Compilation;
  readonly heads: QuestionHead[];
  readonly claims: NameClaim[];
  readonly reads: QuestionRead[];
}

/**
 * Reads the questions of a file, whatever other files hold; `info` is null when the pack could not be asked. Of what the
 * file was read as before, the parts that stand where they stood, as they were, are taken over.
 */
export function readQuestionFile(
  compilation: Compilation,
  opened: QuestionFile,
  info: PackInfo | null,
  before: QuestionsRead | null,
): QuestionsRead {
  // Questions share the defaults of their file as one thing: so must those that are taken over.
  const isSameHead = before !== null && before.file.head === opened.head;
  const file = isSameHead ? { ...opened, defaults: before.file.defaults } : opened;
  const known = new Map(isSameHead ? before.parts.map((read) => [read.part.line, read]) : []);
  const words = wordsOf(info);
  const parts = questionParts(compilation, file.body).map((part) => {
    const earlier = known.get(part.line);
    if (earlier !== undefined && isSamePart(earlier.part, part)) return earlier;
    return { part, reading: readAlone(compilation, part.body.path, (own) => readPart(own, file, part, words)) };
  });
  const contents = parts.map(({ reading }) => settle(compilation, reading)).filter((content) => content !== null);
  const heads = contents.flatMap((content) => content.heads);
  warnOfSources(compilation, file.defaults, heads, words.domains.length > 0);
  const claims = contents.flatMap((content) => content.claims);
  const reads = contents.flatMap((content) => content.reads);
  const questions = reads.map(({ question }) => question);
  return { file, parts, questions, digest: digestOf(compilation.lock, claims, reads, info?.first ?? null) };
}

function isSamePart(a: HeadingPart, b: HeadingPart): boolean {
  return a.heading === b.heading && a.openFence === b.openFence && a.body.text === b.body.text;
}

function wordsOf(info: PackInfo | null): PackWords {
  return { domains: domainsOf(info), author: { beliefs: info === null ? null : new Set(Object.keys(info.beliefs)) } };
}

function readPart(compilation: Compilation, file: QuestionFile, part: HeadingPart, words: PackWords): PartContent {
  const gathering: Gathering = { compilation, ...words, heads: [], claims: [], reads: [] };
  readHeading(gathering, file, part);
  const { heads, claims, reads } = gathering;
  return { heads, claims, reads };
}

function readHeading(gathering: Gathering, file: QuestionFile, part: HeadingPart): void {
  const head = readPartHead(gathering, part, file.defaults);
  if (head.kind === 'case') {
    const owner = readCase(gathering.compilation, part, head);
    for (const child of owner.children) readChild(gathering, owner, child);
  } else if (!reportSlips(gathering.compilation, part)) readOne(gathering, part, head, null);
}

function readChild(gathering: Gathering, owner: CaseRead, part: HeadingPart): void {
  const head = readPartHead(gathering, part, owner.defaults);
  if (head.kind !== 'case') {
    if (!reportSlips(gathering.compilation, part)) readOne(gathering, part, head, owner);
  } else {
    const fix = 'Give it a heading ## of its own.';
    report(gathering.compilation, 'E103', head.place, 'A case may not stand inside a case.', fix);
  }
}

function readPartHead(gathering: Gathering, part: HeadingPart, defaults: QuestionDefaults): QuestionHead {
  const { compilation, domains } = gathering;
  const place = { file: part.body.path, line: part.line, column: part.column };
  compilation.at = place;
  const head = readHead(compilation, part.heading ?? '', place, defaults, domains);
  gathering.claims.push(claimOf(head));
  return head;
}

function readOne(
  { compilation, author, heads, reads }: Gathering,
  part: HeadingPart,
  head: QuestionHead,
  owner: CaseRead | null,
): void {
  heads.push(head);
  const read = readQuestion(compilation, splitQuestion(part, head.kind), head, author, owner);
  if (read !== null) reads.push(read);
}

const noNames: readonly string[] = [];

function claimOf({ name, place, status, was, wasPlace }: QuestionHead): NameClaim {
  return { name, place, status, was: was.length === 0 ? noNames : was.map(nameOf), wasPlace };
}
