import type { PackInfo } from '../../model/pack.ts';
import type { Question } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import { type QuestionHead, readHead } from '../heads/question-head.ts';
import { nameOf } from '../lock/ids-lock.ts';
import { type QuestionFile, questionParts } from '../pack/pack-parts.ts';
import { domainsOf } from '../pack/pack-source.ts';
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
  /** How many headings of questions the file has. */
  readonly parts: number;
  /** The questions that can be used. */
  readonly questions: readonly Question[];
  readonly digest: FileDigest;
}

/** What reading the questions of a file carries along. */
interface Gathering {
  readonly compilation: Compilation;
  readonly domains: readonly string[];
  readonly author: AuthorChoices;
  readonly heads: QuestionHead[];
  readonly claims: NameClaim[];
  readonly reads: QuestionRead[];
}

/** Reads the questions of a file, whatever other files hold; `info` is null when the pack could not be asked. */
export function readQuestionFile(compilation: Compilation, file: QuestionFile, info: PackInfo | null): QuestionsRead {
  const domains = domainsOf(info);
  const author = { beliefs: info === null ? null : new Set(Object.keys(info.beliefs)) };
  const gathering: Gathering = { compilation, domains, author, heads: [], claims: [], reads: [] };
  const parts = questionParts(compilation, file.body);
  for (const part of parts) readPart(gathering, file, part);
  warnOfSources(compilation, file.defaults, gathering.heads, domains.length > 0);
  const { claims, reads } = gathering;
  const questions = reads.map(({ question }) => question);
  return { parts: parts.length, questions, digest: digestOf(compilation.lock, claims, reads, info?.first ?? null) };
}

function readPart(gathering: Gathering, file: QuestionFile, part: HeadingPart): void {
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
