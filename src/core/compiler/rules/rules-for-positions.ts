import { type Compilation, report } from '../compilation.ts';
import type { FileDigest } from '../questions/file-digest.ts';

const fewestQuestions = 10;
const mostShare = 0.5;

/** W210: one position holds the right option of more than half of the choices that are not shuffled. */
export function warnOfPositions(compilation: Compilation, files: readonly FileDigest[]): void {
  const last = files.findLast(({ lastFixed }) => lastFixed !== null)?.lastFixed ?? null;
  const counts = new Map<number, number>();
  let total = 0;
  for (const [position, count] of files.flatMap(({ positions }) => [...positions])) {
    counts.set(position, (counts.get(position) ?? 0) + count);
    total += count;
  }
  if (total < fewestQuestions || last === null) return;
  for (const [position, count] of counts) {
    if (count / total <= mostShare) continue;
    const message = `${count} of ${total} questions with shuffle=false have the right option in place ${position + 1}.`;
    report(compilation, 'W210', last, message);
  }
}
