import type { CardId } from '../../core/model/id.ts';
import type { Question, Response } from '../../core/model/question.ts';
import { varyQuestion } from '../../core/questions/registry.ts';
import type { KindParts } from '../questions/registry.ts';
import { givenText } from './given-text.ts';
import type { Showing } from './session-snapshot.ts';

/** A card as it is first shown. */
export function firstLook(card: CardId, source: Question, parts: KindParts, seed: number): Showing {
  return {
    card,
    source,
    seed,
    question: varyQuestion(source, seed),
    parts,
    phase: 'asking',
    response: null,
    verdict: null,
    isGuess: false,
    missed: null,
    tookMs: 0,
    message: '',
  };
}

/** The showing after its question was edited, of the same kind as before: what still fits of the answer stays. */
export function replaced(showing: Showing, source: Question): Showing {
  const { card, parts, seed, verdict } = showing;
  const question = varyQuestion(source, seed);
  const response = showing.response !== null && fits(question, showing.response) ? showing.response : null;
  if (verdict === null) return { ...showing, source, question, response, missed: null };
  if (response === null) return firstLook(card, source, parts, seed);
  return { ...showing, source, question, response, verdict: parts.grade(question, response) };
}

/** Whether every option that was chosen is still there. What was put in order or matched begins anew. */
function fits(question: Question, response: Response): boolean {
  if (question.kind === 'order' || question.kind === 'match') return false;
  if (question.kind !== 'choice' && question.kind !== 'multi') return true;
  const ids: readonly string[] = question.options.map(({ id }) => id);
  return (givenText(response) ?? '').split(' ').every((id) => id === '' || ids.includes(id));
}
