/** The order in which attributes of a heading stand: what it is, what it is about, where it is from, its past. */
export const headingKeys: readonly string[] = [
  ...['kind', 'check', 'typed', 'shuffle', 'note', 'domain', 'tags', 'difficulty'],
  ...['source', 'verified', 'status', 'was', 'corrected'],
];
export const optionKeys: readonly string[] = ['belief', 'pin'];

const partPattern = /\s*(?:#(\S+)|([^\s="#]+)=(?:"([^"]*)"|([^\s"]+))(?=\s|$)|(\S+))/y;

/** Sorts the `{#id key=value}` that ends a text; what is not understood in full stays as it was written. */
export function formatAttributes(text: string, order: readonly string[]): string {
  const trimmed = text.trim();
  const open = trimmed.endsWith('}') ? trimmed.lastIndexOf('{') : -1;
  const inside = open < 0 ? '' : trimmed.slice(open + 1, -1);
  const isText = open < 0 || (open > 0 && trimmed.charCodeAt(open - 1) > 32) || !/^\s*(?:#|[a-z]+=)/.test(inside);
  const sorted = isText ? null : sortParts(inside, order);
  return sorted === null ? trimmed : `${trimmed.slice(0, open).trimEnd()} {${sorted}}`.trimStart();
}

function sortParts(inside: string, order: readonly string[]): string | null {
  const ids: string[] = [];
  const values = new Map<string, string>();
  partPattern.lastIndex = 0;
  for (let match = partPattern.exec(inside); match !== null; match = partPattern.exec(inside)) {
    const [, id, key = '', quoted, bare, other] = match;
    if (other !== undefined || values.has(key)) return null;
    if (id !== undefined) ids.push(`#${id}`);
    else if (!order.includes(key)) return null;
    else values.set(key, `${key}=${writeValue(quoted, bare)}`);
  }
  return ids.length > 1 ? null : [...ids, ...order.flatMap((key) => values.get(key) ?? [])].join(' ');
}

/** Quotes stand only where the value would not be one word without them. */
function writeValue(quoted: string | undefined, bare = ''): string {
  return quoted === undefined ? bare : /^[^\s"]+$/.test(quoted) ? quoted : `"${quoted}"`;
}
