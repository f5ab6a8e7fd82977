import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { Kind, Question } from '../../model/question.ts';
import type { Mutant, QuestionReader } from '../question-kind.ts';
import { questionReaders } from '../reader-registry.ts';

/** How many broken answers were tried, and how many of them the grader refused. */
export interface MutantCount {
  readonly tried: number;
  readonly killed: number;
}

/** Breaks each answer as learners do; a complaint for each broken one that is graded right. */
export function proveMutants(question: Question, place: Place): readonly Diagnostic[] {
  return survivorsOf(question).map(({ text, slip }) => {
    const message = `An answer with ${slip} is graded right: ${shown(text)}`;
    return complain('E160', place, message, 'Ask for more in the answer, or say in the prompt that both will do.');
  });
}

/** The mutants of a deck's questions. */
export function countMutants(questions: readonly Question[]): MutantCount {
  let tried = 0;
  let survived = 0;
  for (const question of questions) {
    tried += mutantsOf(question)?.of(question).length ?? 0;
    survived += survivorsOf(question).length;
  }
  return { tried, killed: tried - survived };
}

function survivorsOf(question: Question): readonly Mutant[] {
  const mutants = mutantsOf(question);
  return mutants?.of(question).filter(({ text }) => mutants.isRight(question, text)) ?? [];
}

function mutantsOf({ kind }: Question): QuestionReader<Kind>['mutants'] {
  return questionReaders[kind].mutants;
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 400 ? `${line.slice(0, 399)}…` : line;
}
