import type { CardState } from '../../../src/core/model/card-state.ts';
import type { CardId, StudyDay, Timestamp } from '../../../src/core/model/id.ts';
import { entryIdOf } from '../../../src/core/model/log.ts';
import type { LogEntry } from '../../../src/core/model/log-entry.ts';
import type { Memory, Scheduler } from '../../../src/core/scheduler/fsrs.ts';

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
  const shifted = active.map((entry) => ({
    ...entry,
    ...('card' in entry ? { card: renamed.get(entry.card) ?? entry.card } : {}),
    ms: (entry.ms + shift(entry, active)) as Timestamp,
  }));
  shifted.sort((a, b) => a.ms - b.ms || a.c - b.c || compare(a.log, b.log) || a.n - b.n);
  const cards = new Set(shifted.flatMap((entry) => ('card' in entry && isKnown(entry) ? [entry.card] : [])));
  return new Map([...cards].map((card) => [card, foldOne(card, shifted, scheduler)]));
}

function isKnown({ t }: LogEntry): boolean {
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
    if (entry.t !== 'answer' || showings.has(entry.at)) return false;
    showings.add(entry.at);
    return true;
  });
  const reset = own.findLastIndex((entry) => entry.t === 'reset');
  const counted = answers.filter((entry) => own.indexOf(entry) > reset);
  let memory: Memory | null = null;
  let day: number | null = null;
  let lapses = 0;
  for (const entry of counted) {
    if (entry.t !== 'answer') continue;
    const now = dayOf(entry);
    if (day !== null && entry.r === 1 && now > day) lapses += 1;
    memory = scheduler.next(memory, day === null ? 0 : Math.max(0, now - day), entry.r);
    day = day === null ? now : Math.max(day, now);
  }
  const final = counted.at(-1);
  const rating = final?.t === 'answer' ? final.r : null;
  const first = counted[0];
  return {
    card,
    reps: counted.length,
    lapses,
    stability: memory?.stability ?? 0,
    difficulty: memory?.difficulty ?? 0,
    firstDay: first ? dayOf(first) : null,
    lastDay: day as StudyDay | null,
    lastAt: final?.ms ?? null,
    lastRating: rating,
    due:
      memory === null || day === null
        ? null
        : ((rating === 1 ? day : day + scheduler.interval(memory.stability)) as StudyDay),
    suspended: last('suspend')?.value ?? false,
    buriedUntil: (last('bury')?.day ?? null) as StudyDay | null,
    flagged: last('flag')?.value ?? false,
    note: last('note')?.text ?? '',
    voided: 0,
  };
}
