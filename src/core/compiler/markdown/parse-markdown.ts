import MarkdownIt, { type StateInline, type Token } from 'markdown-it';

/**
 * CommonMark with GFM tables and strikethrough. Raw HTML is recognised so that it can be refused, every address is
 * let through so that it can be judged with a message, and footnote references become tokens.
 */
const parser = new MarkdownIt('default', { html: true, linkify: false, typographer: false });
parser.validateLink = () => true;
parser.inline.ruler.before('link', 'footnote_reference', readFootnoteReference);

export function parseMarkdown(text: string): readonly Token[] {
  return parser.parse(text, {});
}

const longestLabel = 64;

function readFootnoteReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  const close = state.src.slice(state.pos, state.pos + longestLabel + 3).indexOf(']');
  const label = state.src.slice(state.pos + 2, state.pos + close);
  if (close < 0 || !/^[\w-]+$/.test(label)) return false;
  if (!silent) state.push('footnote_reference', '', 0).content = label;
  state.pos += close + 1;
  return true;
}
