import type { SearchDocument } from '../model/deck.ts';
import type { PackId } from '../model/id.ts';

/**
 * Documents with their words as posting lists in typed arrays. The terms are sorted; the postings of the n-th stand from
 * `starts[n]` to `starts[n + 1]`, one for each field of a document that has it.
 */
export interface SearchIndex {
  readonly documents: readonly SearchDocument[];
  readonly packs: readonly PackId[];
  /** The number in `packs` of each document's pack. */
  readonly packOf: Uint32Array;
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
  /** Which document each posting belongs to. */
  readonly places: Uint32Array;
  /** How much an exact match of this term in this field counts for the document. */
  readonly scores: Float64Array;
}

/** A word in the title counts three times. */
const fields = [
  { name: 'title', boost: 3 },
  { name: 'text', boost: 1 },
  { name: 'code', boost: 1 },
  { name: 'tags', boost: 1 },
] as const;

/** BM25+ with the constants that are usual for short texts (Lv and Zhai, "Lower-Bounding Term Frequency Normalization", 2011). */
const [saturation, lengthWeight, floorOfMatch] = [1.2, 0.7, 0.5];

/** The words of a text as they are compared: between spaces and punctuation, in lower case. */
export function termsOf(text: string): readonly string[] {
  return wordsIn(text)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\n\r\p{Z}\p{P}]+/u);
}

/** How often each term stands in a field, by document: pairs of document and count, one after another. */
type Occurrences = Map<string, number[]>;

interface Field {
  readonly occurrences: Occurrences;
  /** Different words of each document. */
  readonly lengths: Float64Array;
  readonly averageLength: number;
  readonly boost: number;
}

/** Reads all words of the documents once. */
export function indexDocuments(documents: readonly SearchDocument[]): SearchIndex {
  const read = fields.map(({ name, boost }) =>
    readField(
      documents.map((document) => document[name]),
      boost,
    ),
  );
  const terms = [...new Set(read.flatMap(({ occurrences }) => [...occurrences.keys()]))].sort();
  const starts = new Uint32Array(terms.length + 1);
  for (const [n, term] of terms.entries()) {
    const found = read.reduce((sum, { occurrences }) => sum + (occurrences.get(term)?.length ?? 0) / 2, 0);
    starts[n + 1] = (starts[n] ?? 0) + found;
  }
  const places = new Uint32Array(starts.at(-1) ?? 0);
  const scores = new Float64Array(places.length);
  let at = 0;
  for (const term of terms) {
    for (const field of read) at = writePostings(field, field.occurrences.get(term) ?? [], { places, scores, at });
  }
  const packs = [...new Set(documents.map(({ pack }) => pack))];
  const packOf = Uint32Array.from(documents, ({ pack }) => packs.indexOf(pack));
  return { documents, packs, packOf, terms, starts, places, scores };
}

function readField(texts: readonly (string | undefined)[], boost: number): Field {
  const occurrences: Occurrences = new Map();
  const lengths = new Float64Array(texts.length);
  let averageLength = 0;
  for (const [place, text] of texts.entries()) {
    if (text === undefined) continue;
    const words = wordsIn(text);
    lengths[place] = new Set(words).size;
    averageLength = (averageLength * place + (lengths[place] ?? 0)) / (place + 1);
    for (const word of words) if (word !== '') addOccurrence(occurrences, word.toLowerCase(), place);
  }
  return { occurrences, lengths, averageLength, boost };
}

function addOccurrence(occurrences: Occurrences, term: string, place: number): void {
  const pairs = occurrences.get(term);
  if (pairs === undefined) occurrences.set(term, [place, 1]);
  else if (pairs.at(-2) === place) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
  else pairs.push(place, 1);
}

interface Written {
  readonly places: Uint32Array;
  readonly scores: Float64Array;
  readonly at: number;
}

function writePostings({ lengths, averageLength, boost }: Field, pairs: readonly number[], written: Written): number {
  const { places, scores, at } = written;
  const matching = pairs.length / 2;
  const rarity = Math.log(1 + (lengths.length - matching + 0.5) / (matching + 0.5));
  for (let n = 0; n < matching; n += 1) {
    const [place = 0, count = 0] = [pairs[2 * n], pairs[2 * n + 1]];
    const share = 1 - lengthWeight + (lengthWeight * (lengths[place] ?? 0)) / averageLength;
    places[at + n] = place;
    scores[at + n] = boost * rarity * (floorOfMatch + (count * (saturation + 1)) / (count + saturation * share));
  }
  return at + matching;
}
