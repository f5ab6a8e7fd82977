import type { Rating } from '../../model/verdict.ts';
import { type Kernel, memoryKernel } from './memory-kernel.ts';
import { type Parameters, takeParameters } from './parameters.ts';

/** What FSRS remembers of a card. */
export interface Memory {
  /** Days until recall falls to 90 %; more than 0. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** The memory model, FSRS-6. Days are study days, never hours. */
export interface Scheduler extends Kernel {
  /** w0 to w20, by which it goes. */
  readonly parameters: Parameters;
  /** Memory after an answer; `null` for a card that was never answered. `elapsedDays` >= 0. */
  next(memory: Memory | null, elapsedDays: number, rating: Rating): Memory;
  /** Chance of recall, 0 to 1. */
  retrievability(memory: Memory, elapsedDays: number): number;
}

export interface SchedulerOptions {
  /** Chance of recall at which a card comes back; more than 0, at most 1, or it is a RangeError. */
  readonly desiredRetention: number;
  /** 21 numbers; 17 or 19 of an older FSRS are taken over. FSRS-6's own unless said otherwise. */
  readonly parameters?: readonly number[] | undefined;
  /** Whether answers on one day follow the same-day formula; on unless said otherwise. */
  readonly shortTerm?: boolean;
}

/** FSRS-6 with one learner's wishes. The formulas, over plain numbers, are those of `memory-kernel.ts`. */
export function createScheduler({ desiredRetention, parameters, shortTerm = true }: SchedulerOptions): Scheduler {
  const taken = takeParameters(parameters, shortTerm);
  const kernel = memoryKernel(taken, desiredRetention, shortTerm);
  const { stabilityAfter, difficultyAfter, recallAfter } = kernel;
  return {
    ...kernel,
    parameters: taken,
    next(memory, elapsedDays, rating) {
      const { stability, difficulty } = memory ?? notRemembered;
      return {
        stability: stabilityAfter(stability, difficulty, elapsedDays, rating),
        difficulty: difficultyAfter(difficulty, rating),
      };
    },
    retrievability: ({ stability }, elapsedDays) => recallAfter(stability, elapsedDays),
  };
}

const notRemembered: Memory = { stability: 0, difficulty: 0 };
