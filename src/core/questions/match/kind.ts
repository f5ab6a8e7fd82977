import type { OptionId } from '../../model/id.ts';
import type { MatchQuestion } from '../../model/question.ts';
import type { Verdict, VerdictPart } from '../../model/verdict.ts';
import { seededRandom } from '../../text/seeded-random.ts';
import { shuffled } from '../../text/shuffled.ts';
import type { QuestionKind } from '../question-kind.ts';

/** A right for each left; decoys are rights that belong to none. */
export const match: QuestionKind<'match'> = {
  kind: 'match',
  grading: 'graded',
  vary: (question, seed) => {
    const draw = seededRandom(seed);
    return { ...question, lefts: shuffled(question.lefts, draw), rights: shuffled(question.rights, draw) };
  },
  grade: (question, response) => gradeMatch(question, response.pairs),
  guessRate: (question) => (1 / question.rights.length) ** question.lefts.length,
  rightResponse: ({ pairs }) => ({ kind: 'match', pairs }),
  given: ({ pairs }) =>
    Object.entries(pairs)
      .map(([left, right]) => `${left}:${right}`)
      .join(' '),
  // What was matched before begins anew.
  fits: () => false,
  lacks: ({ lefts }, response) =>
    lefts.every(({ id }) => response?.pairs[id] !== undefined) ? '' : 'Choose a match for every line first.',
  written: null,
};

/** The share of lefts that have their right. */
function gradeMatch({ lefts, pairs }: MatchQuestion, given: Readonly<Record<string, OptionId>>): Verdict {
  const parts = lefts.map(({ id }): VerdictPart => {
    const wanted = pairs[id] ?? '';
    const chosen = given[id];
    if (chosen === undefined) return { part: id, state: 'missed', wanted };
    return { part: id, state: chosen === wanted ? 'right' : 'wrong', given: chosen, wanted };
  });
  const right = parts.filter(({ state }) => state === 'right').length;
  return { score: right / lefts.length, parts, advice: [] };
}
