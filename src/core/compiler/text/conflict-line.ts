import { fenceAfter } from './code-fence.ts';

const anyMark = /^(?:<{7}|>{7}|\|{7}|={7})(?: |$)/m;
const sureMark = /^(?:<{7}|>{7}|\|{7})(?: |$)/;

/**
 * The line of the first mark that Git leaves at a conflict, also of one that was left behind when the others were taken
 * out; null when there is none. A lone `=======` inside of a code fence may be what a program printed.
 */
export function conflictLine(text: string): number | null {
  if (!anyMark.test(text)) return null;
  const rows = text.split('\n');
  let fence = '';
  for (const [index, row] of rows.entries()) {
    if (sureMark.test(row) || (fence === '' && row === '=======')) return index + 1;
    fence = fenceAfter(fence, row, 0, row.length);
  }
  return null;
}
