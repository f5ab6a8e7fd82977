import type { CardId } from '../../core/model/id.ts';
import type { Question, Response } from '../../core/model/question.ts';
import { varyQuestion } from '../../core/questions/registry.ts';
import type { KindParts } from '../questions/registry.ts';
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

/** Whether everything that was chosen is still there. */
function fits(question: Question, response: Response): boolean {
  const ids = new Set<string>(idsOf(question));
  return chosenOf(response).every((id) => ids.has(id)) && (question.kind !== 'order' || sameSize(question, response));
}

function sameSize(question: Extract<Question, { kind: 'order' }>, response: Response): boolean {
  return response.kind === 'order' && response.steps.length === question.steps.length;
}

function idsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
    case 'multi':
      return question.options.map(({ id }) => id);
    case 'order':
      return question.steps.map(({ id }) => id);
    case 'match':
      return [...question.lefts, ...question.rights].map(({ id }) => id);
    default:
      return [];
  }
}

function chosenOf(response: Response): readonly string[] {
  switch (response.kind) {
    case 'choice':
      return [response.option];
    case 'multi':
      return response.options;
    case 'order':
      return response.steps;
    case 'match':
      return Object.entries(response.pairs).flat();
    default:
      return [];
  }
}
