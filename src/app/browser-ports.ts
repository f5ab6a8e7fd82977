import type { Chance } from '../core/model/chance.ts';
import type { Clock } from '../core/model/clock.ts';
import type { LogId, ShowingId, Timestamp } from '../core/model/id.ts';
import type { MarkStore } from '../core/model/mark-store.ts';
import type { Tabs } from '../core/model/tabs.ts';

export const browserClock: Clock = {
  now: () => Date.now() as Timestamp,
  uptimeMs: () => performance.now(),
  serverNow,
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
};

/** A HEAD is never answered from the caches of the app. */
async function serverNow(): Promise<Timestamp | null> {
  if (!navigator.onLine) return null;
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  const said = Date.parse(answer?.headers.get('date') ?? '');
  return Number.isNaN(said) ? null : (said as Timestamp);
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

function randomText(length: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte & 31]).join('');
}

export const browserChance: Chance = {
  logId: () => randomText(20) as LogId,
  showingId: () => randomText(12) as ShowingId,
  seed: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1,
};

const prefix = 'sveska.';

/** Marks in localStorage, which some browsers forbid: then nothing is kept, and nothing fails. */
export const browserMarks: MarkStore = {
  get: (key) => quietly(() => localStorage.getItem(prefix + key), null),
  set: (key, value) => quietly(() => localStorage.setItem(prefix + key, value), undefined),
  remove: (key) => quietly(() => localStorage.removeItem(prefix + key), undefined),
  keys: () => quietly(ownKeys, []),
};

function ownKeys(): readonly string[] {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

function quietly<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

export function eraseMarks(): void {
  quietly(() => {
    for (const key of ownKeys()) localStorage.removeItem(prefix + key);
  }, undefined);
}

/** Other tabs hear of new entries over a channel; they read them from the stores. */
export function openTabs(): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { announce: () => {}, subscribe: () => () => {} };
  const channel = new BroadcastChannel('sveska');
  return {
    announce: () => channel.postMessage('entries'),
    subscribe: (onChange) => {
      channel.addEventListener('message', onChange);
      return () => channel.removeEventListener('message', onChange);
    },
  };
}

export async function askToPersist(): Promise<boolean | null> {
  if (typeof navigator.storage?.persist !== 'function') return null;
  return navigator.storage.persist().catch(() => null);
}

/** Does work after the page has loaded and been drawn. */
export function whenIdle(work: () => Promise<void>): void {
  const start = () => setTimeout(() => void work(), 500);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
