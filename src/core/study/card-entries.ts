import type { CardId, EntryId, ShowingId } from '../model/id.ts';
import { entryIdOf } from '../model/log/log.ts';
import type { LogEntry } from '../model/log/log-entry.ts';
import { activeEntries } from '../scheduler/fold/active-entries.ts';
import type { Answer } from '../scheduler/fold/latest-answers.ts';

/** The answers of these cards that count, of every tab, in the order of the fold. */
export function answersOf(log: readonly LogEntry[], cards: ReadonlySet<CardId>): readonly Answer[] {
  const isOurs = (entry: LogEntry) =>
    entry.t === 'undo' || entry.t === 'clock-fix' || (entry.t === 'answer' && cards.has(entry.card));
  return activeEntries(log.filter(isOurs)).filter((entry): entry is Answer => entry.t === 'answer');
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

/** Whether that entry is the latest of its kind for the card; a step of an older version, which names none, is. */
export function isLatest(
  log: readonly LogEntry[],
  kind: 'suspend' | 'bury',
  card: CardId,
  entry: EntryId | null,
): boolean {
  const isOurs = (other: LogEntry) => other.t === 'undo' || other.t === 'clock-fix' || other.t === kind;
  const ours = log.filter((other) => isOurs(other) && (!('card' in other) || other.card === card));
  const latest = activeEntries(ours).findLast(({ t }) => t === kind);
  return entry === null || latest === undefined || entryIdOf(latest) === entry;
}
