import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import type { Keeper } from '../kept-readings.ts';
import { limits } from '../limits.ts';
import type { PackSource } from '../pack/pack-parts.ts';
import { type Reading, readAlone, settle } from '../reading.ts';
import type { QuestionEntries, QuestionEntry } from './question-entries.ts';
import type { QuestionRead } from './question-read.ts';
import { type NameClaim, type QuestionsRead, readQuestionFile } from './read-question-file.ts';

/** Who has which name, and which names live on. */
interface Names {
  readonly byName: Map<string, QuestionEntry>;
  readonly inherited: Map<string, Place>;
}

/** Reads every question of a pack, in the order of files and lines; `take` is called with each that can be used. */
export function readAllQuestions(
  compilation: Compilation,
  source: PackSource,
  keep: Keeper<QuestionsRead>,
  take: (read: QuestionRead) => void,
): Omit<QuestionEntries, 'fresh'> {
  const names: Names = { byName: new Map(), inherited: new Map() };
  let count = 0;
  for (const part of source.questionFiles) {
    const reading = readFile(compilation, source, part, keep);
    count += reading.value?.parts ?? 0;
    if (count > limits.questions) {
      const place = { file: part.path, line: 1, column: 1 };
      report(compilation, 'E104', place, `The pack has more than the ${limits.questions} questions that are allowed.`);
      break;
    }
    const read = settle(compilation, reading);
    for (const claim of read?.claims ?? []) claimName(compilation, names, claim);
    for (const question of read?.reads ?? []) take(question);
  }
  return names;
}

function readFile(
  compilation: Compilation,
  { info }: PackSource,
  { path, file, open }: PackSource['questionFiles'][number],
  keep: Keeper<QuestionsRead>,
): Reading<QuestionsRead> {
  const read = () =>
    readAlone(compilation, path, (own) => {
      const opened = open(own);
      return opened === null ? null : readQuestionFile(own, opened, info);
    });
  return file === null ? read() : keep(file, read);
}

function claimName(compilation: Compilation, { byName, inherited }: Names, claim: NameClaim): void {
  const { name, place, was, wasPlace } = claim;
  const before = byName.get(name)?.place;
  if (before === undefined) byName.set(name, claim);
  else report(compilation, 'E110', place, `The id "${name}" is used in ${before.file}:${before.line}, too.`);
  for (const old of was) inherited.set(old, wasPlace ?? place);
}
