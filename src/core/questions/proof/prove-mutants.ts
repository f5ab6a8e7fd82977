import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { HeavyKind, Question, QuestionOf } from '../../model/question.ts';
import { commandMutants } from '../command/mutants.ts';
import { configMutants } from '../config/mutants.ts';
import { heavyKinds } from '../heavy-kinds.ts';
import { jsonMutants } from '../json/mutants.ts';
import { gradeResponse } from '../registry.ts';
import type { Mutant } from './mutant.ts';

/** How many broken answers were tried, and how many of them the grader refused. */
export interface MutantCount {
  readonly tried: number;
  readonly killed: number;
}

/** Breaks each answer as learners do; a complaint for each broken one that is graded right. */
export function proveMutants(question: QuestionOf<HeavyKind>, place: Place): readonly Diagnostic[] {
  return survivorsOf(question).map(({ text, slip }) => {
    const message = `An answer with ${slip} is graded right: ${shown(text)}`;
    return complain('E160', place, message, 'Ask for more in the answer, or say in the prompt that both will do.');
  });
}

/** The mutants of a deck: those of its commands, configurations and JSON documents. */
export function countMutants(questions: readonly Question[]): MutantCount {
  let tried = 0;
  let survived = 0;
  for (const question of questions) {
    if (!isMutable(question)) continue;
    tried += mutantsOf(question).length;
    survived += survivorsOf(question).length;
  }
  return { tried, killed: tried - survived };
}

function isMutable(question: Question): question is QuestionOf<HeavyKind> {
  return question.kind === 'command' || question.kind === 'config' || question.kind === 'json';
}

function survivorsOf(question: QuestionOf<HeavyKind>): readonly Mutant[] {
  // Which reason a refused command gets does not matter here, and finding it takes longer than grading.
  const bare = question.kind === 'command' ? { ...question, wrong: [] } : question;
  return mutantsOf(question).filter(({ text }) => {
    return gradeResponse(bare, { kind: question.kind, text }, heavyKinds).score === 1;
  });
}

function mutantsOf(question: QuestionOf<HeavyKind>): readonly Mutant[] {
  switch (question.kind) {
    case 'command':
      return commandMutants(question.accepted);
    case 'config':
      return configMutants(question);
    case 'json':
      return jsonMutants(question);
  }
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 400 ? `${line.slice(0, 399)}…` : line;
}
