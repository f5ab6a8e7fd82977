import type { ReactNode } from 'react';
import type { ExamProspect } from '../../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { shortDayWords } from './plan-words.ts';

/** The days of the plan: minutes, new cards, and how many will have been seen. */
export function PlanDays({ prospect }: { readonly prospect: ExamProspect }): ReactNode {
  const { ahead, cards, days } = prospect;
  return (
    <TableScroll label="Days of the plan">
      <table className="plan-days">
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
              <td>{minutes === 0 ? 'off' : minutesWords(minutes)}</td>
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
