import type { ReactNode } from 'react';

/** The browser's own words for a failure, for a report: behind what is said of it in plain ones. */
export function FailureDetails({ failure }: { readonly failure: string }): ReactNode {
  if (failure === '') return null;
  return (
    <details className="failure">
      <summary>What the browser says</summary>
      <code>{failure}</code>
    </details>
  );
}
