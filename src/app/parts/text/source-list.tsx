import { Fragment, type ReactNode } from 'react';
import type { Source } from '../../../core/model/pack.ts';
import { RichLink } from './rich-elements.tsx';

/** Where claims come from and when somebody last looked, as items of a list. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.url}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}

/** The same on one line, below an answer. */
export function SourceLine({ sources }: { readonly sources: readonly Source[] }): ReactNode {
  if (sources.length === 0) return null;
  return (
    <p className="from-notes">
      {sources.length === 1 ? 'Source: ' : 'Sources: '}
      {sources.map((source, place) => (
        <Fragment key={source.url}>
          {place === 0 ? null : '; '}
          <SourceLink source={source} />
        </Fragment>
      ))}
    </p>
  );
}

/** "Service quotas, checked 2026-11-22"; without a title the host's name. */
function SourceLink({ source }: { readonly source: Source }): ReactNode {
  const { url, title, verified } = source;
  return (
    <>
      <RichLink href={url}>{title ?? hostOf(url)}</RichLink>
      {verified === null ? null : `, checked ${verified}`}
    </>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
