import type { QueryReading } from './jmespath.ts';

const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** What a filter of jq takes out, as far as its words tell; null where its brackets or quotes do not fit. */
export function readJqFilter(filter: string): QueryReading | null {
  const plain = filter.replace(/\."((?:[^"\\]|\\.)*)"/g, '.$1').replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (plain.replaceAll('""', '').includes('"') || !isBalanced(plain)) return null;
  const members = [...plain.matchAll(/\.([A-Za-z_]\w*)/g)].map(([, name]) => name ?? '');
  // `{a, b}` takes the members a and b.
  const short = [...plain.matchAll(/(?<=[{,]\s*)([A-Za-z_]\w*)(?=\s*[,}])/g)].map(([, name]) => name ?? '');
  return {
    fields: new Set([...members, ...short]),
    picks: /\[\s*-?\d+\s*\]/.test(plain),
    narrows: /(?<![.\w])[a-z_]\w*\s*(?:\(|\||$)|[=<>]|\[[^\]]*:|\band\b|\bor\b|\/\//.test(plain),
  };
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const end = closing.get(character);
    if (end !== undefined) open.push(end);
    else if (/[)\]}]/.test(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}
