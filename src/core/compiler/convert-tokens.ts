import type { Token } from 'markdown-it';
import type { RichElement, RichNode, RichProperties, RichTag, RichText } from '../model/rich-text.ts';
import { readCallout } from './callouts.ts';
import { closeMark, openMark } from './cloze-marks.ts';
import { listFootnotes, referToFootnote } from './footnotes.ts';
import { type Fragment, placeInside } from './fragment.ts';
import { languageOf } from './highlight-code.ts';
import { limits } from './limits.ts';
import { readImagePath, readLinkTarget } from './link-target.ts';
import { report, type Session } from './session.ts';
import { hasTypographicMark } from './typographic-code.ts';

/** An element that is still open; `tag` null stands for one that leaves only its children behind. */
interface Frame {
  readonly tag: RichTag | null;
  readonly properties: RichProperties | 0;
  readonly children: RichNode[];
}

interface Walk {
  readonly session: Session;
  readonly fragment: Fragment;
  readonly frames: Frame[];
  /** Labels of the footnotes that were referred to, in order. */
  readonly footnotes: string[];
  /** Line of the fragment that the current token is in, from 0. */
  line: number;
  nodes: number;
  deletions: number;
  tooDeep: boolean;
}

const deepestFrame = 2 * limits.nesting + 8;

/** Parser tokens to rich text: only tags and properties of the allow-list can come out. */
export function convertTokens(session: Session, fragment: Fragment, tokens: readonly Token[]): RichText {
  const root: Frame = { tag: null, properties: 0, children: [] };
  const walk: Walk = {
    session,
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
  const notes = listFootnotes(fragment, walk.footnotes, (note) => convertInlineNote(walk, note));
  return [...root.children, ...notes];
}

function convertInlineNote(walk: Walk, tokens: readonly Token[]): RichText {
  const inner: Walk = { ...walk, frames: [{ tag: null, properties: 0, children: [] }], footnotes: [], deletions: 0 };
  convertAll(inner, tokens);
  return inner.frames[0]?.children ?? [];
}

function checkSize(walk: Walk): void {
  const { session, fragment } = walk;
  const most = fragment.scope === 'note' ? limits.sectionNodes : limits.fragmentNodes;
  if (walk.nodes > most)
    report(session, 'E104', fragment.place, `This text has ${walk.nodes} parts; ${most} are allowed.`);
  if (walk.tooDeep) report(session, 'E104', fragment.place, 'Too many parts stand inside each other.');
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

function linkProperties(walk: Walk, address: string, title: string): RichProperties | 0 {
  const { session, fragment } = walk;
  const target = readLinkTarget(address, fragment.note);
  const place = placeInside(fragment, walk.line, address);
  if (target.form === 'refused') {
    report(session, 'E140', place, `Links may not lead to "${address.slice(0, 80)}".`);
    return 0;
  }
  if (target.form !== 'web') {
    const [note, section] = target.form === 'note' ? [target.note, target.section] : [null, null];
    session.links.push({ place, target: address, note, section });
  }
  if (target.form === 'unknown') return 0;
  return title === '' ? { href: target.href } : { href: target.href, title };
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
    report(walk.session, 'E102', place, `[!${callout.name}] is no callout.`, 'Write [!EXAM], [!TODAY] or [!TRAP].');
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

function headingOf(frame: Frame): RichElement {
  const tag = frame.tag ?? 'p';
  const last = frame.children.at(-1);
  const mark = typeof last === 'string' ? /[ \t]*\{#([a-z0-9][a-z0-9-]{1,63})\}[ \t]*$/.exec(last) : null;
  if (typeof last !== 'string' || mark === null) return [tag, 0, ...frame.children];
  const words = last.slice(0, mark.index);
  return [tag, { id: mark[1] ?? '' }, ...frame.children.slice(0, -1), ...(words === '' ? [] : [words])];
}

/** The frame that takes the next node; the root is never popped. */
function top(walk: Walk): Frame {
  const frame = walk.frames.at(-1);
  if (frame === undefined) throw new Error('Inconsistent: no frame is open');
  return frame;
}

function add(walk: Walk, node: RichNode): void {
  const { children } = top(walk);
  const last = children.at(-1);
  if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node;
  else if (node !== '') children.push(node);
  if (typeof node !== 'string') walk.nodes++;
}

function addAll(walk: Walk, nodes: readonly RichNode[]): void {
  for (const node of nodes) add(walk, node);
}

function addText(walk: Walk, text: string): void {
  for (const part of text.split(markPattern)) {
    if (part === openMark) openDeletion(walk);
    else if (part === closeMark) closeDeletion(walk);
    else add(walk, part);
  }
}

const markPattern = /([\ue000\ue001])/;

function openDeletion(walk: Walk): void {
  walk.frames.push({ tag: 'cloze', properties: nextDeletion(walk), children: [] });
}

function nextDeletion(walk: Walk): RichProperties {
  const { n, hint } = walk.fragment.deletions[walk.deletions++] ?? { n: 1, hint: null };
  return hint === null ? { n } : { n, hint };
}

function closeDeletion(walk: Walk): void {
  if (top(walk).tag !== 'cloze') refuseDeletion(walk, 'A deletion ends inside formatting that it does not start in.');
  else popDeletion(walk);
}

function popDeletion(walk: Walk): void {
  const { properties, children } = walk.frames.pop() as Frame;
  add(walk, ['cloze', properties, ...children]);
}

/** Deletions that are open where their surroundings end. */
function closeDeletions(walk: Walk): void {
  while (top(walk).tag === 'cloze') {
    refuseDeletion(walk, 'A deletion starts inside formatting that it does not end in.');
    popDeletion(walk);
  }
}

function refuseDeletion({ session, fragment }: Walk, message: string): void {
  report(session, 'E101', fragment.place, message, 'Put the whole of {{…}} inside the formatting, or outside of it.');
}

/** Code with deletions inside keeps them. */
function codeOf(walk: Walk, code: string): readonly RichNode[] {
  warnOfTypography(walk, code);
  if (!code.includes(openMark) && !code.includes(closeMark)) return [code];
  const nodes: RichNode[] = [];
  let hidden: RichNode[] | null = null;
  for (const part of code.split(markPattern)) {
    if (part === openMark) hidden = [];
    else if (part === closeMark && hidden !== null) {
      nodes.push(['cloze', nextDeletion(walk), ...hidden]);
      hidden = null;
    } else if (part === closeMark) refuseDeletion(walk, 'A deletion ends inside code that it does not start in.');
    else if (part !== '') (hidden ?? nodes).push(part);
  }
  return hidden === null ? nodes : [...nodes, ...hidden];
}

function blockOfCode(walk: Walk, token: Token): RichElement {
  const code = token.content.replace(/\n$/, '');
  const language = token.type === 'fence' ? languageOf(token.info) : null;
  const plain = language === null || code.includes(openMark) || code.includes(closeMark);
  const content = plain ? codeOf(walk, code) : walk.session.highlight(language, code);
  if (!plain) warnOfTypography(walk, code);
  return ['pre', language === null ? 0 : { lang: language }, ['code', 0, ...content]];
}

function warnOfTypography(walk: Walk, code: string): void {
  if (!hasTypographicMark(code)) return;
  const [mark = ''] = /[\u2013\u2014\u2018\u2019\u201c\u201d]/.exec(code) ?? [];
  const place = placeInside(walk.fragment, walk.line, mark);
  report(walk.session, 'W204', place, `The code holds "${mark}", which no computer takes for the plain character.`);
}

function addImage(walk: Walk, token: Token): void {
  const { session, fragment } = walk;
  const address = textOf(token.attrGet('src'));
  const place = placeInside(fragment, walk.line, '![');
  const path = readImagePath(address);
  if (path === null) {
    report(session, 'E131', place, `"${address.slice(0, 80)}" is not a png, webp or svg file in media/.`);
    return;
  }
  session.images.push({ place, path });
  const title = textOf(token.attrGet('title'));
  add(walk, ['img', { src: path, alt: token.content, ...(title === '' ? {} : { title }) }]);
}

function addFootnote(walk: Walk, label: string): void {
  if (walk.fragment.footnotes.has(label)) {
    if (!walk.footnotes.includes(label)) walk.footnotes.push(label);
    add(walk, referToFootnote(walk.fragment, walk.footnotes.indexOf(label) + 1));
    return;
  }
  const place = placeInside(walk.fragment, walk.line, `[^${label}]`);
  report(walk.session, 'E130', place, `There is no footnote [^${label}].`, `Add a line [^${label}]: with its text.`);
}

function textOf(attribute: string | number | null): string {
  return String(attribute ?? '');
}

function refuseHtml(walk: Walk, token: Token): void {
  const html = token.content.trim();
  const place = placeInside(walk.fragment, walk.line, html.split('\n', 1)[0] ?? '');
  const fix = 'Use Markdown, or put it between backticks to show it.';
  report(walk.session, 'E140', place, `Raw HTML is not allowed: ${html.slice(0, 40)}`, fix);
}
