import { expect } from 'vitest';

/** Within so much; of numbers above 1, within so much of them. An expectation for each of a million would be slow. */
export function expectNear(found: number | undefined, wanted: number, within = 1e-9): void {
  const distance = Math.abs((found ?? Number.NaN) - wanted);
  if (distance <= within * Math.max(1, Math.abs(wanted))) return;
  expect.fail(`${found} is not within ${within} of ${wanted}`);
}

export function expectAllNear(found: Iterable<number>, wanted: Iterable<number>, within = 1e-9): void {
  const [ours, theirs] = [[...found], [...wanted]];
  expect(ours.length).toBe(theirs.length);
  for (const [at, some] of theirs.entries()) expectNear(ours[at], some, within);
}

export function expectNumbers(numbers: Iterable<number>): void {
  const all = [...numbers];
  expect(all.filter((number) => !Number.isFinite(number))).toEqual([]);
}
