import type { EntryId, ShowingId } from '../model/id.ts';
import { entryIdOf } from '../model/log/log.ts';
import type { CardHistory } from '../scheduler/fold/card-history.ts';
import type { Answer } from '../scheduler/fold/latest-answers.ts';

/** The answers of a card that count, of every tab, in the order of the fold. */
export function answersIn({ active }: CardHistory): readonly Answer[] {
  return active.filter((entry): entry is Answer => entry.t === 'answer');
}

/** An answer of that showing which another tab wrote; null while nobody has rated it elsewhere. */
export function ratedElsewhere(answers: readonly Answer[], at: ShowingId | null, own: EntryId | null): Answer | null {
  return answers.find((answer) => answer.at === at && entryIdOf(answer) !== own) ?? null;
}

/** Whether the card was answered once more after that entry, or the same answer was rated elsewhere: that stands. */
export function isAnsweredSince(answers: readonly Answer[], entry: EntryId): boolean {
  const place = answers.findIndex((answer) => entryIdOf(answer) === entry);
  const own = answers[place];
  return (
    own !== undefined &&
    (place < answers.length - 1 || answers.some(({ at }, other) => other !== place && at === own.at))
  );
}

/** Whether that entry is the card's latest of its kind; a step of an older version, which names none, is. */
export function isLatest({ active }: CardHistory, kind: 'suspend' | 'bury', entry: EntryId | null): boolean {
  const latest = active.findLast(({ t }) => t === kind);
  return entry === null || latest === undefined || entryIdOf(latest) === entry;
}
