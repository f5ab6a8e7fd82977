import { mayHoldOddBox } from '../answers/odd-box.ts';
import { itemsAmongOptions, looseRationales } from '../answers/option-context.ts';
import { type Compilation, report } from '../compilation.ts';
import { fenceAfter } from '../text/code-fence.ts';
import { type Slip, slipIn, slipOfItem, slipOfRationale, slipOfSection } from '../text/odd-lines.ts';
import type { HeadingPart } from '../text/split-headings.ts';

/**
 * Complains about what an author meant as something else and Markdown takes for text: a fence that is not closed,
 * headings and boxes in another spelling. Whether there was any: then the rest says nothing for certain.
 */
export function reportSlips(compilation: Compilation, part: HeadingPart): boolean {
  const { body, openFence } = part;
  const isOpen = reportOpenFence(compilation, body.path, openFence);
  return reportAll(compilation, part, slipsIn(body.text)) || isOpen;
}

/** What is written otherwise than meant in the text of a question, by line; empty where nothing is. */
export function slipsIn(text: string): readonly (Slip | null)[] {
  if (!mayHoldSlip(text)) return [];
  const rows = plainRows(text);
  const items = itemsAmongOptions(rows);
  const rationales = looseRationales(rows);
  return rows.map((row, at) => {
    if (rationales.has(at)) return slipOfRationale(row);
    return row === '' ? null : (slipIn(row, rows[at - 1] ?? '') ?? (items.has(at) ? slipOfItem(row) : null));
  });
}

function reportAll(compilation: Compilation, { body }: HeadingPart, slips: readonly (Slip | null)[]): boolean {
  for (const [at, slip] of slips.entries()) {
    if (slip === null) continue;
    compilation.unsure.add(body.path);
    report(compilation, 'E108', { file: body.path, line: body.firstLine + at, column: 1 }, slip.message, slip.fix);
  }
  return slips.some((slip) => slip !== null);
}

function reportOpenFence(compilation: Compilation, file: string, line: number | null): boolean {
  if (line === null) return false;
  const fix = 'Close it with a line of the marks that opened it.';
  report(compilation, 'E101', { file, line, column: 1 }, 'This block is not closed.', fix);
  compilation.unsure.add(file);
  return true;
}

/** Nearly no text of a question holds such a line, so the rest is asked only where one does. */
function mayHoldSlip(text: string): boolean {
  return mayHoldOddBox.test(text) || /\{#[\w-]+[^{}\n]*\}[ \t]*$/m.test(text) || /^>/m.test(text);
}

/** The lines of a text; those of code fences, which hold no slip, are empty. */
function plainRows(text: string): readonly string[] {
  let fence = '';
  return text.split('\n').map((row) => {
    const after = fenceAfter(fence, row, 0, row.length);
    const isPlain = fence === '' && after === '';
    fence = after;
    return isPlain && row.trim() !== '' ? row : '';
  });
}

/** The same for a part of a note, whose sections start at a level: headings of that level in another spelling. */
export function reportNoteSlips(compilation: Compilation, part: HeadingPart, level: number): boolean {
  const { body, openFence } = part;
  const isOpen = reportOpenFence(compilation, body.path, openFence);
  if (!/^[ \t]*(?:[-*+>\d.)][ \t]*)*##/m.test(body.text)) return isOpen;
  const slips = plainRows(body.text).map((row) => slipOfSection(row, level));
  return reportAll(compilation, part, slips) || isOpen;
}
