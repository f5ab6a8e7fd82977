import type { Element, ElementContent, Root } from 'hast';

/** Marks block quotes that begin with `[!EXAM]`, `[!TODAY]` or `[!TRAP]`, and takes that line out. */
export function markCallouts(): (tree: Root) => void {
  return (tree) => visit(tree.children as ElementContent[]);
}

function visit(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'blockquote') markCallout(node);
    visit(node.children);
  }
}

function markCallout(quote: Element): void {
  const paragraph = quote.children.find((child) => child.type === 'element');
  const first = paragraph?.children[0];
  if (paragraph?.tagName !== 'p' || first?.type !== 'text') return;
  const marker = /^\[!(EXAM|TODAY|TRAP)\]\s*/.exec(first.value);
  if (marker === null) return;
  quote.properties.callout = marker[1]?.toLowerCase() ?? null;
  first.value = first.value.slice(marker[0].length);
  if (first.value === '' && paragraph.children.length === 1) {
    quote.children = quote.children.filter((child) => child !== paragraph);
  }
}
