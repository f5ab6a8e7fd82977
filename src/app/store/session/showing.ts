import type { CardId } from '../../../core/model/id.ts';
import type { Question, Response } from '../../../core/model/question.ts';
import { varyQuestion } from '../../../core/questions/registry.ts';
import type { KindParts } from '../../questions/registry.ts';
import { givenText } from './given-text.ts';
import type { Showing, ShowingMemo } from './session-snapshot.ts';

/** A card as it is first shown. */
export function firstLook(card: CardId, source: Question, parts: KindParts, seed: number): Showing {
  return {
    card,
    rev: source.rev,
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
    at: null,
    entry: null,
    isOverruled: false,
    message: '',
  };
}

/** What outlives the page. */
export function memoOf({ source, question, parts, message, ...memo }: Showing): ShowingMemo {
  return memo;
}

/** The showing of a memo over its question, which may have been edited since. */
export function revive(memo: ShowingMemo, source: Question, parts: KindParts): Showing {
  const showing: Showing = { ...memo, source, parts, question: varyQuestion(source, memo.seed), message: '' };
  return memo.rev === source.rev ? showing : replaced(showing, source);
}

/** The showing after its question was edited, of the same kind as before: what still fits of the answer stays. */
export function replaced(showing: Showing, source: Question): Showing {
  const { card, parts, seed, verdict } = showing;
  const question = varyQuestion(source, seed);
  const response = showing.response !== null && fits(question, showing.response) ? showing.response : null;
  const edited = { ...showing, rev: source.rev, source, question, response };
  if (verdict === null) return { ...edited, missed: null };
  if (response === null) return firstLook(card, source, parts, seed);
  return { ...edited, verdict: parts.grade(question, response) };
}

/** Whether every option that was chosen is still there. What was put in order or matched begins anew. */
function fits(question: Question, response: Response): boolean {
  if (question.kind === 'order' || question.kind === 'match') return false;
  if (question.kind !== 'choice' && question.kind !== 'multi') return true;
  const ids: readonly string[] = question.options.map(({ id }) => id);
  return (givenText(response) ?? '').split(' ').every((id) => id === '' || ids.includes(id));
}
