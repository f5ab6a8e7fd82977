import type { Kind } from '../model/question.ts';
import { usualGuess } from '../scheduler/exam-plan/card-worth.ts';
import type { ToldAnswer } from './told-answers.ts';

/** As many first tries of one's own weigh as much as the belief that nothing is known beforehand. */
const doubt = 20;

/**
 * The share of cards that the learner knows before ever seeing them, 0 to 1: how often first tries were right, but for
 * guesses (scheduling §4). Those in a note, with the answer beside them, say nothing of it.
 */
export function priorKnowledge(answers: readonly ToldAnswer[], kindOf: (answer: ToldAnswer) => Kind | null): number {
  const tries = answers.flatMap((answer) => {
    const kind = kindOf(answer);
    if (!answer.isFirst || answer.entry.how === 'reading' || kind === null) return [];
    const guess = usualGuess[kind];
    return [(Number(answer.entry.r > 1) - guess) / (1 - guess)];
  });
  return Math.max(0, tries.reduce((sum, known) => sum + known, 0) / (tries.length + doubt));
}
