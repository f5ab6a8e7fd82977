import { mostMs } from '../../model/log/log.ts';
import type { AnswerHow, EntryFields, LogEntry, LogPlace } from '../../model/log/log-entry.ts';
import { isSettingValue } from '../../model/settings.ts';
import { studyDayOf } from '../study-day.ts';

/** An entry of that kind, with its place. */
export type EntryOf<T extends EntryFields['t']> = LogPlace & Extract<EntryFields, { t: T }>;

/** What a kind is about: one card, the learner, or the log itself (which entries count, and when). */
type Scope = 'card' | 'learner' | 'log';

interface EntryKind<T extends EntryFields['t']> {
  readonly over: Scope;
  /** Whether the values can be; an entry with one that cannot is passed over and kept in the log. */
  isWhole(entry: EntryOf<T>): boolean;
}

type EntryKinds = { readonly [T in EntryFields['t']]: EntryKind<T> };

/** How far the day of an answer may lie from the day of its clock: travellers and nights. */
const strayDays = 2;
/** How far ahead a card may be left out. */
const buriedDays = 366;
const hows: readonly AnswerHow[] = ['review', 'reading', 'practice', 'exam'];

/** Every kind of entry: one that is missing here does not compile, and then one without a reducer does not. */
const entryKinds = {
  answer: { over: 'card', isWhole: isWholeAnswer },
  suspend: { over: 'card', isWhole: ({ value }) => typeof value === 'boolean' },
  bury: { over: 'card', isWhole: (entry) => isDayNear(entry, entry.day, buriedDays) },
  flag: { over: 'card', isWhole: ({ value }) => typeof value === 'boolean' },
  note: { over: 'card', isWhole: ({ text }) => typeof text === 'string' },
  reset: { over: 'card', isWhole: () => true },
  setting: {
    over: 'learner',
    isWhole: ({ key, value }) => typeof key === 'string' && isPlain(value) && isSettingValue(key, value),
  },
  'pack-on': { over: 'learner', isWhole: ({ pack }) => typeof pack === 'string' },
  'pack-off': { over: 'learner', isWhole: ({ pack }) => typeof pack === 'string' },
  undo: { over: 'log', isWhole: ({ ref }) => typeof ref === 'string' },
  'clock-fix': { over: 'log', isWhole: isWholeClockFix },
} as const satisfies EntryKinds;

type KindsOver<S extends Scope> = {
  [T in keyof typeof entryKinds]: (typeof entryKinds)[T]['over'] extends S ? T : never;
}[keyof typeof entryKinds];

export type CardEntry = { [T in KindsOver<'card'>]: EntryOf<T> }[KindsOver<'card'>];
export type LearnerEntry = { [T in KindsOver<'learner'>]: EntryOf<T> }[KindsOver<'learner'>];
export type Undo = EntryOf<'undo'>;
export type ClockFix = EntryOf<'clock-fix'>;

/** Whether an entry is about a card and well formed; other kinds and newer versions are passed over. */
export function isCardEntry(entry: LogEntry): entry is CardEntry {
  return isOver(entry, 'card') && typeof (entry as CardEntry).card === 'string';
}

export function isLearnerEntry(entry: LogEntry): entry is LearnerEntry {
  return isOver(entry, 'learner');
}

export function isUndo(entry: LogEntry): entry is Undo {
  return entry.t === 'undo' && isOver(entry, 'log');
}

export function isClockFix(entry: LogEntry): entry is ClockFix {
  return entry.t === 'clock-fix' && isOver(entry, 'log');
}

/** A foreign log may call a kind what objects call their own things. Nearly all entries are answers: asked first. */
function isOver(entry: LogEntry, scope: Scope): boolean {
  if (entry.t === 'answer') return entry.v === 1 && scope === 'card' && isWholeAnswer(entry);
  return entry.v === 1 && Object.hasOwn(entryKinds, entry.t) && isWholeOver(entry.t, entry, scope);
}

function isWholeOver<T extends EntryFields['t']>(t: T, entry: EntryOf<T>, scope: Scope): boolean {
  const kinds: EntryKinds = entryKinds;
  return kinds[t].over === scope && kinds[t].isWhole(entry);
}

function isWholeAnswer(answer: EntryOf<'answer'>): boolean {
  const { r, how, score, p, day } = answer;
  return (
    (r === 1 || r === 2 || r === 3 || r === 4) &&
    (how === undefined || hows.includes(how)) &&
    (score === undefined || isNumberWithin(score, 0, 1)) &&
    (p === undefined || isNumberWithin(p, 0, 1)) &&
    (day === undefined || isDayNear(answer, day, strayDays))
  );
}

function isDayNear({ ms, tz }: LogPlace, day: number, mostDays: number): boolean {
  return Number.isSafeInteger(day) && Math.abs(day - studyDayOf(ms, tz)) <= mostDays;
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}

function isWholeClockFix({ ref, from, to, delta, above, below }: ClockFix): boolean {
  const isRange = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  const isBound = [above, below].every((bound) => bound === undefined || Number.isFinite(bound));
  return typeof ref === 'string' && isRange && isBound && isNumberWithin(delta, -2 * mostMs, 2 * mostMs);
}

/** A damaged backup may hold a number as text, which compares like one and adds up to nonsense. */
function isNumberWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}
