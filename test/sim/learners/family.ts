/**
 * The families that count, with equal weight. Two remember by FSRS-6 with hidden parameters (FPH with hard material),
 * three do not: `act-r-memory.ts`, `mcm-memory.ts`, `half-life-memory.ts`.
 */
export const testedFamilies = ['FP', 'FPH', 'ACT-R', 'MCM', 'HL'] as const;

/** With F0, which is FSRS-6 exactly as the policies believe: for tests and for the certificate alone. */
export const families = ['F0', ...testedFamilies] as const;

export type Family = (typeof families)[number];
