import type { Token } from 'markdown-it';
import { idSource } from '../../model/id.ts';
import type { RichElement, RichNode, RichProperties, RichTag, RichText } from '../../model/rich-text.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { readCallout } from './callouts.ts';
import { addText, closeDeletions, codeOf, refuseDeletion } from './deletion-tokens.ts';
import { type Fragment, placeInside } from './fragment.ts';
import { addFootnote, addImage, blockOfCode, linkProperties, refuseHtml } from './leaf-tokens.ts';
import { add, addAll, type Frame, textOf, type Walk } from './token-walk.ts';

const deepestFrame = 2 * limits.nesting + 8;

/** What tokens became, and the labels of the footnotes that they refer to, in order. */
export interface Converted {
  readonly rich: RichText;
  readonly footnotes: readonly string[];
}

/** Parser tokens to rich text: only tags and properties of the allow-list can come out. */
export function convertTokens(compilation: Compilation, fragment: Fragment, tokens: readonly Token[]): Converted {
  const root: Frame = { tag: null, properties: 0, children: [] };
  const walk: Walk = {
    compilation,
    fragment,
    frames: [root],
    footnotes: [],
    line: 0,
    nodes: 0,
    deletions: 0,
    tooDeep: false,
  };
  convertAll(walk, tokens);
  checkSize(walk);
  if (walk.deletions !== fragment.deletions.length)
    refuseDeletion(walk, 'A deletion stands where it cannot be hidden.');
  return { rich: root.children, footnotes: walk.footnotes };
}

function checkSize(walk: Walk): void {
  const { compilation, fragment } = walk;
  const most = fragment.scope === 'note' ? limits.sectionNodes : limits.fragmentNodes;
  if (walk.nodes > most)
    report(compilation, 'E104', fragment.place, `This text has ${walk.nodes} parts; ${most} are allowed.`);
  if (walk.tooDeep) report(compilation, 'E104', fragment.place, 'Too many parts stand inside each other.');
}

function convertAll(walk: Walk, tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.map !== null) walk.line = token.map[0];
    if (token.nesting === 1) open(walk, token);
    else if (token.nesting === -1) close(walk, token);
    else convertLeaf(walk, token);
  }
}

function convertLeaf(walk: Walk, token: Token): void {
  switch (token.type) {
    case 'inline':
      convertAll(walk, token.children ?? []);
      closeDeletions(walk);
      break;
    case 'text':
    case 'text_special':
      addText(walk, token.content);
      break;
    case 'softbreak':
      walk.line++;
      addText(walk, '\n');
      break;
    case 'hardbreak':
      walk.line++;
      add(walk, ['br', 0]);
      break;
    case 'hr':
      add(walk, ['hr', 0]);
      break;
    case 'code_inline':
      add(walk, ['code', 0, ...codeOf(walk, token.content)]);
      break;
    case 'code_block':
    case 'fence':
      add(walk, blockOfCode(walk, token));
      break;
    case 'image':
      addImage(walk, token);
      break;
    case 'footnote_reference':
      addFootnote(walk, token.content);
      break;
    default:
      refuseHtml(walk, token);
  }
}

function open(walk: Walk, token: Token): void {
  walk.nodes++;
  // A frame is still pushed when it is too deep: its closing token will pop it.
  if (walk.frames.length > deepestFrame) walk.tooDeep = true;
  const deep = walk.tooDeep || token.hidden;
  walk.frames.push({ tag: deep ? null : tagOf(token), properties: propertiesOf(walk, token), children: [] });
}

const tagByToken: ReadonlyMap<string, RichTag> = new Map([
  ['paragraph_open', 'p'],
  ['bullet_list_open', 'ul'],
  ['ordered_list_open', 'ol'],
  ['list_item_open', 'li'],
  ['blockquote_open', 'blockquote'],
  ['table_open', 'table'],
  ['thead_open', 'thead'],
  ['tbody_open', 'tbody'],
  ['tr_open', 'tr'],
  ['th_open', 'th'],
  ['td_open', 'td'],
  ['strong_open', 'strong'],
  ['em_open', 'em'],
  ['s_open', 'del'],
  ['link_open', 'a'],
]);

function tagOf(token: Token): RichTag | null {
  if (token.type === 'heading_open') return token.tag === 'h1' || token.tag === 'h2' ? 'h3' : (token.tag as RichTag);
  return tagByToken.get(token.type) ?? null;
}

function propertiesOf(walk: Walk, token: Token): RichProperties | 0 {
  switch (token.type) {
    case 'link_open':
      return linkProperties(walk, textOf(token.attrGet('href')), textOf(token.attrGet('title')));
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return start === 1 ? 0 : { start };
    }
    case 'th_open':
    case 'td_open': {
      const align = /(left|center|right)$/.exec(textOf(token.attrGet('style')))?.[1];
      return align === undefined ? 0 : { align: align as 'left' | 'center' | 'right' };
    }
    default:
      return 0;
  }
}

function close(walk: Walk, token: Token): void {
  closeDeletions(walk);
  const frame = walk.frames.pop();
  if (frame === undefined || walk.frames.length === 0)
    throw new Error('Inconsistent: a token closes what was not opened');
  if (frame.tag === null || (frame.tag === 'a' && frame.properties === 0)) addAll(walk, frame.children);
  else if (token.type === 'blockquote_close') addQuotation(walk, frame);
  else if (token.type === 'list_item_close') add(walk, ['li', 0, ...readTask(frame.children)]);
  else if (token.type === 'heading_close') add(walk, headingOf(frame));
  else add(walk, [frame.tag, frame.properties, ...frame.children]);
}

function addQuotation(walk: Walk, frame: Frame): void {
  const callout = readCallout(frame.children);
  if (callout.form === 'unknown') {
    const place = placeInside(walk.fragment, walk.line, '[!');
    report(walk.compilation, 'E102', place, `[!${callout.name}] is no callout.`, 'Write [!EXAM], [!TODAY] or [!TRAP].');
  }
  add(walk, callout.form === 'callout' ? callout.element : ['blockquote', 0, ...frame.children]);
}

/** A list item that starts with `[ ]` or `[x]` gets a box, as in GFM. */
function readTask(children: readonly RichNode[]): readonly RichNode[] {
  const [first, ...rest] = children;
  if (typeof first === 'string') {
    const mark = /^\[([ xX])\](?=\s)/.exec(first);
    if (mark === null) return children;
    return [['input', { checked: mark[1] !== ' ' }], first.slice(3), ...rest];
  }
  if (first?.[0] !== 'p') return children;
  const inner = first.slice(2) as unknown as RichText;
  const read = readTask(inner);
  return read === inner ? children : [['p', 0, ...read], ...rest];
}

const anchorAtEnd = new RegExp(String.raw`[ \t]*\{#(${idSource})\}[ \t]*$`);

function headingOf(frame: Frame): RichElement {
  const tag = frame.tag ?? 'p';
  const last = frame.children.at(-1);
  const mark = typeof last === 'string' ? anchorAtEnd.exec(last) : null;
  if (typeof last !== 'string' || mark === null) return [tag, 0, ...frame.children];
  const words = last.slice(0, mark.index);
  return [tag, { id: mark[1] ?? '' }, ...frame.children.slice(0, -1), ...(words === '' ? [] : [words])];
}
