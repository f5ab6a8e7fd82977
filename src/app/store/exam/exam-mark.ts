import type { Attempt } from '../../../core/exam/attempt.ts';
import { type Heartbeat, heartbeatOf, isElsewhere, isForeign, readHeartbeat } from '../../../core/exam/heartbeat.ts';
import type { Ports } from '../../ports.ts';

/** The mark by which tabs know who has an exam on the desk. */
export interface ExamMark {
  read(): Heartbeat | null;
  /** From now on this tab has it, whoever had it before. */
  take(): void;
  /** Whether another tab has told of the exam last, however long ago: what this one knows of it is old. */
  isForeign(): boolean;
  /** Whether another tab has it at this moment. */
  isElsewhere(): boolean;
  /** Says that this tab has it, and how far it has come. */
  beat(attempt: Attempt): void;
  /** Says that nobody has it any more. */
  release(attempt: Attempt): void;
}

export function examMark({ marks, clock, chance }: Pick<Ports, 'marks' | 'clock' | 'chance'>, id: string): ExamMark {
  const tab: string = chance.showingId();
  const key = `exam:${id}`;
  let since = 0;
  const read = () => readHeartbeat(marks.get(key));
  return {
    read,
    take: () => {
      // Later than whoever had it, even where the clock was set back since.
      since = Math.max(clock.now(), (read()?.since ?? 0) + 1);
    },
    isForeign: () => isForeign(read(), { tab, since }),
    isElsewhere: () => isElsewhere(read(), { tab, since }, clock.now()),
    beat: (attempt) => {
      if (attempt.ending === null) marks.set(key, heartbeatOf(attempt, tab, since));
      else marks.remove(key);
    },
    release: (attempt) => marks.set(key, heartbeatOf(attempt, '', since)),
  };
}
