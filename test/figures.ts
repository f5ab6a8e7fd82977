import { appendFileSync } from 'node:fs';

/** Prints a figure of a long run; `npm run soak` repeats them all at its end. */
export function tellFigure(text: string): void {
  console.log(text);
  const file = process.env.SVESKA_FIGURES;
  if (file !== undefined) appendFileSync(file, `${text}\n`);
}
