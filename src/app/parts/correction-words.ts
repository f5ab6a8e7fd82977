import type { Timestamp } from '../../core/model/id.ts';
import type { TimeCorrection, TimeSpan } from '../../core/scheduler/time-corrections.ts';
import { countWords } from './interval-words.ts';

/** "3 answers and 1 other entry of your record were dated … . They are now dated … ." */
export function correctionWords({ answers, entries, dated, counted }: TimeCorrection): string {
  const isOne = entries === 1;
  return `${whatWords(answers, entries - answers)} of your record ${isOne ? 'was' : 'were'} dated ${spanWords(dated)}. ${
    isOne ? 'It is now dated' : 'They are now dated'
  } ${spanWords(counted)}.`;
}

function whatWords(answers: number, others: number): string {
  if (others === 0) return countWords(answers, 'answer');
  if (answers === 0) return countWords(others, 'entry', 'entries');
  return `${countWords(answers, 'answer')} and ${countWords(others, 'other entry', 'other entries')}`;
}

/** One moment where both look the same. */
function spanWords({ first, last }: TimeSpan): string {
  const [from, to] = [momentOf(first), momentOf(last)];
  return from === to ? from : `${from} to ${to}`;
}

const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

function momentOf(ms: Timestamp): string {
  return momentFormat.format(ms);
}
