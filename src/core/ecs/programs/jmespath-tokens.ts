export interface QueryToken {
  /** `name`, `quoted`, `literal`, `number`, or the sign itself. */
  readonly type: string;
  readonly text: string;
}

const types = ['name', 'quoted', 'literal', 'number'];
const token =
  /[ \t\r\n]*(?:([A-Za-z_]\w*)|("(?:[^"\\]|\\.)*")|('(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|(-?\d+)|(\[\?|\[\]|&&|\|\||[<>!=]=|[[\]{}(),:.*@&|!<>]))/y;

/** The tokens of a JMESPath expression; null where one has a character that belongs to none. */
export function queryTokens(text: string): readonly QueryToken[] | null {
  const tokens: QueryToken[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const [, ...groups] = token.exec(text) ?? [];
    const kind = groups.findIndex((group) => group !== undefined);
    const found = groups[kind];
    if (found === undefined) return null;
    tokens.push({ type: types[kind] ?? found, text: found });
  }
  return tokens;
}
