import type { Place } from '../model/diagnostic-codes.ts';
import type { PackId } from '../model/id.ts';
import { limits } from './limits.ts';
import type { PackSource } from './pack-parts.ts';
import { checkDomain, type QuestionHead, readHead } from './question-head.ts';
import { type QuestionRead, readQuestion } from './read-question.ts';
import { report, type Session } from './session.ts';
import { splitQuestion } from './split-questions.ts';

// A pack without a usable id still has its questions checked, under this one.
const namelessPack = 'nameless' as PackId;

/** Every question of a pack that can be used, in the order of files and lines. */
export function readAllQuestions(session: Session, { info, questionFiles }: PackSource): readonly QuestionRead[] {
  const pack = info?.id ?? namelessPack;
  const domains = Object.keys(info?.exam?.domains ?? {});
  const count = questionFiles.reduce((sum, { parts }) => sum + parts.length, 0);
  if (count > limits.questions) {
    const place = { file: 'pack.yaml', line: 1, column: 1 };
    report(session, 'E104', place, `The pack has ${count} questions; ${limits.questions} are allowed.`);
    return [];
  }
  const author = { beliefs: new Set(Object.keys(info?.beliefs ?? {})), hasDomains: domains.length > 0 };
  const read: QuestionRead[] = [];
  const placeById = new Map<string, Place>();
  for (const { defaults, parts } of questionFiles) {
    for (const part of parts) {
      const place = { file: part.body.path, line: part.line, column: part.column };
      const head = readHead(session, pack, part.heading ?? '', place, defaults);
      claimId(session, placeById, head);
      if (head.domain !== null) checkDomain(session, head.domain, domains, place);
      const question = readQuestion(session, splitQuestion(part), head, author);
      if (question !== null) read.push(question);
    }
  }
  return read;
}

function claimId(session: Session, placeById: Map<string, Place>, { id, place }: QuestionHead): void {
  const before = placeById.get(id);
  if (before !== undefined)
    report(session, 'E110', place, `The id "${id.split('/')[1]}" is used in ${before.file}:${before.line}, too.`);
  else placeById.set(id, place);
}
