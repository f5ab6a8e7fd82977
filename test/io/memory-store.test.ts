import { describe, expect, it } from 'vitest';
import type { LogStore } from '../../src/core/model/log/log-store.ts';
import { createMemoryStore } from '../../src/io/storage/memory-store.ts';
import { joinStores } from '../../src/io/storage/two-store-log.ts';
import { writeLog } from '../log-builders.ts';
import { describeLogStore } from './log-store-contract.ts';

describeLogStore('memory', () => ({ open: async () => createMemoryStore(), isLasting: false }));

describeLogStore('two stores as one', () => ({
  open: async () => joinStores(createMemoryStore(), createMemoryStore()),
  isLasting: false,
}));

describe('two stores as one, of which one cannot be read', () => {
  const broken: LogStore = { ...createMemoryStore(), readFrom: () => Promise.reject(new Error('The disk is gone')) };

  it.each(['first', 'second'])('give what there is when it is the %s', async (place) => {
    const whole = createMemoryStore();
    const writer = writeLog('a');
    writer.answer('one', 3);
    await whole.append(writer.entries);
    const both = place === 'first' ? joinStores(broken, whole) : joinStores(whole, broken);
    expect((await both.readFrom(null)).entries).toEqual(writer.entries);
  });

  it('give nothing when it is both', async () => {
    await expect(joinStores(broken, broken).readFrom(null)).rejects.toThrow('The disk is gone');
  });
});
