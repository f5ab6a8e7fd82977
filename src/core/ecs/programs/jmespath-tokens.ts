export interface QueryToken {
  /** `name`, `quoted`, `literal`, `number`, or the sign itself. */
  readonly type: string;
  readonly text: string;
}

const shapes: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['name', /[A-Za-z_]\w*/y],
  ['quoted', /"(?:[^"\\]|\\.)*"/y],
  ['literal', /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/y],
  ['number', /-?\d+/y],
  ['sign', /\[\?|\[\]|&&|\|\||[<>!=]=|[[\]{}(),:.*@&|!<>]/y],
];

/** The tokens of a JMESPath expression; null where one has a character that belongs to none. */
export function queryTokens(text: string): readonly QueryToken[] | null {
  const tokens: QueryToken[] = [];
  for (let at = 0; at < text.length; ) {
    const space = /^[ \t\r\n]/.test(text.charAt(at));
    const token = space ? null : tokenAt(text, at);
    if (token !== null) tokens.push(token);
    else if (!space) return null;
    at += token?.text.length ?? 1;
  }
  return tokens;
}

function tokenAt(text: string, at: number): QueryToken | null {
  for (const [type, pattern] of shapes) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { type: type === 'sign' ? found : type, text: found };
  }
  return null;
}
