import { createMemoryStore } from '../../src/io/storage/memory-store.ts';
import { joinStores } from '../../src/io/storage/two-store-log.ts';
import { describeLogStore } from './log-store-contract.ts';

describeLogStore('memory', () => ({ open: async () => createMemoryStore(), isLasting: false }));

describeLogStore('two stores as one', () => ({
  open: async () => joinStores(createMemoryStore(), createMemoryStore()),
  isLasting: false,
}));
