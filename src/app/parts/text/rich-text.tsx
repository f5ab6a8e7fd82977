import { createElement, Fragment, type ReactNode } from 'react';
import type { RichElement, RichNode, RichProperties, RichText } from '../../../core/model/rich-text.ts';
import { CodeBlock } from './code-block.tsx';
import { Callout, RichCheckbox, RichImage, RichLink, RichTable } from './rich-elements.tsx';

/** Which deletion of a cloze the card asks for, and whether it is shown. */
export interface ClozeView {
  readonly n: number;
  readonly revealed: boolean;
  /** What stands in the hole instead of a blank, where the hidden words are typed. */
  readonly field?: { readonly hole: RichElement; readonly control: ReactNode } | undefined;
}

/** Draws compiled text. Nothing of it is ever parsed as HTML. */
export function RichTextView({
  rich,
  cloze,
}: {
  readonly rich: RichText;
  readonly cloze?: ClozeView | undefined;
}): ReactNode {
  return drawAll(rich, cloze);
}

function drawAll(rich: readonly RichNode[], cloze: ClozeView | undefined): ReactNode {
  // The text of a card never changes its order, so a position is a good enough key.
  return rich.map((node, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: compiled text has no other identity
    typeof node === 'string' ? node : <Fragment key={position}>{drawElement(node, cloze)}</Fragment>,
  );
}

function drawElement(element: RichElement, cloze: ClozeView | undefined): ReactNode {
  const [tag, properties, ...nodes] = element;
  const own: RichProperties = properties === 0 ? {} : properties;
  const children = drawAll(nodes, cloze);
  switch (tag) {
    case 'a':
      return <RichLink href={own.href}>{children}</RichLink>;
    case 'img':
      return <RichImage src={own.src} alt={own.alt} title={own.title} width={own.width} height={own.height} />;
    case 'pre':
      return <CodeBlock lang={own.lang}>{children}</CodeBlock>;
    case 'table':
      return <RichTable>{children}</RichTable>;
    case 'input':
      return <RichCheckbox checked={own.checked} />;
    case 'callout':
      return <Callout kind={own.callout ?? 'today'}>{children}</Callout>;
    case 'cloze':
      if (cloze?.field?.hole === element) return cloze.field.control;
      return <Deletion own={own} cloze={cloze} answer={children} />;
    case 'th':
      // A corner that says nothing is no heading of its column.
      return createElement(nodes.length === 0 ? 'td' : 'th', attributesOf(own), children);
    case 'br':
    case 'hr':
      return createElement(tag);
    default:
      return createElement(tag, attributesOf(own), children);
  }
}

function attributesOf({ hl, start, align, id }: RichProperties): Record<string, unknown> | null {
  if (hl !== undefined) return { className: hl };
  if (start !== undefined) return { start };
  if (align !== undefined) return { style: { textAlign: align } };
  return id === undefined ? null : { id };
}

function Deletion({ own, cloze, answer }: DeletionProps): ReactNode {
  if (cloze === undefined || cloze.n !== own.n) return answer;
  if (cloze.revealed) return <strong className="cloze-shown">{answer}</strong>;
  return (
    <>
      <span className="cloze-blank" aria-hidden="true" />
      <span className="spoken">{own.hint === undefined ? 'blank' : `blank, hint: ${own.hint}`}</span>
      <ClozeHint hint={own.hint} />
    </>
  );
}

/** Stands after the hole, small and in brackets: inside it, it would read as the answer. */
export function ClozeHint({ hint }: { readonly hint: string | undefined }): ReactNode {
  if (hint === undefined) return null;
  return (
    <span className="cloze-hint" aria-hidden="true">
      {` (${hint})`}
    </span>
  );
}

interface DeletionProps {
  readonly own: RichProperties;
  readonly cloze: ClozeView | undefined;
  readonly answer: ReactNode;
}
