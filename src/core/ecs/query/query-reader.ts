import type { QueryFinding } from './query.ts';
import type { QueryWord } from './query-words.ts';

/** An expression that is read from left to right. */
export interface QueryReader {
  readonly words: readonly QueryWord[];
  at: number;
  /** Of the source, where its end is. */
  readonly length: number;
  readonly findings: QueryFinding[];
}

/** The word that was reached; an empty one at the end. */
export function here({ words, at, length }: QueryReader): QueryWord {
  return words[at] ?? { text: '', offset: length, kind: 'mark', isDouble: false };
}

export function hasEnded({ words, at }: QueryReader): boolean {
  return at >= words.length;
}

export function isSign(reader: QueryReader, sign: string): boolean {
  const { text, kind } = here(reader);
  return kind === 'mark' && text === sign;
}

/** Whether `and` or `or` was reached, in any spelling. */
export function isJoiner(reader: QueryReader): boolean {
  const { text, kind } = here(reader);
  return kind !== 'quoted' && /^(?:and|or|&&|\|\|)$/i.test(text);
}

/** A finding about the word that was reached, unless it says another place. */
export function complain(
  reader: QueryReader,
  finding: Pick<QueryFinding, 'code' | 'message' | 'fix'> & Partial<QueryFinding>,
): void {
  reader.findings.push({ standing: 'wrong', offset: here(reader).offset, ...finding });
}

/** Passes what cannot be read, with the groups in it, so that what follows an `and` or `or` is looked at, too. */
export function skipToJoiner(reader: QueryReader): void {
  for (let depth = 0; !hasEnded(reader); reader.at += 1) {
    if (depth === 0 && (isJoiner(reader) || isSign(reader, ')'))) return;
    if (isSign(reader, '(')) depth += 1;
    if (isSign(reader, ')')) depth -= 1;
  }
}
