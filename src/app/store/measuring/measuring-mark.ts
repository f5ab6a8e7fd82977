import type { StudyDay } from '../../../core/model/id.ts';
import type { MarkStore } from '../../../core/model/mark-store.ts';

/** When this device has last tried to measure the learner's memory. */
export interface MeasuringMark {
  /** The study day on which a try began. */
  readonly day: StudyDay;
  /** How many repeated answers there were when one last came to an end; 0 before that. */
  readonly repeated: number;
}

const mark = 'measured';

export function keepMeasuring(marks: MarkStore, { day, repeated }: MeasuringMark): void {
  marks.set(mark, `${day} ${repeated}`);
}

/** Null where none was kept, and where what was kept cannot be. */
export function readMeasuring(marks: MarkStore): MeasuringMark | null {
  const [, day, repeated] = /^(\d{1,6}) (\d{1,9})$/.exec(marks.get(mark) ?? '') ?? [];
  return day === undefined ? null : { day: Number(day) as StudyDay, repeated: Number(repeated) };
}
