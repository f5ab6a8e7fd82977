import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from '../frame/icon.tsx';
import { TableScroll } from './table-scroll.tsx';

/**
 * The one map from formatted text to the screen: compiled text (`rich-text.tsx`) and Markdown rendered at
 * run time (`runtime-markdown.tsx`) both draw their links, images, tables and callouts here.
 */
export function RichLink({
  href,
  children,
}: {
  readonly href?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  if (href !== undefined && appPath.test(href)) return <Link href={href}>{children}</Link>;
  if (href?.startsWith('#')) return <a href={href}>{children}</a>;
  if (href === undefined || !isWebAddress(href)) return <span>{children}</span>;
  return (
    <a href={href} rel="noopener noreferrer" referrerPolicy="no-referrer">
      {children}
    </a>
  );
}

/** Two slashes, or a slash and a backslash, would lead to another machine. */
const appPath = /^\/(?![/\\])/;

/** A link that cannot be read as an address would leave the app for an empty page. */
function isWebAddress(href: string): boolean {
  return /^(https?|mailto):/i.test(href) && URL.canParse(href);
}

/** Only files that came with the app are drawn; an image elsewhere is named, never fetched. */
export function RichImage({ src, alt, title, width, height }: RichImageProps): ReactNode {
  const isOwn = src !== undefined && (appPath.test(src) || src.startsWith('blob:'));
  const size = { width, height };
  if (isOwn) return <img className={classOf(src)} src={src} alt={alt ?? ''} title={title} {...size} loading="lazy" />;
  return <span className="image-blocked">{`Image not loaded: ${alt || src || 'no address'}`}</span>;
}

/** A drawing is ink on white, which the dark theme exchanges; a photograph must stay what it is. */
const classOf = (src: string) => (src.endsWith('.svg') ? 'ink' : undefined);

interface RichImageProps {
  readonly src?: string | undefined;
  readonly alt?: string | undefined;
  readonly title?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export function RichTable({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <TableScroll label="Table">
      <table>{children}</table>
    </TableScroll>
  );
}

/** A box of a task list in a text: a picture of a state, not a control. */
export function RichCheckbox({ checked }: { readonly checked?: boolean | undefined }): ReactNode {
  return <span className="task-box">{checked ? '[x]' : '[ ]'}</span>;
}

export type CalloutKind = 'exam' | 'today' | 'trap';

const callouts: Readonly<Record<CalloutKind, { readonly word: string; readonly icon: IconName }>> = {
  exam: { word: 'Exam wording', icon: 'exam' },
  today: { word: 'Today', icon: 'clock' },
  trap: { word: 'Common trap', icon: 'warning' },
};

export function Callout({ kind, children }: { readonly kind: CalloutKind; readonly children: ReactNode }): ReactNode {
  const { word, icon } = callouts[kind];
  return (
    <div className={`callout callout-${kind}`} role="note" aria-label={word}>
      <p className="callout-word">
        <Icon name={icon} /> {word}
      </p>
      {children}
    </div>
  );
}
