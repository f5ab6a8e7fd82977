import { plainText, type RichText } from '../../model/rich-text.ts';

/** The plain texts that each card of a cloze hides, by the number of the card, in order. */
export function hiddenTexts(rich: RichText): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  collect(rich, found);
  return found;
}

function collect(rich: RichText, found: Map<number, string[]>): void {
  for (const node of rich) {
    if (typeof node === 'string') continue;
    const [tag, properties] = node;
    const inner = node.slice(2) as unknown as RichText;
    const n = tag === 'cloze' && properties !== 0 ? properties.n : undefined;
    if (n === undefined) collect(inner, found);
    else found.set(n, [...(found.get(n) ?? []), plainText(inner)]);
  }
}
