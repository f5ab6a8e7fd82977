import { limits } from '../limits.ts';

/**
 * How a fragment breaks the limits on nesting, or null. Looks only at what stands in front of each line, before
 * any parser does: quotation marks, list marks and blanks. Inside a code fence blanks are free.
 */
export function nestingProblem(text: string): string | null {
  let fenced = false;
  let columns = 0;
  let cells = 0;
  for (const line of text.split('\n')) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const { marks, blanks } = frontOf(line);
    if (marks > limits.nesting) return `More than ${limits.nesting} lists or quotations stand inside each other.`;
    if (!fenced && blanks > limits.indentation) return `A line is indented by more than ${limits.indentation} blanks.`;
    columns = fenced || line.trim() === '' ? 0 : columnsOf(line) || columns;
    cells += columns;
    if (cells > limits.sectionNodes) return `The tables have more than ${limits.sectionNodes} cells.`;
  }
  return inlineProblem(text);
}

/**
 * How many columns the line under the head of a table makes; 0 for any other line. A parser fills short rows up, so
 * that few characters make many cells.
 */
function columnsOf(line: string): number {
  return line.includes('-') && line.includes('|') && !/[^-|: \t>]/.test(line) ? line.split('|').length : 0;
}

function frontOf(line: string): { readonly marks: number; readonly blanks: number } {
  let marks = 0;
  let blanks = 0;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    if (code === 32) blanks++;
    else if (code === 9) blanks += 4;
    else if (code === 62) marks++;
    else {
      const mark = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t])/.exec(line.slice(index, index + 12));
      if (mark === null) break;
      marks++;
      index += mark[0].length - 1;
    }
  }
  return { marks, blanks };
}

const mostOpenBrackets = 32;
const longestRun = 64;

/** Long runs of marks and brackets that stay open make parsers look back again and again. */
function inlineProblem(text: string): string | null {
  if (/([[\]()<>!&\\])\1{64}|[*_~]{65}|`{65}/.test(text))
    return `The same mark stands more than ${longestRun} times in a row.`;
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 91) open++;
    else if (code === 93) open = Math.max(0, open - 1);
    else if (code === 10 && text.charCodeAt(index + 1) === 10) open = 0;
    if (open > mostOpenBrackets) return `More than ${mostOpenBrackets} brackets "[" stay open.`;
  }
  return null;
}
