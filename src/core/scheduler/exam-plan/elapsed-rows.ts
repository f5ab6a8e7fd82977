/** Days to and after an exam are told one by one so far. */
export const farthestExamDays = 60;
/** So long after an exam is looked at what is left. */
export const daysAfterExam = 30;
/** A row beyond that stands for some days. */
const growth = 1.25;
const mostDays = 36_500;

const daysOfRows = listRows();

/** Rows of the tables by days since an answer: row n is n days up to 60, from there on in steps of a quarter. */
export const elapsedRows = daysOfRows.length;

export function daysOfRow(row: number): number {
  return daysOfRows[row] ?? mostDays;
}

/** The row whose days come nearest, beyond 60 in ratio; `days` >= 0. */
export function rowOfDays(days: number): number {
  if (days <= farthestExamDays) return Math.round(days);
  const row = farthestExamDays + Math.round(Math.log(days / farthestExamDays) / Math.log(growth));
  return Math.min(elapsedRows - 1, row);
}

function listRows(): readonly number[] {
  const rows = Array.from({ length: farthestExamDays + 1 }, (_, day) => day);
  for (let days = farthestExamDays * growth; days < mostDays; days *= growth) rows.push(Math.round(days));
  return rows;
}
