import { readMeasured } from '../../model/measured-memory.ts';
import type { Settings } from '../../model/settings.ts';
import { createScheduler, type Scheduler } from './fsrs.ts';
import { ownParameters } from './own-parameters.ts';

/** What of the settings says when cards come back. */
export type MemorySettings = Pick<Settings, 'desiredRetention' | 'parameters' | 'ownIntervals'>;

/** The text of the memory that is in use; empty for what is usual of many learners. */
export function memoryInUse({ parameters, ownIntervals }: Omit<MemorySettings, 'desiredRetention'>): string {
  return ownIntervals ? parameters : '';
}

/** Kept, since what an exam's plan looks up in is made for one of them. The latest stand last. */
const schedulers = new Map<string, Scheduler>();
/** More than are in use at once: each measurement makes another one, and so does each desired retention that is tried. */
const mostKept = 4;

/** The memory model of a learner with these settings: the same object for the same settings as lately. */
export function schedulerOf(settings: MemorySettings): Scheduler {
  const text = memoryInUse(settings);
  const key = `${settings.desiredRetention} ${text}`;
  const scheduler = schedulers.get(key) ?? createOwn(settings.desiredRetention, text);
  schedulers.delete(key);
  schedulers.set(key, scheduler);
  if (schedulers.size > mostKept) schedulers.delete([...schedulers.keys()][0] ?? '');
  return scheduler;
}

function createOwn(desiredRetention: number, text: string): Scheduler {
  const measured = readMeasured(text);
  const parameters = measured === null ? undefined : ownParameters(measured.deviations);
  return createScheduler({ desiredRetention, parameters });
}
