import type { ReactNode } from 'react';

const drawings = {
  /** A tick. */
  done: ['M38 40c9 4 15 10 21 19C68 41 85 23 110 12'],
  /** Half a page, and the pencil. */
  blank: ['M24 21h58', 'M24 33h36', 'M24 45h18', 'M70 56l4-12 30-30 8 8-30 30zM98 20l8 8'],
  /** A way that leads nowhere. */
  lost: ['M22 56c22 2 14-34 36-34s16 26 38 25', 'M100 36l16 20', 'M117 37l-18 18'],
  /** A lens. */
  search: ['M62 14a19 19 0 1 0 1 0', 'M77 47l21 16'],
} as const;

/** A scrap of squared paper with one drawing of the pen: where there is nothing else to see, beside words that say so. */
export function Scrap({ drawing }: { readonly drawing: keyof typeof drawings }): ReactNode {
  return (
    <svg className="scrap" viewBox="0 0 144 72" aria-hidden="true" focusable="false">
      {drawings[drawing].map((stroke) => (
        <path key={stroke} pathLength="1" d={stroke} />
      ))}
    </svg>
  );
}
