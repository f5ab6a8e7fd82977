import { type CardColumns, emptyColumns, flaggedMark, none, suspendedMark } from './card-table.ts';

const names = Object.keys(emptyColumns(0, 0)) as readonly (keyof CardColumns)[];

/** Whether all columns are there and of the right type, and no other. */
export function hasColumns(columns: unknown): columns is CardColumns {
  if (columns === null || typeof columns !== 'object') return false;
  const found: Partial<Record<string, unknown>> = { ...columns };
  const expected = emptyColumns(0, 0);
  const isRight = names.every((name) => found[name]?.constructor === expected[name].constructor);
  return isRight && Object.keys(found).length === names.length;
}

/** Whether the columns have so many rows, with values that can be. */
export function areColumnsWhole(columns: CardColumns, rows: number): boolean {
  if (names.some((name) => name !== 'showings' && columns[name].length !== rows)) return false;
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    const next = columns.showingEnds[row] ?? 0;
    if (next < end || !canMarksBe(columns, row) || !canMemoryBe(columns, row) || !canDaysBe(columns, row)) return false;
    end = next;
  }
  return end === columns.showings.length;
}

function canMarksBe({ marks, lastRating }: CardColumns, row: number): boolean {
  return (marks[row] ?? 0) <= suspendedMark + flaggedMark && (lastRating[row] ?? 0) <= 4;
}

function canMemoryBe(columns: CardColumns, row: number): boolean {
  return (
    isMemory(columns.stability[row] ?? -1, columns.difficulty[row] ?? -1) &&
    isMemory(columns.stabilityBefore[row] ?? -1, columns.difficultyBefore[row] ?? -1)
  );
}

function isMemory(stability: number, difficulty: number): boolean {
  if (stability === 0) return difficulty === 0;
  return stability > 0 && Number.isFinite(stability) && difficulty >= 1 && difficulty <= 10;
}

/** A card that is due was answered, on a day and not after it is due. */
function canDaysBe({ due, stability, firstDay, lastDay, lastAt, lastRating }: CardColumns, row: number): boolean {
  const [dueDay = none, first = none, last = none] = [due[row], firstDay[row], lastDay[row]];
  if (dueDay === none) return (stability[row] ?? 0) === 0;
  const isAnswered = (stability[row] ?? 0) > 0 && (lastRating[row] ?? 0) > 0 && Number.isFinite(lastAt[row]);
  return isAnswered && first !== none && first <= last && last <= dueDay;
}
