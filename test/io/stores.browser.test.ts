import { joinStores } from '../../src/io/storage/two-store-log.ts';
import { indexedDbPlace, opfsPlace } from './browser-places.ts';
import { describeLogStore } from './log-store-contract.ts';

describeLogStore('IndexedDB', indexedDbPlace);
describeLogStore('OPFS', opfsPlace);

describeLogStore('IndexedDB and OPFS', () => {
  const [database, files] = [indexedDbPlace(), opfsPlace()];
  return { open: async () => joinStores(await database.open(), await files.open()), isLasting: true };
});
