export const packKeys: readonly string[] = [
  ...['format', 'id', 'title', 'summary', 'version', 'language', 'licence', 'authors', 'exam', 'beliefs'],
];
export const noteKeys: readonly string[] = ['title', 'order', 'domain', 'sources'];
export const questionKeys: readonly string[] = [
  ...['note', 'domain', 'tags', 'difficulty', 'source', 'verified', 'status'],
];

interface Entry {
  readonly key: string;
  readonly lines: string[];
}

/**
 * Puts the top-level keys of a YAML mapping into an order, each with the comments above it and all that is indented
 * below it. YAML that is anything else, or has a key that is not in the order, stays as it was written.
 */
export function formatFrontMatter(yaml: string, order: readonly string[]): string {
  const entries: Entry[] = [];
  let above: string[] = [];
  for (const line of yaml.replace(/\n+$/, '').split('\n')) {
    const key = /^([a-z]+):(?:\s|$)/.exec(line)?.[1];
    const last = entries.at(-1);
    if (key !== undefined) {
      entries.push({ key, lines: [...above, line] });
      above = [];
    } else if (line.startsWith('#')) above.push(line);
    else if (/^[ \t]/.test(line) && last !== undefined && above.length === 0) last.lines.push(line);
    else if (line.trim() !== '' || last?.lines.some(isBlockScalar)) return yaml;
  }
  const keys = entries.map(({ key }) => key);
  const isKnown = keys.every((key, place) => order.includes(key) && keys.indexOf(key) === place);
  if (!isKnown) return yaml;
  const sorted = entries.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return [...sorted.flatMap(({ lines }) => lines), ...above].map((line) => `${line}\n`).join('');
}

/** Blank lines inside a block of text are part of it. */
function isBlockScalar(line: string): boolean {
  return /[|>][+\-\d]*\s*(?:#.*)?$/.test(line);
}
