import type { ReactNode } from 'react';
import { SectionMark } from './section-mark.tsx';
import { useCurrentSection } from './use-current-section.ts';

/** The sections of a page. It stands at two places, of which the style sheet shows one: beside the text, or above it. */
export function OnThisPage({ place, sections, seen }: OnThisPageProps): ReactNode {
  const current = useCurrentSection(sections.map(({ id }) => id));
  const list = (
    <ol>
      {sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`} aria-current={section.id === current ? 'location' : undefined}>
            {seen === null ? (
              section.title
            ) : (
              <SectionMark title={section.title} isRead={seen.has(section.id)} isHere={section.id === current} />
            )}
          </a>
        </li>
      ))}
    </ol>
  );
  if (place === 'above') {
    return (
      <details className="on-this-page">
        <summary>On this page</summary>
        {list}
      </details>
    );
  }
  return (
    <nav className="on-this-page" aria-label="On this page">
      <p className="aside-title">On this page</p>
      {list}
    </nav>
  );
}

interface OnThisPageProps {
  readonly place: 'beside' | 'above';
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** Those that were read; null on a page that is not for reading. */
  readonly seen: ReadonlySet<string> | null;
}
