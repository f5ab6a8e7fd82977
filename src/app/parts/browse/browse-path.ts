import type { QuestionOrder } from '../../../core/study/browse/browse-questions.ts';
import { facets, type QuestionFilter } from '../../../core/study/browse/facets.ts';

/** What an address wishes of the questions. */
export interface BrowseWish {
  readonly filter: QuestionFilter;
  readonly order: QuestionOrder;
  /** What a search has to find; empty for no search. */
  readonly words: string;
}

export const allQuestions: BrowseWish = { filter: {}, order: 'notes', words: '' };

/** Reads the parameters of an address, whoever wrote them: what it does not know wishes nothing. */
export function readBrowseWish(parameters: URLSearchParams): BrowseWish {
  const wished = facets.flatMap((facet) => {
    const values = [...new Set(parameters.getAll(facet))].filter((value) => value !== '');
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  return {
    filter: Object.fromEntries(wished),
    order: parameters.get('order') === 'weakest' ? 'weakest' : 'notes',
    words: (parameters.get('q') ?? '').trim(),
  };
}

/** The address of the questions that are wished for. */
export function browsePath(wish: BrowseWish): string {
  const parameters = parametersOf(wish);
  return parameters.size === 0 ? '/questions' : `/questions?${parameters}`;
}

/** How a practice of those questions is put together. */
export interface BrowsePractice {
  /** How many cards at most; null for all. */
  readonly most: number | null;
  /** Draws cards and order; null for the order that is wished. */
  readonly seed: number | null;
}

/** The address of a practice of the questions that are wished for. */
export function browsePracticePath(wish: BrowseWish, { most, seed }: BrowsePractice): string {
  const parameters = parametersOf(wish);
  parameters.set('most', most === null ? 'all' : String(most));
  if (seed !== null) parameters.set('seed', String(seed));
  return `/practice?${parameters}`;
}

/** Reads what `browsePracticePath` writes; null for the address of another practice. */
export function readBrowsePractice(parameters: URLSearchParams): BrowsePractice | null {
  const most = parameters.get('most');
  if (most === null) return null;
  return { most: wholeNumber(most), seed: wholeNumber(parameters.get('seed')) };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^[0-9]{1,10}$/.test(text) ? Number(text) : null;
}

function parametersOf({ filter, order, words }: BrowseWish): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const facet of facets) for (const value of filter[facet] ?? []) parameters.append(facet, value);
  if (words !== '') parameters.set('q', words);
  if (order !== 'notes') parameters.set('order', order);
  return parameters;
}
