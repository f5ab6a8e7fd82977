import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Scrap } from '../parts/frame/scrap.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { SearchForm } from '../parts/frame/search-form.tsx';

/** An address that leads nowhere: says so, and offers the words of the address as a search. */
export function NotFound(): ReactNode {
  const [path] = useLocation();
  const words = wordsOf(path);
  return (
    <div className="column">
      <ScreenHeading title="Nothing is here" />
      <div className="sheet">
        <Scrap drawing="lost" />
        <p>
          No page has the address <code>{path}</code>. A note or a question may have been renamed or taken out of the
          pack. Your answers to it are kept.
        </p>
        <SearchForm initial={words} />
        <p>
          <Link href="/">Back to Today</Link>
        </p>
      </div>
    </div>
  );
}

function wordsOf(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last).replace(/[-_]+/g, ' ');
  } catch {
    return '';
  }
}
