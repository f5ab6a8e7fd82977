import type { StudyDay } from '../model/id.ts';
import type { ExamProspect } from '../scheduler/plan/for-exam/exam-prospect.ts';
import type { ComingDay, Outlook } from '../scheduler/plan/outlook.ts';

/** What of a plan says how much comes. */
interface PlannedLoad extends Pick<ExamProspect, 'ahead'> {
  readonly days: Pick<ExamProspect['days'], 'examDay'>;
}

/**
 * What the coming days ask for: by the plan up to an exam, where there is one, and else by when cards come due. The plan
 * fills each day's time, so its reviews are what new cards leave of that.
 */
export function comingLoad(
  { comingDays, seconds }: Pick<Outlook, 'comingDays' | 'seconds'>,
  prospect: PlannedLoad | null,
): readonly ComingDay[] {
  if (prospect === null || prospect.ahead.length === 0) return comingDays;
  const planned = new Map(
    prospect.ahead.map(({ day, minutes, fresh }): [StudyDay, ComingDay] => {
      const reviews = minutes === 0 ? 0 : Math.max(0, (minutes * 60 - fresh * seconds.fresh) / seconds.review);
      return [day, { day, minutes, fresh: Math.round(fresh), reviews: Math.round(reviews) }];
    }),
  );
  const { examDay } = prospect.days;
  const free = (day: StudyDay): ComingDay => ({ day, minutes: 0, fresh: 0, reviews: 0 });
  return comingDays.map((coming) => (coming.day === examDay ? free(examDay) : (planned.get(coming.day) ?? coming)));
}
