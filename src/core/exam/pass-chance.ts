import type { ExamBlueprint } from '../model/pack.ts';
import { scoredQuotasOf } from './draw-exam.ts';
import type { ExamSize } from './sizes.ts';

/**
 * The chance, 0 to 1, that at least `needed` scored questions of an exam are answered right. The exam is drawn as
 * `drawExam` does from questions of which none is on trial; nothing is simulated.
 *
 * @param rates by domain, for each question of the pool the chance that it is answered right, whatever else is drawn.
 */
export function passChance(
  blueprint: Pick<ExamBlueprint, 'domains'>,
  rates: ReadonlyMap<string, readonly number[]>,
  size: Pick<ExamSize, 'questions' | 'scored'>,
  needed: number,
): number {
  const quotas = [...scoredQuotasOf(blueprint, size)];
  const rights = quotas.map(([domain, quota]) => rightsOfDraw(rates.get(domain) ?? [], quota));
  const sum = rights.reduce(sumOf, [1]);
  return sum.slice(Math.max(0, needed)).reduceRight((total, chance) => total + chance, 0);
}

/**
 * How likely it is that 0, 1, 2 … of `count` questions are right that are drawn without putting back. Question by question:
 * of those that are left, each is as likely to be among those that are still to be drawn. Where every rate is 0 or 1 that
 * is the hypergeometric distribution.
 */
function rightsOfDraw(rates: readonly number[], count: number): readonly number[] {
  const most = Math.min(count, rates.length);
  // By how many are drawn so far, and how many of them are right.
  let chances = table(most);
  setIn(chances, 0, 0, 1);
  for (const [at, rate] of rates.entries()) chances = afterOne(chances, rate, rates.length - at);
  return chances[most] ?? [];
}

function afterOne(chances: readonly (readonly number[])[], rate: number, left: number): number[][] {
  const most = chances.length - 1;
  const next = table(most);
  for (let drawn = 0; drawn <= most; drawn++) {
    const isDrawn = Math.min(1, (most - drawn) / left);
    for (let right = 0; right <= drawn; right++) {
      const chance = chances[drawn]?.[right] ?? 0;
      if (chance === 0) continue;
      setIn(next, drawn, right, chance * (1 - isDrawn));
      setIn(next, drawn + 1, right, chance * isDrawn * (1 - rate));
      setIn(next, drawn + 1, right + 1, chance * isDrawn * rate);
    }
  }
  return next;
}

function table(most: number): number[][] {
  return Array.from({ length: most + 1 }, () => new Array<number>(most + 1).fill(0));
}

/** Adds to a cell; what cannot come to pass has none. */
function setIn(cells: readonly number[][], drawn: number, right: number, chance: number): void {
  const row = cells[drawn];
  if (row !== undefined && chance > 0) row[right] = (row[right] ?? 0) + chance;
}

/** The distribution of the sum of two independent counts. */
function sumOf(a: readonly number[], b: readonly number[]): readonly number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (const [i, chance] of a.entries()) {
    for (const [j, other] of b.entries()) sum[i + j] = (sum[i + j] ?? 0) + chance * other;
  }
  return sum;
}
