import type { SearchDocument } from '../model/deck.ts';
import type { Sought } from '../model/search.ts';
import { type SearchIndex, termsOf } from './search-index.ts';
import { type SimilarTerm, similarTerms } from './similar-terms.ts';

/**
 * The documents that have every word, or words that it begins, or that a slip or two turn it into; best first, and of
 * equal ones those that stand first. None for words without a letter or a digit.
 */
export function findDocuments(index: SearchIndex, { words, packs, most }: Sought): readonly SearchDocument[] {
  const sought = termsOf(words);
  if (sought.length === 0) return [];
  const { matched, scores } = scoreDocuments(index, sought);
  const allowed = new Set(packs);
  const best: number[] = [];
  for (const [place, document] of index.documents.entries()) {
    if (matched[place] === sought.length && allowed.has(document.pack)) keepBest(best, place, scores, most);
  }
  return best.flatMap((place) => index.documents[place] ?? []);
}

interface Scored {
  /** How many of the words each document has, counted until the first that it has not. */
  readonly matched: Uint32Array;
  readonly scores: Float64Array;
}

function scoreDocuments(index: SearchIndex, sought: readonly string[]): Scored {
  const { length } = index.documents;
  const scored: Scored = { matched: new Uint32Array(length), scores: new Float64Array(length) };
  for (const [before, word] of sought.entries()) {
    for (const similar of similarTerms(index.terms, word)) addMatches(index, similar, before, scored);
  }
  return scored;
}

/** Adds what a term counts, to those documents that have all words `before` the one that it stands for. */
function addMatches(index: SearchIndex, { term, weight }: SimilarTerm, before: number, scored: Scored): void {
  const { starts, places, scores } = index;
  const end = starts[term + 1] ?? 0;
  for (let posting = starts[term] ?? 0; posting < end; posting += 1) {
    const place = places[posting] ?? 0;
    if ((scored.matched[place] ?? 0) < before) continue;
    scored.matched[place] = before + 1;
    scored.scores[place] = (scored.scores[place] ?? 0) + weight * (scores[posting] ?? 0);
  }
}

/** Puts a place where its score belongs among the best so far, which stay `most`. */
function keepBest(best: number[], place: number, scores: Float64Array, most: number): void {
  const score = scores[place] ?? 0;
  const isWorse = (other: number | undefined) => other !== undefined && score > (scores[other] ?? 0);
  if (best.length >= most && !isWorse(best.at(-1))) return;
  let at = best.length;
  while (isWorse(best[at - 1])) at -= 1;
  best.splice(at, 0, place);
  if (best.length > most) best.pop();
}
