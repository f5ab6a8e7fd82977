import type { ReactNode } from 'react';

/** What is drawn with the pen. Each stands beside words that say the same, so it is hidden from screen readers. */
export type PenMark = 'right' | 'wrong';

const strokes: Readonly<Record<PenMark, readonly string[]>> = {
  right: ['M5 27c5 3 8 8 11 14C21 27 30 14 44 5'],
  wrong: ['M7 8c11 10 23 21 34 33', 'M41 6C30 17 17 29 7 42'],
};

/** The tick or the cross of a correction. */
export function Mark({ name }: { readonly name: PenMark }): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {strokes[name].map((stroke) => (
        <path key={stroke} pathLength="1" d={stroke} />
      ))}
    </svg>
  );
}

/** The circle round the letter that was chosen; the style sheet draws it when the option's input is checked. */
export function Ring(): ReactNode {
  return (
    <svg className="ring" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path pathLength="1" d="M34 6C20 0 5 9 4 24s12 21 25 19 17-16 14-27S27 1 12 9" />
    </svg>
  );
}

/** Under the title of a screen, once. */
export function PenStroke(): ReactNode {
  return (
    <svg className="pen" viewBox="0 0 240 9" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path pathLength="1" d="M2 6c38-4 92-5 132-3s78 2 104-1" />
    </svg>
  );
}
