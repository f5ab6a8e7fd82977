import type { CardId } from '../model/id.ts';
import type { Kind } from '../model/question.ts';
import { kindFigures } from '../scheduler/plan/kind-figures.ts';
import type { ToldAnswer } from './told-answers.ts';

/** As many first tries of one's own weigh as much as the belief that nothing is known beforehand. */
const doubt = 20;

/**
 * The share of cards that the learner knows before ever seeing them, 0 to 1: how often first tries were right, but for
 * guesses (scheduling §4). Those in a note, with the answer beside them, say nothing of it; nor does what comes after a
 * card was started anew, or again in practice.
 */
export function priorKnowledge(answers: readonly ToldAnswer[], kindOf: (answer: ToldAnswer) => Kind | null): number {
  const seen = new Set<CardId>();
  const tries: number[] = [];
  for (const answer of answers) {
    const { card, entry } = answer;
    const kind = kindOf(answer);
    if (seen.has(card) || kind === null) continue;
    seen.add(card);
    const { guess } = kindFigures[kind];
    if (entry.how !== 'reading') tries.push((Number(isRight(answer)) - guess) / (1 - guess));
  }
  return Math.max(0, tries.reduce((sum, known) => sum + known, 0) / (tries.length + doubt));
}

/** As the grader had it, whatever came of it: a lucky guess is taken off with the others. */
function isRight({ entry: { score, r } }: ToldAnswer): boolean {
  return score === undefined ? r > 1 : score === 1;
}
