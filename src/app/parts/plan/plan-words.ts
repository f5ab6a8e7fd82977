import type { ExamProspect } from '../../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { longDayWords } from '../text/day-words.ts';
import { minutesWords } from '../text/interval-words.ts';

/** When all cards will have been seen, or that they will not. */
export function coverageWords(prospect: ExamProspect, minutesPerDay: number, wantsNew: boolean): string {
  const { cards, seen, seenBy, neverSeen, minutesForAll, days } = prospect;
  if (seen === cards) return 'You have seen every card.';
  if (!wantsNew) return `You have seen ${seen} of ${cards} cards, and your settings ask for no new ones.`;
  if (seenBy !== null)
    return `You will have seen every card by ${longDayWords(seenBy)}${earlyWords(days.examDay - seenBy)}.`;
  const words = `At ${minutesWords(minutesPerDay)} a day about ${Math.round(neverSeen)} of ${cards} cards stay unseen.`;
  return `${words}${enoughWords(minutesForAll, minutesPerDay)}`;
}

/** How long a day would have to be to see every card, as a sentence that follows another; empty where that is no help. */
export function enoughWords(minutesForAll: number | null, minutesPerDay: number): string {
  if (minutesForAll === null || minutesForAll <= minutesPerDay) return '';
  return ` ${minutesWords(minutesForAll)} a day would be enough for all of them.`;
}

function earlyWords(days: number): string {
  return days < 2 ? ', on the eve' : `, ${countWords(days, 'day')} before the exam`;
}

/** Points of a hundred, with one digit behind the point below ten. */
export function pointsWords(part: number): string {
  const points = 100 * part;
  const digits = Math.abs(points) < 9.95 ? 1 : 0;
  const said = points.toFixed(digits);
  return `${said} ${said === '1.0' ? 'point' : 'points'}`;
}

export function percentWords(part: number): string {
  return `${Math.round(100 * part)} %`;
}
