import type { ReactNode } from 'react';
import type { StudyDay } from '../../../core/model/id.ts';
import { isDayOff, weekdayOf } from '../../../core/scheduler/plan/days-off.ts';
import { dayOfAnswer } from '../../../core/scheduler/study-day.ts';
import { useRecord } from '../../store/stores.tsx';

/** Weeks that still tell something as squares. */
const mostWeeks = 9;

/**
 * The weeks from this one to the exam's, a square a day: a picture of what stands beside it in words, and hidden from
 * whoever hears the page.
 */
export function WeekGrid({ today, examDay }: { readonly today: StudyDay; readonly examDay: StudyDay }): ReactNode {
  const daysOff = useRecord((state) => state.settings.daysOff);
  // Another map with each answer: then the latest entries are others, too.
  useRecord((state) => state.cards);
  const recent = useRecord((state) => state.recent);
  const monday = today - weekdayOf(today) + 1;
  const weeks = Math.floor((examDay - monday) / 7) + 1;
  if (weeks > mostWeeks) return null;
  const studied = new Set(recent().flatMap((entry) => (entry.t === 'answer' ? [dayOfAnswer(entry)] : [])));
  const classOf = (day: StudyDay) => {
    if (day === examDay) return 'cell cell-exam';
    if (day === today) return `cell cell-current ${studied.has(day) ? 'cell-done' : ''}`;
    if (day < today) return studied.has(day) ? 'cell cell-done' : 'cell';
    return day > examDay || isDayOff(daysOff, day) ? 'cell cell-off' : 'cell';
  };
  return (
    <div className="week-grid cells-large" aria-hidden="true">
      {['M', 'T', 'W', 'T', 'F', 'S', 'S'].map((letter, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week stay where they are
        <b key={place}>{letter}</b>
      ))}
      {Array.from({ length: 7 * weeks }, (_, n) => (monday + n) as StudyDay).map((day) => (
        <i key={day} className={classOf(day)} />
      ))}
    </div>
  );
}
