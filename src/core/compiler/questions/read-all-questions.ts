import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionDefaults } from '../heads/question-defaults.ts';
import { type QuestionHead, readHead } from '../heads/question-head.ts';
import { limits } from '../limits.ts';
import { nameOf } from '../lock/ids-lock.ts';
import { type PackSource, type QuestionFile, questionParts } from '../pack/pack-parts.ts';
import { domainsOf } from '../pack/pack-source.ts';
import { reportSlips } from '../rules/report-slips.ts';
import { warnOfSources } from '../rules/rules-for-sources.ts';
import type { HeadingPart } from '../text/split-headings.ts';
import type { QuestionEntries, QuestionEntry } from './question-entries.ts';
import type { QuestionRead } from './question-read.ts';
import { type CaseRead, readCase } from './read-case.ts';
import { type AuthorChoices, readQuestion } from './read-question.ts';
import { splitQuestion } from './split-questions.ts';

/** What reading the questions of a pack carries along. */
interface Gathering {
  readonly compilation: Compilation;
  readonly domains: readonly string[];
  readonly author: AuthorChoices;
  readonly byName: Map<string, QuestionEntry>;
  readonly inherited: Map<string, Place>;
  /** Of the questions of the file that is being read. */
  readonly heads: QuestionHead[];
}

/** Reads every question of a pack, in the order of files and lines; `take` is called with each that can be used. */
export function readAllQuestions(
  compilation: Compilation,
  source: PackSource,
  take: (read: QuestionRead) => void,
): Omit<QuestionEntries, 'fresh'> {
  const { info, questionFiles } = source;
  const domains = domainsOf(info);
  const author = { beliefs: info === null ? null : new Set(Object.keys(info.beliefs)) };
  const gathering = {
    compilation,
    domains,
    author,
    byName: new Map<string, QuestionEntry>(),
    inherited: new Map<string, Place>(),
    heads: [] as QuestionHead[],
  };
  let count = 0;
  for (const file of questionFiles) {
    const parts = questionParts(compilation, file.body);
    count += parts.length;
    if (count > limits.questions) {
      const place = { file: file.body.path, line: 1, column: 1 };
      report(compilation, 'E104', place, `The pack has more than the ${limits.questions} questions that are allowed.`);
      break;
    }
    gathering.heads.length = 0;
    for (const part of parts) readPart(gathering, file, part, take);
    warnOfSources(compilation, file.defaults, gathering.heads, domains.length > 0);
  }
  return gathering;
}

function readPart(
  gathering: Gathering,
  file: QuestionFile,
  part: HeadingPart,
  take: (read: QuestionRead) => void,
): void {
  const head = readPartHead(gathering, part, file.defaults);
  if (head.kind === 'case') {
    const owner = readCase(gathering.compilation, part, head);
    for (const child of owner.children) readChild(gathering, owner, child, take);
  } else if (!reportSlips(gathering.compilation, part)) readOne(gathering, part, head, null, take);
}

function readChild(gathering: Gathering, owner: CaseRead, part: HeadingPart, take: (read: QuestionRead) => void): void {
  const head = readPartHead(gathering, part, owner.defaults);
  if (head.kind !== 'case') {
    if (!reportSlips(gathering.compilation, part)) readOne(gathering, part, head, owner, take);
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
  claimName(gathering, head);
  return head;
}

function readOne(
  { compilation, author, heads }: Gathering,
  part: HeadingPart,
  head: QuestionHead,
  owner: CaseRead | null,
  take: (read: QuestionRead) => void,
): void {
  heads.push(head);
  const read = readQuestion(compilation, splitQuestion(part, head.kind), head, author, owner);
  if (read !== null) take(withCorrection(read, head));
}

function withCorrection(read: QuestionRead, { corrected }: QuestionHead): QuestionRead {
  if (corrected === null) return read;
  return { ...read, question: { ...read.question, corrected: { on: corrected, voids: [] } } };
}

function claimName(
  { compilation, byName, inherited }: Gathering,
  { name, place, status, was, wasPlace }: QuestionHead,
): void {
  const before = byName.get(name)?.place;
  if (before === undefined) byName.set(name, { place, status });
  else report(compilation, 'E110', place, `The id "${name}" is used in ${before.file}:${before.line}, too.`);
  for (const old of was) inherited.set(nameOf(old), wasPlace ?? place);
}
