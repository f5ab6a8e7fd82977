import type { ReactNode } from 'react';

/** A table that is wider than the screen scrolls by itself, by keys, too. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a landmark for each table would drown those of the page
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or keys cannot scroll it
    <div role="group" className="table-scroll" aria-label={label} tabIndex={0} data-2d>
      {children}
    </div>
  );
}
