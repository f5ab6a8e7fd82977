import { type CardState, newSchedule, type Schedule } from '../../../src/core/model/card-state.ts';
import type { CardId, StudyDay, Timestamp } from '../../../src/core/model/id.ts';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import type { Memory, Scheduler } from '../../../src/core/scheduler/memory/fsrs.ts';

/**
 * The fold once more, written from the rules alone and without a thought for speed: every entry is
 * hashed, every card looks through everything.
 */
export function naiveFold(
  log: readonly LogEntry[],
  scheduler: Scheduler,
  renamed: ReadonlyMap<CardId, CardId> = new Map(),
): Map<CardId, CardState> {
  const unique = new Map(log.map((entry) => [`${entry.log} ${entry.n}`, entry]));
  const byId = new Map([...unique.values()].map((entry) => [entryIdOf(entry), entry]));
  const undos = [...byId.values()].filter((entry) => entry.t === 'undo' && entry.v === 1);
  const counts = (entry: LogEntry): boolean =>
    !undos.some((undo) => undo.t === 'undo' && byId.get(undo.ref) === entry && counts(undo));
  const active = [...byId.values()].filter(counts).filter(({ v }) => v === 1);
  const shifted = active.map((entry) => {
    const moved = { ...entry, ms: (entry.ms + shift(entry, active)) as Timestamp };
    return {
      ...moved,
      ...('card' in entry ? { card: renamed.get(entry.card) ?? entry.card } : {}),
      ...('day' in entry && entry.day !== undefined ? { day: entry.day + dayOf(moved) - dayOf(entry) } : {}),
    } as LogEntry;
  });
  shifted.sort((a, b) => a.ms - b.ms || a.c - b.c || compare(a.log, b.log) || a.n - b.n);
  const cards = new Set(shifted.flatMap((entry) => ('card' in entry && isKnown(entry) ? [entry.card] : [])));
  return new Map([...cards].map((card) => [card, foldOne(card, shifted, scheduler)]));
}

function isKnown(entry: LogEntry): boolean {
  const { t } = entry;
  if (t === 'answer' && Math.abs((entry.day ?? dayOf(entry)) - dayOf(entry)) > 2) return false;
  return ['answer', 'suspend', 'bury', 'flag', 'note', 'reset'].includes(t);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function shift(entry: LogEntry, active: readonly LogEntry[]): number {
  const fixes = active.filter((fix) => fix.t === 'clock-fix' && fix.ref === entry.log);
  return fixes.reduce(
    (sum, fix) => (fix.t === 'clock-fix' && fix.from <= entry.n && entry.n <= fix.to ? sum + fix.delta : sum),
    0,
  );
}

/** By the clock, whatever day the entry names. */
function dayOf(entry: LogEntry): StudyDay {
  const local = new Date(entry.ms + entry.tz * 60_000);
  const isNight = local.getUTCHours() < 4;
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  return (midnight / 86_400_000 - (isNight ? 1 : 0)) as StudyDay;
}

function foldOne(card: CardId, ordered: readonly LogEntry[], scheduler: Scheduler): CardState {
  const own = ordered.filter((entry) => 'card' in entry && entry.card === card);
  const last = <T extends LogEntry['t']>(t: T) =>
    own.findLast((entry): entry is Extract<LogEntry, { t: T }> => entry.t === t);
  const showings = new Set<string>();
  const answers = own.filter((entry) => {
    if (entry.t !== 'answer' || !isKnown(entry) || showings.has(entry.at)) return false;
    showings.add(entry.at);
    return true;
  });
  const reset = own.findLastIndex((entry) => entry.t === 'reset');
  let seen: Seen | null = null;
  for (const entry of answers) {
    if (entry.t !== 'answer' || own.indexOf(entry) < reset) continue;
    const day = entry.day ?? dayOf(entry);
    const isPractice = entry.how === 'practice' || entry.how === 'exam';
    if (isPractice && !isMiss(entry) && (seen === null || dueOf(seen, scheduler) > day)) continue;
    seen = answered(seen, entry, day, scheduler);
  }
  return {
    card,
    suspended: last('suspend')?.value ?? false,
    buriedUntil: (last('bury')?.day ?? null) as StudyDay | null,
    flagged: last('flag')?.value ?? false,
    note: last('note')?.text ?? '',
    voided: 0,
    ...(seen === null ? newSchedule : scheduleOf(seen, scheduler)),
  };
}

interface Seen {
  readonly memory: Memory;
  readonly before: Memory | null;
  readonly elapsed: number;
  readonly reps: number;
  readonly lapses: number;
  readonly firstDay: StudyDay;
  readonly lastDay: StudyDay;
  readonly missedDay: StudyDay | null;
  readonly last: Extract<LogEntry, { t: 'answer' }>;
}

function answered(before: Seen | null, last: Seen['last'], day: StudyDay, scheduler: Scheduler): Seen {
  if (before === null) {
    const first = { memory: memoryAfter(null, 0, last, scheduler), before: null, elapsed: 0 };
    const missedDay = isMiss(last) ? day : null;
    return { ...first, reps: 1, lapses: 0, firstDay: day, lastDay: day, missedDay, last };
  }
  const { memory, reps, lapses, firstDay, lastDay, missedDay } = before;
  const elapsed = Math.max(0, day - lastDay);
  return {
    memory: memoryAfter(memory, elapsed, last, scheduler),
    before: memory,
    elapsed,
    reps: reps + 1,
    lapses: lapses + (isMiss(last) && day > lastDay ? 1 : 0),
    firstDay,
    lastDay: Math.max(day, lastDay) as StudyDay,
    missedDay: isMiss(last) ? (Math.max(day, lastDay) as StudyDay) : missedDay,
    last,
  };
}

type Answer = Seen['last'];

function isMiss({ r, score }: Answer): boolean {
  return r === 1 && score !== 1;
}

/** The weighted means of what Good and Again would leave: geometric for stabilities, plain for difficulties. */
function memoryAfter(before: Memory | null, elapsed: number, answer: Answer, scheduler: Scheduler): Memory {
  const { r, p, score } = answer;
  if (score !== 1 || p === undefined) return scheduler.next(before, elapsed, r);
  const [good, again] = [scheduler.next(before, elapsed, 3), scheduler.next(before, elapsed, 1)];
  const digits = (value: number) => Math.round(value * 1e8) / 1e8;
  const stability = Math.exp(p * Math.log(good.stability) + (1 - p) * Math.log(again.stability));
  const difficulty = p * good.difficulty + (1 - p) * again.difficulty;
  return { stability: digits(Math.min(36_500, Math.max(0.001, stability))), difficulty: digits(difficulty) };
}

function dueOf({ memory, before, elapsed, lastDay, last }: Seen, scheduler: Scheduler): StudyDay {
  if (last.r === 1) return lastDay;
  if (last.score === 1 && last.p !== undefined) return (lastDay + scheduler.interval(memory.stability)) as StudyDay;
  const days = (r: Rating) => scheduler.interval(scheduler.next(before, elapsed, r).stability);
  if (before !== null && elapsed === 0) return (lastDay + days(last.r)) as StudyDay;
  const hard = days(2);
  const good = Math.max(days(3), hard + 1);
  const easy = Math.max(days(4), good + 1);
  return (lastDay + (last.r === 2 ? hard : last.r === 3 ? good : easy)) as StudyDay;
}

function scheduleOf(seen: Seen, scheduler: Scheduler): Schedule {
  const { memory, reps, lapses, firstDay, lastDay, missedDay, last } = seen;
  const due = dueOf(seen, scheduler);
  return { reps, lapses, ...memory, firstDay, lastDay, lastAt: last.ms, lastRating: last.r, missedDay, due };
}
