import type { Timestamp } from '../../../core/model/id.ts';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Day and time by the learner's own clock. */
export function momentWords(at: Timestamp): string {
  return format.format(at);
}
