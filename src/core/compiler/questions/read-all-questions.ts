import type { Question } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { Keeper } from '../kept-readings.ts';
import { limits } from '../limits.ts';
import type { PackSource } from '../pack/pack-parts.ts';
import { type Reading, readAlone, settle } from '../reading.ts';
import type { FileDigest } from './file-digest.ts';
import { type QuestionsRead, readQuestionFile } from './read-question-file.ts';

/**
 * Reads every question of a pack, in the order of files and lines; `take` is called with those of each
 * file that can be used. Gives what else is to be known of each file.
 */
export function readAllQuestions(
  compilation: Compilation,
  source: PackSource,
  keep: Keeper<QuestionsRead>,
  take: (questions: readonly Question[]) => void,
): readonly FileDigest[] {
  const digests: FileDigest[] = [];
  let count = 0;
  for (const part of source.questionFiles) {
    const reading = readFile(compilation, source, part, keep);
    count += reading.value?.parts.length ?? 0;
    if (count > limits.questions) {
      const place = { file: part.path, line: 1, column: 1 };
      report(compilation, 'E104', place, `The pack has more than the ${limits.questions} questions that are allowed.`);
      break;
    }
    const read = settle(compilation, reading);
    if (read === null) continue;
    digests.push(read.digest);
    take(read.questions);
  }
  return digests;
}

function readFile(
  compilation: Compilation,
  { info }: PackSource,
  { path, file, open }: PackSource['questionFiles'][number],
  keep: Keeper<QuestionsRead>,
): Reading<QuestionsRead> {
  const read = (before: QuestionsRead | null) =>
    readAlone(compilation, path, (own) => {
      const opened = open(own);
      return opened === null ? null : readQuestionFile(own, opened, info, before);
    });
  return file === null ? read(null) : keep(file, read);
}
