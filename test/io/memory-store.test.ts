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

describe('two stores as one, of which one is slow or cannot be read', () => {
  const broken: LogStore = { ...createMemoryStore(), readFrom: () => Promise.reject(new Error('The disk is gone')) };

  it.each(['first', 'second'])('give what there is when it is the %s', async (place) => {
    const whole = createMemoryStore();
    const writer = writeLog('a');
    writer.answer('one', 3);
    await whole.append(writer.entries);
    const both = place === 'first' ? joinStores(broken, whole) : joinStores(whole, broken);
    expect((await both.readFrom(null)).entries).toEqual(writer.entries);
  });

  it.each(['first', 'second'])('have saved nothing before the %s has it, too', async (place) => {
    const writer = writeLog('a');
    writer.answer('one', 3);
    const ends: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
    const append = () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
    const slow: LogStore = { ...createMemoryStore(), append };
    const quick = createMemoryStore();
    const both = place === 'first' ? joinStores(slow, quick) : joinStores(quick, slow);
    const states: string[] = [];
    const saving = both.append(writer.entries).then(
      () => states.push('saved'),
      () => states.push('failed'),
    );
    // Whatever could have come true by now without the slow one has.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect([states, (await quick.readFrom(null)).entries]).toEqual([[], writer.entries]);
    if (place === 'first') ends[0]?.resolve();
    else ends[0]?.reject(new Error('The disk is full'));
    await saving;
    expect(states).toEqual([place === 'first' ? 'saved' : 'failed']);
  });

  it('give nothing when it is both', async () => {
    await expect(joinStores(broken, broken).readFrom(null)).rejects.toThrow('The disk is gone');
  });
});
