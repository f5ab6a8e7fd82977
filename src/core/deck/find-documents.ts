import { readQuestionPath } from '../model/address.ts';
import type { SearchDocument } from '../model/deck.ts';
import type { QuestionId } from '../model/id.ts';
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
  const scored = scoreDocuments(index, sought);
  const isOn = index.packs.map((pack) => packs.includes(pack));
  return bestPlaces(index, scored, { wanted: sought.length, isOn, most }).flatMap(
    (place) => index.documents[place] ?? [],
  );
}

/** The questions among all that `findDocuments` would find, in no order. */
export function findQuestions(index: SearchIndex, { words, packs }: Omit<Sought, 'most'>): readonly QuestionId[] {
  const sought = termsOf(words);
  if (sought.length === 0) return [];
  const { matched } = scoreDocuments(index, sought);
  const isOn = index.packs.map((pack) => packs.includes(pack));
  return index.documents.flatMap(({ type, path }, place) => {
    const isFound = matched[place] === sought.length && isOn[index.packOf[place] ?? 0] === true;
    return isFound && type === 'question' ? (readQuestionPath(path) ?? []) : [];
  });
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
  const { places, scores } = index;
  const { matched, scores: sums } = scored;
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    const place = places[posting] ?? 0;
    if ((matched[place] ?? 0) < before) continue;
    matched[place] = before + 1;
    sums[place] = (sums[place] ?? 0) + weight * (scores[posting] ?? 0);
  }
}

interface Bounds {
  /** How many words a document must have. */
  readonly wanted: number;
  /** Of each pack by its number. */
  readonly isOn: readonly boolean[];
  readonly most: number;
}

/** Places of the documents with the highest scores. Most of them are passed over by two comparisons. */
function bestPlaces({ packOf }: SearchIndex, { matched, scores }: Scored, { wanted, isOn, most }: Bounds): number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < matched.length; place += 1) {
    if (matched[place] !== wanted || !isOn[packOf[place] ?? 0]) continue;
    if (best.length >= most && (scores[place] ?? 0) <= least) continue;
    insertByScore(best, place, scores);
    if (best.length > most) best.pop();
    least = scores[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}

/** Behind those that score as much. */
function insertByScore(best: number[], place: number, scores: Float64Array): void {
  const score = scores[place] ?? 0;
  let at = best.length;
  while (at > 0 && score > (scores[best[at - 1] ?? 0] ?? 0)) at -= 1;
  best.splice(at, 0, place);
}
