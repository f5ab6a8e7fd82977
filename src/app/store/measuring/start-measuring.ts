import type { StudyDay } from '../../../core/model/id.ts';
import { writeMeasured } from '../../../core/model/measured-memory.ts';
import { leastEvidence, type MemoryFinding } from '../../../core/scheduler/fit/measure-memory.ts';
import { lineageOf } from '../../../core/scheduler/fold/lineage.ts';
import { memoryInUse, schedulerOf } from '../../../core/scheduler/memory/own-scheduler.ts';
import type { Ports } from '../../ports.ts';
import { dateToday } from '../date-today.ts';
import type { DeckStore } from '../deck-store.ts';
import type { RecordState, RecordStore } from '../record/record-state.ts';
import type { SessionStore } from '../session/session-state.ts';
import { keepMeasuring, readMeasuring } from './measuring-mark.ts';
import type { MeasuringStore } from './measuring-store.ts';

/** What a measurement works with. */
export interface MeasuringDesk {
  readonly ports: Pick<Ports, 'clock' | 'marks' | 'whenIdle' | 'openMemoryMeter'>;
  readonly record: RecordStore;
  readonly decks: DeckStore;
  /** The runs of this page, during which it changes nothing. */
  readonly runs: readonly SessionStore[];
  readonly measuring: MeasuringStore;
}

/** What was found, and beside which memory; with how many repeated answers, on which day. */
interface Measurement {
  readonly finding: MemoryFinding;
  readonly beside: string;
  readonly repeated: number;
  readonly day: StudyDay;
}

/** Another measurement needs so many more answers than the last one, as a part of those. */
const growth = 1 / 10;

/**
 * From here on the learner's memory is measured whenever it is time (S33): at most once a study day, when nobody waits,
 * with enough answers and a tenth more than at the last time. What is found is put into the record between the runs of this
 * page. In another tab it is in use as soon as it is there, also during a run.
 */
export function startMeasuring(desk: MeasuringDesk): void {
  const { ports, record, decks, runs, measuring } = desk;
  let lookedOn: StudyDay | null = null;
  let isUnderWay = false;
  let waiting: Measurement | null = null;

  async function measure(day: StudyDay): Promise<void> {
    if (isRunning(desk)) {
      // Whoever has begun to study meanwhile is not held up.
      lookedOn = null;
      return;
    }
    const last = readMeasuring(ports.marks);
    // Another tab may have begun since this one was ready.
    if (last?.day === day) return;
    const repeated = repeatedAnswers(record.getState());
    const before = last?.repeated ?? 0;
    if (repeated < leastEvidence || repeated - before < growth * before) return;
    // Whatever becomes of it, there is no other try on that day.
    keepMeasuring(ports.marks, { day, repeated: before });
    isUnderWay = true;
    try {
      waiting = { ...(await findMemory(desk)), repeated, day };
      measuring.setState({ failure: '' });
    } catch (error) {
      measuring.setState({ failure: String(error) });
    }
    isUnderWay = false;
    look();
  }
  function look(): void {
    if (isUnderWay || isRunning(desk)) return;
    if (waiting !== null) {
      const done = waiting;
      waiting = null;
      conclude(desk, done);
    }
    const day = record.getState().today();
    if (day === lookedOn || !isReady(desk)) return;
    lookedOn = day;
    if (readMeasuring(ports.marks)?.day !== day) ports.whenIdle(() => measure(day));
  }
  for (const store of [record, decks, ...runs]) store.subscribe(look);
  look();
}

function isRunning({ runs }: MeasuringDesk): boolean {
  return runs.some((run) => run.getState().session?.done === false);
}

/** Whether all that a measurement goes by is there, and one is wanted. */
function isReady({ record, decks }: MeasuringDesk): boolean {
  const { opening, settings } = record.getState();
  return opening === 'open' && settings.ownIntervals && decks.getState().status === 'ready';
}

/** At least as many as there are answers on a later day than the one before. */
function repeatedAnswers({ cards }: RecordState): number {
  let count = 0;
  for (const { reps } of cards.values()) count += Math.max(0, reps - 1);
  return count;
}

async function findMemory({ ports, record, decks }: MeasuringDesk): Promise<Pick<Measurement, 'finding' | 'beside'>> {
  const { settings, whole } = record.getState();
  const meter = await ports.openMemoryMeter();
  const finding = await meter.measure(await whole(), {
    desiredRetention: settings.desiredRetention,
    parameters: schedulerOf(settings).parameters,
    lineage: lineageOf([...decks.getState().summaries.values()]),
  });
  return { finding, beside: memoryInUse(settings) };
}

/** Puts what was found into the record, unless another memory is in use by now. */
function conclude({ ports, record, measuring }: MeasuringDesk, { finding, beside, repeated, day }: Measurement): void {
  const { settings, remember } = record.getState();
  keepMeasuring(ports.marks, { day, repeated });
  if (!settings.ownIntervals || memoryInUse(settings) !== beside) return;
  measuring.setState({ found: finding });
  if (finding.t === 'usual') remember('parameters', '');
  if (finding.t !== 'own') return;
  const { deviations, answers } = finding;
  remember('parameters', writeMeasured({ deviations, answers, date: dateToday(ports.clock) }));
}
