import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { PenStroke } from './pen.tsx';
import { putOnSerif } from './serif.ts';

/**
 * The `h1` of a screen. Sets the document's title, and takes the focus when the learner came from another
 * screen, so that a screen reader starts there; the first screen of a visit leaves the focus alone.
 */
export function ScreenHeading({ title, children, takesFocus = true }: ScreenHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Sveska`;
  }, [title]);
  useLayoutEffect(() => putOnSerif('screen', location.pathname), []);
  // Together with the screen: a key that is pressed at once is meant for it.
  useLayoutEffect(() => {
    if (takesFocus && document.documentElement.dataset.moved === 'yes') heading.current?.focus();
    noteMove();
  }, [takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
      <PenStroke />
    </h1>
  );
}

/** From here on a heading that comes is that of another screen. */
export function noteMove(): void {
  document.documentElement.dataset.moved = 'yes';
}

interface ScreenHeadingProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** False where something more exact takes the focus: a section of a note, a card. */
  readonly takesFocus?: boolean;
}
