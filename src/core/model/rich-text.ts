/**
 * Formatted text as the deck carries it: hast in a compact form, made only of the tags and
 * properties below, so that rendering needs neither a Markdown parser nor a sanitiser.
 *
 * A node is a text, or `[tag, properties or 0, ...children]`. A `pre` holds one `code`, which holds
 * texts and highlighted `span`s.
 */
export type RichNode = string | RichElement;
export type RichElement = readonly [RichTag, RichProperties | 0, ...RichNode[]];
export type RichText = readonly RichNode[];

export type RichTag = (typeof richTags)[number];

/** Everything a pack's Markdown can become. `cloze` is a deletion; `callout` one of the three alerts. */
export const richTags = [
  'p',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'span',
  'a',
  'img',
  'br',
  'hr',
  'ul',
  'ol',
  'li',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'h3',
  'h4',
  'h5',
  'h6',
  'sup',
  'section',
  'input',
  'cloze',
  'callout',
] as const;

/** Only these properties exist; anything else in a pack is dropped with a diagnostic or unseen. */
export interface RichProperties {
  /** `a`: https, http, mailto, or a path inside the pack (`note.md#heading`, resolved to an app path). */
  readonly href?: string;
  /** `img`: a file of the pack below `media/`, resolved to its address by the shipper. */
  readonly src?: string;
  readonly alt?: string;
  readonly title?: string;
  /** `img`: its size in CSS pixels, put in by the shipper for a file that names one. */
  readonly width?: number;
  readonly height?: number;
  /** `pre`: language of the code, from the compiler's list. */
  readonly lang?: string;
  /** `span` in code: a highlight class from the compiler's list, such as `hl-string`. */
  readonly hl?: string;
  /** `ol`: first number. */
  readonly start?: number;
  /** `th`, `td`. */
  readonly align?: 'left' | 'center' | 'right';
  /** `input` of a task list: whether it is ticked (always disabled). */
  readonly checked?: boolean;
  /** `cloze`: number of the card that asks for this deletion, from 1. */
  readonly n?: number;
  readonly hint?: string;
  /** `callout`. */
  readonly callout?: 'exam' | 'today' | 'trap';
  /** Footnotes: own fragment, prefixed `fn-`. */
  readonly id?: string;
}

/** The words of a rich text, without any markup: for names and length rules. Holds what a cloze hides. */
export function plainText(rich: RichText): string {
  return wordsOf(rich, (_hidden, inner) => inner);
}

/** The words of a prompt as it is asked, for lists: each deletion is a blank, with its hint in brackets. */
export function askedText(prompt: RichText): string {
  return wordsOf(prompt, ({ hint }) => (hint === undefined ? '____' : `____ (${hint})`));
}

/** What stands in each piece of code of a text, in a line or in a block. */
export function codeIn(rich: RichText): readonly string[] {
  return rich.flatMap((node) => {
    if (typeof node === 'string') return [];
    const [tag, , ...children] = node;
    return tag === 'code' ? [plainText(children)] : codeIn(children);
  });
}

/** A rich text as two: its running text, and its blocks of code, which can be searched but not read in a line. */
export function apartFromCode(rich: RichText): { readonly prose: RichText; readonly code: RichText } {
  const parts = rich.map((node) => (typeof node === 'string' ? { prose: [node], code: [] } : elementApart(node)));
  return { prose: parts.flatMap(({ prose }) => prose), code: parts.flatMap(({ code }) => code) };
}

function elementApart(element: RichElement): { readonly prose: RichText; readonly code: RichText } {
  const [tag, properties, ...children] = element;
  if (tag === 'pre') return { prose: [], code: [element] };
  const { prose, code } = apartFromCode(children);
  return { prose: [[tag, properties, ...prose]], code };
}

type ReadCloze = (properties: RichProperties, inner: string) => string;

function wordsOf(rich: RichText, readCloze: ReadCloze): string {
  return collectText(rich, readCloze)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

const blockTags: ReadonlySet<string> = new Set(['p', 'li', 'tr', 'td', 'th', 'pre', 'br', 'h3', 'h4', 'h5', 'h6']);

function collectText(rich: RichText, readCloze: ReadCloze): string {
  return rich.map((node) => (typeof node === 'string' ? node : elementText(node, readCloze))).join('');
}

function elementText([tag, properties, ...children]: RichElement, readCloze: ReadCloze): string {
  const inner = collectText(children, readCloze);
  if (tag === 'cloze') return readCloze(properties === 0 ? {} : properties, inner);
  return blockTags.has(tag) ? `${inner} ` : inner;
}
