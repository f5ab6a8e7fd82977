/**
 * How a memory differs from what is usual of many learners, as additions to FSRS-6's own parameters (scheduling §7): to
 * ln of the first stabilities (w0 to w3), to w8, to ln of the decay (w20), to w4, and to ln of w11. All 0: as usual.
 */
export type Deviations = readonly [number, number, number, number, number];

/** A learner's own memory, as it was measured. */
export interface MeasuredMemory {
  /** Thousandths, each at most 3 from 0. */
  readonly deviations: Deviations;
  /** How many answers on a later day than the one before said so. */
  readonly answers: number;
  /** The learner's date on which it was measured, `YYYY-MM-DD`. */
  readonly date: string;
}

const tag = 'fsrs-6';
const mostDeviation = 3;

/** As a register holds it: `fsrs-6 0.412 -0.105 0.2 0 0.033 812 2026-12-03`. To be read by `readMeasured`. */
export function writeMeasured({ deviations, answers, date }: MeasuredMemory): string {
  return [tag, ...deviations, answers, date].join(' ');
}

/** The nearest that a register can hold. */
export function asDeviations(values: readonly number[]): Deviations {
  const kept = values.map((value) => {
    const within = Math.min(mostDeviation, Math.max(-mostDeviation, value));
    return Math.round(within * 1000) / 1000 || 0;
  });
  if (!areDeviations(kept)) throw new Error(`Inconsistent: ${values.length} deviations`);
  return kept;
}

/** Null for what another version wrote for another memory model, and for what cannot be. */
export function readMeasured(text: unknown): MeasuredMemory | null {
  if (typeof text !== 'string' || !/^fsrs-6( -?\d(\.\d{1,3})?){5} \d{1,7} \d{4}-\d\d-\d\d$/.test(text)) return null;
  const [, ...parts] = text.split(' ');
  const deviations = parts.slice(0, 5).map(Number);
  const isMeant = areDeviations(deviations) && deviations.every((value) => Math.abs(value) <= mostDeviation);
  return isMeant ? { deviations, answers: Number(parts[5]), date: parts[6] ?? '' } : null;
}

function areDeviations(values: readonly number[]): values is Deviations {
  return values.length === 5 && values.every(Number.isFinite);
}
