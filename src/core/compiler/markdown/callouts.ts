import type { RichElement, RichNode, RichProperties } from '../../model/rich-text.ts';

export type CalloutRead =
  | { readonly form: 'none' }
  | { readonly form: 'unknown'; readonly name: string }
  | { readonly form: 'callout'; readonly element: RichElement };

const callouts: ReadonlyMap<string, NonNullable<RichProperties['callout']>> = new Map([
  ['EXAM', 'exam'],
  ['TODAY', 'today'],
  ['TRAP', 'trap'],
]);

/** A quotation that starts with `[!EXAM]`, `[!TODAY]` or `[!TRAP]` on a line of its own. */
export function readCallout(children: readonly RichNode[]): CalloutRead {
  const [first, ...rest] = children;
  if (typeof first !== 'object' || first[0] !== 'p' || typeof first[2] !== 'string') return { form: 'none' };
  const mark = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/.exec(first[2]);
  if (mark === null) return { form: 'none' };
  const name = mark[1] ?? '';
  const callout = callouts.get(name.toUpperCase());
  if (callout === undefined) return { form: 'unknown', name };
  const words = first[2].slice(mark[0].length);
  const inner: readonly RichNode[] = [...(words === '' ? [] : [words]), ...(first.slice(3) as unknown as RichNode[])];
  const body: readonly RichNode[] = inner.length === 0 ? rest : [['p', 0, ...inner], ...rest];
  return { form: 'callout', element: ['callout', { callout }, ...body] };
}
