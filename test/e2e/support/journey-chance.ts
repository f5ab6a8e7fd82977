import type { BrowserContext } from 'playwright';
import { seededRandom } from '../../../src/core/text/seeded-random.ts';
import { seed } from '../../seed.ts';

/** What the app draws for its shuffles in a journey, again from the first one in every page. */
export function journeyDraws(from: number = seed): readonly number[] {
  const draw = seededRandom(from);
  return Array.from({ length: 1000 }, () => draw(2 ** 32));
}

/**
 * Makes every shuffle in the pages of a context follow from given draws. Ids (`Uint8Array`) stay as they are: two tabs
 * must not have the same.
 */
export async function fixChance(context: BrowserContext, draws: readonly number[]): Promise<void> {
  await context.addInitScript((values) => {
    const ids = crypto.getRandomValues.bind(crypto);
    let drawn = 0;
    const next = () => values[drawn++ % values.length] ?? 0;
    const fill = <T extends ArrayBufferView<ArrayBuffer>>(array: T): T => {
      if (!(array instanceof Uint32Array)) return ids(array);
      array.set(array.map(next));
      return array;
    };
    Object.defineProperty(crypto, 'getRandomValues', { value: fill });
  }, draws);
}
