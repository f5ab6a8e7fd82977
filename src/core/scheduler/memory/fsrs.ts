import { computeDecayFactor, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Rating } from '../../model/verdict.ts';

/** What FSRS remembers of a card. */
export interface Memory {
  /** Days until recall falls to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** The memory model, FSRS-6. Days are study days, never hours. */
export interface Scheduler {
  /** Memory after an answer; `null` for a card that was never answered. `elapsedDays` >= 0. */
  next(memory: Memory | null, elapsedDays: number, rating: Rating): Memory;
  /** Chance of recall, 0 to 1. */
  retrievability(memory: Memory, elapsedDays: number): number;
  /** Days until recall falls to the desired retention: whole, at least 1. */
  interval(stability: number): number;
}

export interface SchedulerOptions {
  /** Chance of recall at which a card comes back; more than 0, at most 1. */
  readonly desiredRetention: number;
  /** 21 numbers; 17 or 19 of an older FSRS are taken over. Defaults are ts-fsrs's. */
  readonly parameters?: readonly number[];
  /** Whether answers on one day follow the same-day formula; on unless said otherwise. */
  readonly shortTerm?: boolean;
}

/** FSRS-6 by ts-fsrs, without its dates: it counts UTC days, a learner's day begins at 04:00. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const algorithm = new FSRSAlgorithm(
    generatorParameters({
      request_retention: options.desiredRetention,
      enable_fuzz: false,
      enable_short_term: options.shortTerm ?? true,
      ...(options.parameters ? { w: [...options.parameters] } : {}),
    }),
  );
  // A proxy that watches for changed parameters; nothing changes them here, and every access pays for it.
  Object.assign(algorithm, { param: { ...algorithm.parameters } });
  const { decay, factor } = computeDecayFactor(algorithm.parameters.w);
  const recall = (elapsedDays: number, stability: number): number =>
    Math.round((1 + (factor * elapsedDays) / stability) ** decay * 1e8) / 1e8;
  // The same to the last digit, without finding the same factor anew for each of a million answers.
  Object.assign(algorithm, { forgetting_curve: recall });
  return {
    next: (memory, elapsedDays, rating) => algorithm.next_state(memory, elapsedDays, rating),
    retrievability: (memory, elapsedDays) => algorithm.forgetting_curve(elapsedDays, memory.stability),
    interval: (stability) => algorithm.next_interval(stability, 0),
  };
}
