import { type ReactNode, useSyncExternalStore } from 'react';

/** The sections of a note: a disclosure above the text, from 1280 px a list beside it. */
export function OnThisPage({ sections, seen }: OnThisPageProps): ReactNode {
  const isWide = useMedia('(min-width: 1280px)');
  const list = (
    <ol>
      {sections.map((section) => (
        <li key={section.id}>
          <a href={`#${section.id}`} className={seen.has(section.id) ? 'seen' : undefined}>
            {section.title}
            {seen.has(section.id) ? <span className="visually-hidden"> (read)</span> : null}
          </a>
        </li>
      ))}
    </ol>
  );
  if (!isWide) {
    return (
      <details className="on-this-page">
        <summary>On this page</summary>
        {list}
      </details>
    );
  }
  return (
    <nav className="on-this-page" aria-label="On this page">
      <h2>On this page</h2>
      {list}
    </nav>
  );
}

interface OnThisPageProps {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly seen: ReadonlySet<string>;
}

/** Whether a media query holds, kept true while the window changes. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const media = matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}
