import type { RichNode, RichProperties, RichTag } from '../../model/rich-text.ts';
import type { Compilation } from '../compilation.ts';
import type { Fragment } from './fragment.ts';

/** An element that is still open; `tag` null stands for one that leaves only its children behind. */
export interface Frame {
  readonly tag: RichTag | null;
  readonly properties: RichProperties | 0;
  readonly children: RichNode[];
}

/** Where a conversion stands. */
export interface Walk {
  readonly compilation: Compilation;
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

/** The frame that takes the next node; the root is never popped. */
export function top(walk: Walk): Frame {
  const frame = walk.frames.at(-1);
  if (frame === undefined) throw new Error('Inconsistent: no frame is open');
  return frame;
}

export function add(walk: Walk, node: RichNode): void {
  const { children } = top(walk);
  const last = children.at(-1);
  if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node;
  else if (node !== '') children.push(node);
  if (typeof node !== 'string') walk.nodes++;
}

export function addAll(walk: Walk, nodes: readonly RichNode[]): void {
  for (const node of nodes) add(walk, node);
}

/** A token's attribute as text; empty when it has none. */
export function textOf(attribute: string | number | null): string {
  return String(attribute ?? '');
}
