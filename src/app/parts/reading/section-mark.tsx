import type { ReactNode } from 'react';

/** The title of a section behind its square, which is inked once the section was read. */
export function SectionMark({ title, isRead, isHere = false }: SectionMarkProps): ReactNode {
  return (
    <>
      <span className={`cell ${isRead ? 'cell-done' : ''} ${isHere ? 'cell-current' : ''}`} aria-hidden="true" />
      <span>
        {title}
        {isRead ? <span className="visually-hidden"> (read)</span> : null}
      </span>
    </>
  );
}

interface SectionMarkProps {
  readonly title: string;
  readonly isRead: boolean;
  /** Whether this is where one reads, or stopped. */
  readonly isHere?: boolean;
}
