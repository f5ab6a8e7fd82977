/** A term by its number, and how much a match of it counts beside one of the word itself. */
export interface SimilarTerm {
  readonly term: number;
  readonly weight: number;
}

const [prefixWeight, slipWeight] = [0.375, 0.45];
/** Only in words that are longer slips are forgiven: one in five characters, and never more than six. */
const [shortest, slipsPerCharacter, mostSlips] = [4, 0.2, 6];

/** The word itself among sorted terms, those that it begins, and those that a few slips turn it into; each once. */
export function similarTerms(terms: readonly string[], word: string): readonly SimilarTerm[] {
  const from = placeOf(terms, word);
  const similar: SimilarTerm[] = [];
  let to = from;
  for (; terms[to]?.startsWith(word); to += 1) {
    const length = terms[to]?.length ?? 0;
    const more = length - word.length;
    similar.push({ term: to, weight: more === 0 ? 1 : (prefixWeight * length) / (length + 0.3 * more) });
  }
  const slips = word.length > shortest ? Math.min(mostSlips, Math.round(word.length * slipsPerCharacter)) : 0;
  if (slips === 0) return similar;
  for (const { term, distance } of nearTerms(terms, word, slips)) {
    const length = terms[term]?.length ?? 0;
    if (term < from || term >= to) similar.push({ term, weight: (slipWeight * length) / (length + distance) });
  }
  return similar;
}

/** The first term that does not come before the word. */
function placeOf(terms: readonly string[], word: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface NearTerm {
  readonly term: number;
  readonly distance: number;
}

/**
 * Terms at most so many slips (a character more, less or another) from the word. Row `i` of the matrix belongs to the
 * first `i` characters of a term; since the terms are sorted, the rows of what two neighbours share are computed once,
 * and a beginning that is too far already is passed over with all that begin so.
 */
function nearTerms(terms: readonly string[], word: string, most: number): readonly NearTerm[] {
  const width = word.length + 1;
  const matrix = new Uint8Array((word.length + most + 1) * width).map((_, cell) => Math.min(255, cell));
  const near: NearTerm[] = [];
  let before = '';
  /** How many characters of `before` have their rows. */
  let known = 0;
  /** Whoever shares this many characters with `before` is too far. */
  let hopeless = Number.POSITIVE_INFINITY;
  for (const [term, text] of terms.entries()) {
    const shared = sharedStart(before, text);
    before = text;
    if (shared >= hopeless) continue;
    known = fillRows(matrix, { word, text, most, from: Math.min(known, shared) });
    hopeless = known < text.length ? known + 1 : Number.POSITIVE_INFINITY;
    const distance = matrix[known * width + word.length] ?? 0;
    if (known === text.length && distance <= most) near.push({ term, distance });
  }
  return near;
}

interface Compared {
  readonly word: string;
  readonly text: string;
  readonly most: number;
  /** How many rows are filled already. */
  readonly from: number;
}

/** Fills the rows of a term until one is too far; how many characters come before that. */
function fillRows(matrix: Uint8Array, { word, text, most, from }: Compared): number {
  const end = Math.min(text.length, word.length + most);
  let row = from;
  while (row < end && fillRow(matrix, word, text, row + 1) <= most) row += 1;
  return row;
}

/** Fills the row of the first `row` characters of a term; the least of it, which no longer term comes below. */
function fillRow(matrix: Uint8Array, word: string, text: string, row: number): number {
  const width = word.length + 1;
  const [at, above] = [row * width, (row - 1) * width];
  const character = text.charCodeAt(row - 1);
  let least = row;
  matrix[at] = row;
  for (let column = 1; column < width; column += 1) {
    const other = (matrix[above + column - 1] ?? 0) + (word.charCodeAt(column - 1) === character ? 0 : 1);
    const fewer = Math.min(matrix[above + column] ?? 0, matrix[at + column - 1] ?? 0) + 1;
    const distance = Math.min(other, fewer);
    matrix[at + column] = distance;
    if (distance < least) least = distance;
  }
  return least;
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared += 1;
  return shared;
}
