import type { LogEntry } from '../../model/log/log-entry.ts';
import type { Folding } from '../fold/base/base.ts';
import { takeParameters } from '../memory/parameters.ts';
import { type MemoryFinding, measureMemory } from './measure-memory.ts';
import { readReviews } from './read-reviews.ts';

/** The way to a measurement that does not hold up the page. */
export interface MemoryMeter {
  /** Rejects when it cannot be computed there. */
  measure(log: readonly LogEntry[], folding: Folding): Promise<MemoryFinding>;
}

/** What a whole log, in any order, says of the learner's memory, beside the parameters by which it is folded now. */
export function measureLog(log: readonly LogEntry[], folding: Folding): MemoryFinding {
  return measureMemory(readReviews(log, folding), takeParameters(folding.parameters));
}
