import type { CardId } from '../../core/model/id.ts';
import type { Question, Response } from '../../core/model/question.ts';
import { gradeResponse, varyQuestion } from '../../core/questions/registry.ts';
import { givenText, type Showing } from './session-snapshot.ts';

/** A card as it is first shown. */
export function firstLook(card: CardId, source: Question, seed: number): Showing {
  return {
    card,
    source,
    seed,
    question: varyQuestion(source, seed),
    phase: 'asking',
    response: null,
    verdict: null,
    isGuess: false,
    misses: 0,
    tookMs: 0,
    message: '',
  };
}

/** The showing after its question was edited: what still fits of the answer stays. */
export function replaced(showing: Showing, source: Question): Showing {
  const question = varyQuestion(source, showing.seed);
  if (question.kind !== showing.question.kind) return firstLook(showing.card, source, showing.seed);
  const response = showing.response !== null && fits(question, showing.response) ? showing.response : null;
  if (showing.verdict === null) return { ...showing, source, question, response };
  if (response === null) return firstLook(showing.card, source, showing.seed);
  return { ...showing, source, question, response, verdict: gradeResponse(question, response) };
}

/** Whether every chosen option is still there. */
function fits(question: Question, response: Response): boolean {
  if (question.kind !== 'choice' && question.kind !== 'multi') return true;
  const ids: readonly string[] = question.options.map(({ id }) => id);
  return (givenText(response) ?? '').split(' ').every((id) => id === '' || ids.includes(id));
}
