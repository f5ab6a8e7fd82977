import type { RichNode, RichProperties } from '../../model/rich-text.ts';
import { report } from '../compilation.ts';
import { closeMark, openMark } from './cloze-marks.ts';
import { add, type Frame, top, type Walk } from './token-walk.ts';
import { warnOfTypography } from './typographic-code.ts';

/** Adds text, opening and closing the deletions that are marked in it. */
export function addText(walk: Walk, text: string): void {
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
export function closeDeletions(walk: Walk): void {
  while (top(walk).tag === 'cloze') {
    refuseDeletion(walk, 'A deletion starts inside formatting that it does not end in.');
    popDeletion(walk);
  }
}

export function refuseDeletion({ compilation, fragment }: Walk, message: string): void {
  report(
    compilation,
    'E101',
    fragment.place,
    message,
    'Put the whole of {{…}} inside the formatting, or outside of it.',
  );
}

/** Code with deletions inside keeps them. */
export function codeOf(walk: Walk, code: string): readonly RichNode[] {
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
