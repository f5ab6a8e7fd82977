import type { TimeCorrection, TimeSpan } from '../../../core/scheduler/fold/times/time-corrections.ts';
import { countWords } from '../../../core/text/count-words.ts';

/** "3 of your answers and 1 other entry were dated … . They are now dated … ." */
export function correctionWords({ answers, entries, dated, counted }: TimeCorrection): string {
  const isOne = entries === 1;
  return `${whatWords(answers, entries - answers)} ${isOne ? 'was' : 'were'} dated ${spanWords(dated)}. ${
    isOne ? 'It is now dated' : 'They are now dated'
  } ${spanWords(counted)}.`;
}

function whatWords(answers: number, others: number): string {
  if (others === 0) return `${answers} of your answers`;
  if (answers === 0) return countWords(others, 'saved entry', 'saved entries');
  return `${answers} of your answers and ${countWords(others, 'other entry', 'other entries')}`;
}

/** One moment where both look the same; what both have in common is said once. */
function spanWords({ first, last }: TimeSpan): string {
  return momentFormat.formatRange(first, last);
}

const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
