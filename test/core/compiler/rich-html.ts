import type { RichNode, RichProperties, RichText } from '../../../src/core/model/rich-text.ts';

const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

/** Rich text as HTML, to be compared with what another renderer makes of the same Markdown. */
export function htmlOf(rich: RichText): string {
  return rich.map(nodeHtml).join('');
}

function nodeHtml(node: RichNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  const [tag, properties, ...children] = node;
  const open = `<${tag}${attributesOf(properties === 0 ? {} : properties)}>`;
  return voidTags.has(tag) ? open : `${open}${htmlOf(children)}</${tag}>`;
}

function attributesOf({ href, src, alt, title, start, align }: RichProperties): string {
  const given = { href, src, alt, title, start, align };
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** HTML without what the two renderers may do differently: blanks between blocks, order of attributes, classes. */
export function normaliseHtml(html: string): string {
  return html
    .replace(/&#x27;/g, "'")
    .replace(
      /<(\w+)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g,
      (_, tag: string, attributes: string) => `<${tag}${sorted(attributes)}>`,
    )
    .replace(/<\/?span>/g, '')
    .replace(/\n?<\/code><\/pre>/g, '</code></pre>')
    .replace(/<br>\n/g, '<br>')
    .replace(/\s*(<\/?(?:p|ul|ol|li|blockquote|pre|table|thead|tbody|tr|th|td|h[1-6]|hr|section)\b[^>]*>)\s*/g, '$1');
}

function sorted(attributes: string): string {
  const kept = (attributes.match(/[\w-]+="[^"]*"/g) ?? [])
    .map((attribute) => attribute.replace(/^style="text-align:(\w+)"$/, 'align="$1"'))
    .filter((attribute) => /^(?:href|src|alt|title|start|align)=/.test(attribute));
  return kept
    .sort()
    .map((attribute) => ` ${attribute}`)
    .join('');
}
