import { svgSizeProblem } from './svg-size.ts';

const elements: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath marker pattern
  clipPath mask linearGradient radialGradient stop filter feGaussianBlur feOffset feBlend feColorMatrix feMerge
  feMergeNode feFlood feComposite feDropShadow`.split(/\s+/),
);

const largestSvg = 262_144;

/** Why an SVG file is more than a picture, or null. It is refused as a whole; nothing is cut out of it. */
export function svgProblem(source: string): string | null {
  if (source.length > largestSvg) return `The svg file has ${source.length} characters; ${largestSvg} are allowed.`;
  const text = source.replace(/^\ufeff?\s*<\?xml\b[^>]{0,200}\?>/, '').trim();
  if (!/^<svg[\s>]/.test(text)) return 'The file is not an svg picture.';
  let at = text.indexOf('<');
  while (at >= 0) {
    // Comments, doctypes, CDATA and instructions are read differently by different parsers, so none may stay.
    if (/[!?]/.test(text[at + 1] ?? '')) return 'The svg file has a comment, doctype, CDATA or instruction.';
    const end = endOfTag(text, at);
    if (end < 0) return 'The svg file does not parse.';
    const problem = tagProblem(text.slice(at + 1, end));
    if (problem !== null) return problem;
    at = text.indexOf('<', end);
  }
  return svgSizeProblem(text);
}

/** Index of the `>` that ends the tag, outside quotes; -1 when another `<` or the end comes first. */
function endOfTag(text: string, open: number): number {
  let quote = 0;
  for (let index = open + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 60) return -1;
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return index;
  }
  return -1;
}

const attributePattern = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

function tagProblem(tag: string): string | null {
  const name = /^\/?([\w:.-]*)/.exec(tag)?.[0] ?? '';
  if (!elements.has(name.replace('/', '')))
    return `The svg file has an element <${name.slice(0, 40)}>, which is not allowed.`;
  attributePattern.lastIndex = name.length;
  let read = name.length;
  for (let match = attributePattern.exec(tag); match !== null; match = attributePattern.exec(tag)) {
    const problem = attributeProblem(match[1] ?? '', match[2] ?? match[3] ?? '');
    if (problem !== null) return problem;
    read = attributePattern.lastIndex;
  }
  return /^\s*\/?$/.test(tag.slice(read)) ? null : 'An attribute of the svg file does not parse.';
}

function attributeProblem(name: string, value: string): string | null {
  if (/(?:^|:)on/i.test(name)) return `The svg file has an event handler ${name.slice(0, 40)}.`;
  if (/^xmlns/i.test(name)) return null;
  if (/(?:^|:)(?:href|src|base)$/i.test(name) && !value.startsWith('#'))
    return 'The svg file links to something outside of itself.';
  // Without backslashes and entities an address cannot be spelt so that this check misses it.
  const loads = /[@\\]|&(?!amp;|lt;|gt;|quot;|apos;)|expression|script:|data:|url\s*\(\s*(?!["']?#)/i.test(value);
  return loads ? `The attribute ${name.slice(0, 40)} of the svg file loads something.` : null;
}
