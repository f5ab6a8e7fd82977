import { fsrsFill, fsrsReviewsFirst, stockFsrs } from './fsrs-policies.ts';
import { myopic } from './myopic.ts';
import { planned } from './planned.ts';
import type { Policy } from './policy.ts';
import { ankiSm2, leitner, random, roundRobin } from './simple-policies.ts';

/** What a planner is measured against. */
export const baselines: readonly Policy[] = [
  stockFsrs,
  fsrsReviewsFirst,
  fsrsFill,
  ankiSm2,
  leitner,
  roundRobin,
  random,
];

/** What looks at the date of the exam. Unless another one is named, the targets judge the last of them. */
export const planners: readonly Policy[] = [myopic, planned];

/** In the order of tables. */
export const policies: readonly Policy[] = [...baselines, ...planners];
