import type { ReactNode } from 'react';
import type { StudyDay } from '../../../core/model/id.ts';
import { isDayOff } from '../../../core/scheduler/plan/days-off.ts';
import type { ExamProspect } from '../../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useRecord } from '../../store/stores.tsx';
import { shortDayWords } from '../text/day-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { TableScroll } from '../text/table-scroll.tsx';

/** The days of the plan: minutes, new cards, and how many will have been seen. */
export function PlanDays({ prospect }: { readonly prospect: ExamProspect }): ReactNode {
  const { ahead, cards, days } = prospect;
  const daysOff = useRecord((state) => state.settings.daysOff);
  const isOff = (day: StudyDay) => isDayOff(daysOff, day);
  return (
    <TableScroll label="Days of the plan">
      <table className="plan-days">
        <caption className="visually-hidden">
          Each day to the exam: minutes, new cards, and how many cards are seen
        </caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Study</th>
            <th scope="col">New cards</th>
            <th scope="col">Seen by then</th>
          </tr>
        </thead>
        <tbody>
          {ahead.map(({ day, minutes, fresh, unseen }, place) => (
            <tr key={day} className={place === 0 ? 'plan-today' : undefined}>
              <th scope="row">{place === 0 ? `${shortDayWords(day)}, today` : shortDayWords(day)}</th>
              <td>{minutes > 0 ? minutesWords(minutes) : place === 0 && !isOff(day) ? 'done' : 'off'}</td>
              <td>{Math.round(fresh)}</td>
              <td>{`${cards - Math.round(unseen)} of ${cards}`}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{shortDayWords(days.examDay)}</th>
            <td
              colSpan={3}
            >{`The exam, after ${countWords(ahead.filter(({ minutes }) => minutes > 0).length, 'day')} of study`}</td>
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
}
