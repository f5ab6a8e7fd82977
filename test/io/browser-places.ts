import { openIndexedDbStore } from '../../src/io/storage/indexed-db-store.ts';
import { openOpfsStore } from '../../src/io/storage/opfs-store.ts';
import type { StorePlace } from './log-store-contract.ts';

export function freshName(): string {
  return `sveska-test-${crypto.randomUUID()}`;
}

export function indexedDbPlace(): StorePlace {
  const name = freshName();
  return { open: () => openIndexedDbStore({ name, onBlocked: () => {} }), isLasting: true };
}

export function opfsPlace(): StorePlace {
  const folder = freshName();
  return { open: () => openOpfsStore(folder), isLasting: true };
}
