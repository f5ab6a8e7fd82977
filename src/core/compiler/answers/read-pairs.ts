import type { AnswerBlock, SourceCell, SourceRow } from '../../questions/question-kind.ts';
import type { Slice } from '../../questions/raw-answer.ts';
import { textHash } from '../../text/text-hash.ts';
import { type Compilation, report } from '../compilation.ts';
import { limits } from '../limits.ts';
import { renderPart } from '../markdown/render-part.ts';
import { isBlank } from '../text/line-marks.ts';

/** The rows of a two-column table below its head. Blank lines inside of it are complained of once and left out. */
export function readPairs(compilation: Compilation, table: Slice, file: string): AnswerBlock {
  const lines = linesOf(compilation, table, file);
  const delimiter = cellsOf(lines[1]?.text ?? '');
  if (delimiter.length === 0 || !delimiter.every(({ text }) => /^:?-+:?$/.test(text))) {
    const fix = 'Write | left | right | and |---|---| above the pairs.';
    report(compilation, 'E101', { file, line: table.line + 1, column: 1 }, 'The table has no head.', fix);
  }
  if (lines.length > limits.options + 2) {
    const message = `The table has ${lines.length - 2} rows; ${limits.options} are allowed.`;
    report(compilation, 'E104', { file, line: table.line, column: 1 }, message);
  }
  const rows = lines.slice(2, limits.options + 2);
  return { form: 'pairs', rows: rows.map(({ text, line }) => readRow(compilation, text, file, line)) };
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function linesOf(compilation: Compilation, { text, line }: Slice, file: string): readonly Line[] {
  const lines = text.split('\n').map((row, index): Line => ({ text: row, line: line + index }));
  const blank = lines.find((each) => isBlank(each.text));
  if (blank === undefined) return lines;
  const fix = 'Take it out: the rows of a table stand one below the other.';
  report(compilation, 'E101', { file, line: blank.line, column: 1 }, 'A blank line stands inside this table.', fix);
  return lines.filter((each) => !isBlank(each.text));
}

interface Cell {
  readonly text: string;
  readonly column: number;
}

function readRow(compilation: Compilation, row: string, file: string, line: number): SourceRow {
  const cells = cellsOf(row);
  const place = { file, line, column: 1 };
  if (cells.length !== 2) {
    const fix = 'Write | left | right |; a bar that belongs to the text is \\|.';
    report(compilation, 'E101', place, `This row has ${cells.length} cells; a pair has two.`, fix);
  }
  const [left, right] = cells.map(({ text, column }) => {
    return text === '' ? null : readCell(compilation, text, { ...place, column });
  });
  return { place, left: left ?? null, right: right ?? null };
}

function readCell(compilation: Compilation, source: string, place: SourceRow['place']): SourceCell {
  return { id: textHash(source), source, text: renderPart(compilation, source, place) };
}

/** Cells between bars; `\|` is a bar of the text. */
function cellsOf(row: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = row.startsWith('|') ? 1 : 0;
  const end = row.trimEnd().length;
  for (let at = start; at <= end; at++) {
    const isEnd = at === end;
    if (!isEnd && (row[at] !== '|' || row[at - 1] === '\\')) continue;
    const raw = row.slice(start, at);
    if (!isEnd || raw.trim() !== '') {
      const column = start + 1 + (raw.length - raw.trimStart().length);
      cells.push({ text: raw.trim().replaceAll('\\|', '|'), column });
    }
    start = at + 1;
  }
  return cells;
}
