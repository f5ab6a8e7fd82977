/** A word of an expression, and where it begins in UTF-16 units. */
export interface QueryWord {
  readonly text: string;
  readonly offset: number;
  /** `quoted` has lost its quotes; `broken` is a quote that nobody closes; `mark` is anything but a word. */
  readonly kind: 'bare' | 'quoted' | 'broken' | 'mark';
  /** Whether it stood in `"…"`. */
  readonly isDouble: boolean;
}

/**
 * Brackets and commas stand alone, signs in a row are one mark (so that `===` is none of ours), and `|` is part of a
 * bare word, since patterns have it.
 */
const pattern =
  /'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<broken>['"].*)|(?<mark>[()[\],]|&&?|\|\||!(?:in|exists)\b|[=<>][=<>~]*|![=~]+|!)|(?<bare>(?:[^\s()[\],'"=!<>&|]|\|(?!\|))+)/gsu;

/** The words of an expression from left to right; spaces between them mean nothing. */
export function queryWords(source: string): readonly QueryWord[] {
  return Array.from(source.matchAll(pattern), ({ groups = {}, index }) => {
    const { single, double, broken, bare, mark } = groups;
    const quoted = single ?? double;
    const kind =
      quoted !== undefined ? 'quoted' : broken !== undefined ? 'broken' : bare !== undefined ? 'bare' : 'mark';
    const text = quoted ?? broken ?? bare ?? mark ?? '';
    return { text, offset: index, kind, isDouble: double !== undefined };
  });
}

/** Whether a value needs no quotes: it would be read as one bare word, and means nothing else. */
export function isBareValue(value: string): boolean {
  const [first, ...more] = queryWords(value);
  return (
    first?.kind === 'bare' && first.text === value && more.length === 0 && !/^(?:and|or|not|in|exists)$/i.test(value)
  );
}
