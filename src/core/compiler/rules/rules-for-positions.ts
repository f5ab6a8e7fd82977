import type { Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import type { PackRule } from './pack-rule.ts';

const fewestQuestions = 10;
const mostShare = 0.5;

/** W210: one position holds the right option of more than half of the choices that are not shuffled. */
export function createPositions(compilation: Compilation): PackRule {
  const counts = new Map<number, number>();
  let total = 0;
  let last: Place | null = null;
  return {
    look({ question, trace }) {
      if (question.kind !== 'choice' || question.shuffle) return;
      const position = question.options.findIndex((option) => option.right);
      counts.set(position, (counts.get(position) ?? 0) + 1);
      total++;
      last = trace.place;
    },
    finish() {
      if (total < fewestQuestions || last === null) return;
      for (const [position, count] of counts) {
        if (count / total <= mostShare) continue;
        const message = `${count} of ${total} questions with shuffle=false have the right option in place ${position + 1}.`;
        report(compilation, 'W210', last, message);
      }
    },
  };
}
