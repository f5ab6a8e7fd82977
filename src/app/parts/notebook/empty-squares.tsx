import type { ReactNode } from 'react';

const side = 12;
const mostInRow = 26;
/** More would say no more, and be a long way to scroll. */
const mostRows = 16;

/**
 * A square for each question, none inked, the first one framed. One drawing rather than elements: it comes with the page
 * before anything is known of the learner. Nothing where there are too many to draw.
 */
export function EmptySquares({ count }: { readonly count: number }): ReactNode {
  const perRow = Math.min(count, mostInRow);
  const rows = count === 0 ? 0 : Math.ceil(count / perRow);
  if (rows === 0 || rows > mostRows) return null;
  const last = count - (rows - 1) * perRow;
  const [width, height] = [mostInRow * side, rows * side];
  const lines = [
    ...Array.from({ length: rows + 1 }, (_, n) => `M0 ${n * side}h${(n < rows ? perRow : last) * side}`),
    ...Array.from({ length: perRow + 1 }, (_, n) => `M${n * side} 0v${(n > last ? rows - 1 : rows) * side}`),
  ];
  return (
    <>
      <svg className="empty-squares" viewBox={`-1 -1 ${width + 2} ${height + 2}`} aria-hidden="true" focusable="false">
        <path d={lines.join('')} />
        <path className="empty-first" d={`M0 0h${side}v${side}h-${side}z`} />
      </svg>
      <p>One square is one question. They fill with ink as you learn.</p>
    </>
  );
}
