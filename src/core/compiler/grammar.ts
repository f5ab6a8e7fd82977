/** Keys of each place of a pack, in the one order in which `fmt` writes them. */
export const packKeys: readonly string[] = [
  ...['format', 'id', 'title', 'summary', 'version', 'language', 'licence', 'authors', 'first', 'exam', 'beliefs'],
];
/** Of the heading of a note's section. */
export const sectionKeys: readonly string[] = ['asked'];
export const noteKeys: readonly string[] = ['title', 'order', 'domain', 'sources'];
/** Of the front matter of a file of questions. */
export const questionKeys: readonly string[] = [
  ...['note', 'domain', 'tags', 'difficulty', 'exam', 'source', 'verified', 'status'],
];
/** Attributes of a question's heading: what it is, what it is about, where it is from, its past. */
export const headingKeys: readonly string[] = [
  ...['kind', 'check', 'typed', 'case', 'shuffle', 'note', 'domain', 'tags', 'difficulty', 'exam'],
  ...['source', 'verified', 'status', 'was', 'corrected'],
];
export const optionKeys: readonly string[] = ['belief', 'pin'];

/** The `{#id key=value}` that ends a text. */
export interface AttributeSpan {
  /** Index of its `{`. */
  readonly open: number;
  /** What stands between the braces. */
  readonly inside: string;
}

/** Finds the attributes that end a text; null for none. Braces that hold neither `#` nor `=` are text. */
export function attributeSpan(raw: string): AttributeSpan | null {
  const text = raw.trimEnd();
  const open = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  if (open < 0 || (open > 0 && text.charCodeAt(open - 1) > 32)) return null;
  const inside = text.slice(open + 1, -1);
  return /^\s*(?:#|[a-z]+=)/.test(inside) ? { open, inside } : null;
}

/** One word between the braces, and where it starts there. */
export type AttributePart =
  | { readonly form: 'id'; readonly at: number; readonly id: string }
  | { readonly form: 'value'; readonly at: number; readonly key: string; readonly value: string }
  | { readonly form: 'odd'; readonly at: number; readonly text: string };

/** `key="two words"` is one part; what is neither an id nor `key=value` is odd. */
export function attributeParts(inside: string): readonly AttributePart[] {
  const pattern = /\s*(?:#(\S*)|([^\s="#]+)=(?:"([^"]*)"|([^\s"]*))(?=\s|$)|(\S+))/y;
  const parts: AttributePart[] = [];
  for (let match = pattern.exec(inside); match !== null; match = pattern.exec(inside)) {
    const at = pattern.lastIndex - match[0].trimStart().length;
    const [, id, key, quoted, bare, text] = match;
    if (id !== undefined) parts.push({ form: 'id', at, id });
    else if (key !== undefined) parts.push({ form: 'value', at, key, value: quoted ?? bare ?? '' });
    else parts.push({ form: 'odd', at, text: text ?? '' });
  }
  return parts;
}

/**
 * A text with the attributes that end it in their one order and spelling; what is not understood in full stays as it
 * was written.
 */
export function spellAttributes(text: string, order: readonly string[]): string {
  const trimmed = text.trim();
  const span = attributeSpan(trimmed);
  const spelt = span === null ? null : spellParts(attributeParts(span.inside), order);
  return span === null || spelt === null ? trimmed : `${trimmed.slice(0, span.open).trimEnd()} {${spelt}}`.trimStart();
}

function spellParts(parts: readonly AttributePart[], order: readonly string[]): string | null {
  const ids: string[] = [];
  const values = new Map<string, string>();
  for (const part of parts) {
    if (part.form === 'id' && part.id !== '') ids.push(`#${part.id}`);
    else if (part.form !== 'value' || part.value === '' || values.has(part.key) || !order.includes(part.key))
      return null;
    else values.set(part.key, `${part.key}=${spellValue(part.value)}`);
  }
  return ids.length > 1 ? null : [...ids, ...order.flatMap((key) => values.get(key) ?? [])].join(' ');
}

/** Quotes stand only where the value would not be one word without them. */
function spellValue(value: string): string {
  return /^[^\s"]+$/.test(value) ? value : `"${value}"`;
}
