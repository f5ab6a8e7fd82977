import type { AnswerBlock, SourceCell, SourceRow } from '../../questions/question-kind.ts';
import { textHash } from '../../text/text-hash.ts';
import { report, type Session } from '../compilation.ts';
import { limits } from '../limits.ts';
import { renderPart } from '../markdown/render-part.ts';
import type { Slice } from './raw-question.ts';

/** The rows of a two-column table below its head. */
export function readPairs(session: Session, table: Slice | null, file: string): AnswerBlock {
  const lines = table?.text.split('\n') ?? [];
  const line = table?.line ?? 1;
  const delimiter = cellsOf(lines[1] ?? '');
  if (table !== null && (delimiter.length === 0 || !delimiter.every(({ text }) => /^:?-+:?$/.test(text)))) {
    const fix = 'Write | left | right | and |---|---| above the pairs.';
    report(session, 'E101', { file, line: line + 1, column: 1 }, 'The table has no head.', fix);
  }
  const rows = lines.slice(2, limits.options + 2);
  if (lines.length > limits.options + 2) {
    const message = `The table has ${lines.length - 2} rows; ${limits.options} are allowed.`;
    report(session, 'E104', { file, line, column: 1 }, message);
  }
  return { form: 'pairs', rows: rows.map((row, index) => readRow(session, row, file, line + 2 + index)) };
}

interface Cell {
  readonly text: string;
  readonly column: number;
}

function readRow(session: Session, row: string, file: string, line: number): SourceRow {
  const cells = cellsOf(row);
  const place = { file, line, column: 1 };
  if (cells.length !== 2) {
    const fix = 'Write | left | right |; a bar that belongs to the text is \\|.';
    report(session, 'E101', place, `This row has ${cells.length} cells; a pair has two.`, fix);
  }
  const [left, right] = cells.map(({ text, column }) => {
    return text === '' ? null : readCell(session, text, { ...place, column });
  });
  return { place, left: left ?? null, right: right ?? null };
}

function readCell(session: Session, source: string, place: SourceRow['place']): SourceCell {
  return { id: textHash(source), source, text: renderPart(session, source, place) };
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
