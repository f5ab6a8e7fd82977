import type { Token } from 'markdown-it';
import type { RichElement, RichProperties } from '../../model/rich-text.ts';
import { report } from '../compilation.ts';
import { closeMark, openMark } from './cloze-marks.ts';
import { codeOf } from './deletion-tokens.ts';
import { referToFootnote } from './footnotes.ts';
import { placeInside } from './fragment.ts';
import { languageOf } from './highlight-code.ts';
import { readImagePath, readLinkTarget } from './link-target.ts';
import { add, textOf, type Walk } from './token-walk.ts';
import { warnOfTypography } from './typographic-code.ts';

export function linkProperties(walk: Walk, address: string, title: string): RichProperties | 0 {
  const { compilation, fragment } = walk;
  const target = readLinkTarget(address, compilation.pack, fragment.note);
  const place = placeInside(fragment, walk.line, address);
  if (target.form === 'refused') {
    report(compilation, 'E140', place, `Links may not lead to "${address.slice(0, 80)}".`);
    return 0;
  }
  if (target.form !== 'web') {
    const [note, section] = target.form === 'note' ? [target.note, target.section] : [null, null];
    compilation.links.push({ place, target: address, note, section });
  }
  if (target.form === 'unknown') return 0;
  return title === '' ? { href: target.href } : { href: target.href, title };
}

export function blockOfCode(walk: Walk, token: Token): RichElement {
  const code = token.content.replace(/\n$/, '');
  const language = token.type === 'fence' ? languageOf(token.info) : null;
  const plain = language === null || code.includes(openMark) || code.includes(closeMark);
  const content = plain ? codeOf(walk, code) : walk.compilation.highlight(language, code);
  if (!plain) warnOfTypography(walk, code);
  return ['pre', language === null ? 0 : { lang: language }, ['code', 0, ...content]];
}

export function addImage(walk: Walk, token: Token): void {
  const { compilation, fragment } = walk;
  const address = textOf(token.attrGet('src'));
  const place = placeInside(fragment, walk.line, '![');
  const path = readImagePath(address);
  if (path === null) {
    report(compilation, 'E131', place, `"${address.slice(0, 80)}" is not a png, webp or svg file in media/.`);
    return;
  }
  compilation.images.push({ place, path });
  if (token.content.trim() === '') report(compilation, 'W219', place, `Nothing says what ${path} shows.`);
  const title = textOf(token.attrGet('title'));
  add(walk, ['img', { src: path, alt: token.content, ...(title === '' ? {} : { title }) }]);
}

export function addFootnote(walk: Walk, label: string): void {
  if (walk.fragment.footnotes.has(label)) {
    if (!walk.footnotes.includes(label)) walk.footnotes.push(label);
    add(walk, referToFootnote(walk.fragment, walk.footnotes.indexOf(label) + 1));
    return;
  }
  const place = placeInside(walk.fragment, walk.line, `[^${label}]`);
  report(
    walk.compilation,
    'E130',
    place,
    `There is no footnote [^${label}].`,
    `Add a line [^${label}]: with its text.`,
  );
}

export function refuseHtml(walk: Walk, token: Token): void {
  const html = token.content.trim();
  const place = placeInside(walk.fragment, walk.line, html.split('\n', 1)[0] ?? '');
  const fix = 'Use Markdown, or put it between backticks to show it.';
  report(walk.compilation, 'E140', place, `Raw HTML is not allowed: ${html.slice(0, 40)}`, fix);
}
