import { wordsOfOddBox } from './odd-box.ts';
import { isOptionLine } from './option-line.ts';

const item =
  /^(?:(?:[-*+\u2010-\u2015\u2022]|\d{1,9}[.)]|\(?[A-Za-z][.)])[ \t]+(?=\S)|[^\s\w]?[ \txX\u2713\u2714]{0,3}[\])}][ \t])/;

/**
 * The lines of a question that stand among its options as options do and have no box: items of a list between two
 * options, or next to one and with a rationale of their own. By the index of the line, among lines outside of fences.
 */
export function itemsAmongOptions(rows: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const margin = rows.flatMap((row, at) => (/^[^ \t>]/.test(row) ? [at] : []));
  let isBelowOption = false;
  for (const [nth, at] of margin.entries()) {
    const row = rows[at] ?? '';
    if (isUnboxed(row)) {
      const isAboveOption = isOptionLine(rows[margin[nth + 1] ?? -1] ?? '', 0);
      isBelowOption = isAmong(isBelowOption, isAboveOption, rows[at + 1] ?? '');
      if (isBelowOption) found.add(at);
      // A line right below goes on with the option.
    } else isBelowOption = isOptionLine(row, 0) || (isBelowOption && rows[at - 1] !== '');
  }
  return found;
}

function isUnboxed(row: string): boolean {
  return !isOptionLine(row, 0) && item.test(row);
}

/** An item with a rationale needs an option on one side, another one needs options on both. */
function isAmong(isBelow: boolean, isAbove: boolean, next: string): boolean {
  return /^[ \t]+>/.test(next) ? isBelow || isAbove : isBelow && isAbove;
}

/** Rationales at the margin, which belong to no option: quotations below an option that has none of its own. */
export function looseRationales(rows: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isBare = false;
  for (const [at, row] of rows.entries()) {
    if (isOption(row)) isBare = true;
    else if (/^[ \t]+>/.test(row)) isBare = false;
    else if (isBare && /^>(?! ?\[!)/.test(row) && (rows[at - 1] !== '' || leadsToOption(rows, at))) {
      found.add(at);
      isBare = false;
    } else if (/^[^ \t]/.test(row) && rows[at - 1] === '') isBare = false;
  }
  return found;
}

/** Whether the next line at the margin that is no quotation is an option. */
function leadsToOption(rows: readonly string[], at: number): boolean {
  const next = rows.slice(at + 1, at + 50).find((row) => /^[^ \t>]/.test(row));
  return next !== undefined && isOption(next);
}

function isOption(row: string): boolean {
  return isOptionLine(row, 0) || wordsOfOddBox(row) !== null;
}
