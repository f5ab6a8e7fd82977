/** A hash that grows with each text added to it; 53 bits, the same on every platform. */
export interface TextHash {
  first: number;
  second: number;
}

export function startHash(): TextHash {
  return { first: 0xdeadbeef, second: 0x41c6ce57 };
}

/**
 * Adds a text; a run of blanks counts as one, and none at either end.
 * cyrb53 (bryc, public domain): good spread, no defence against someone who wants a collision, and a pack
 * has only itself to collide with.
 */
export function addToHash(hash: TextHash, text: string): void {
  let { first, second } = hash;
  let blanks = 0;
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32) {
      blanks++;
      continue;
    }
    if (blanks > 0 && letters > 0) {
      first = Math.imul(first ^ 32, 2654435761);
      second = Math.imul(second ^ 32, 1597334677);
    }
    blanks = 0;
    letters++;
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  // Ends the text, so that "a", "bc" and "ab", "c" differ.
  hash.first = Math.imul(first ^ 1, 2654435761);
  hash.second = Math.imul(second ^ 1, 1597334677);
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const pairs: readonly string[] = Array.from(alphabet).flatMap((high) => Array.from(alphabet).map((low) => high + low));

/** Ten characters of base 32 (50 bits). */
export function endHash({ first, second }: TextHash): string {
  const high = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  const low = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const middle = ((high >>> 20) & 0x300) | (low >>> 24);
  return `${pair(high)}${pair(high >>> 10)}${pair(low)}${pair(low >>> 10)}${pair(middle)}`;
}

function pair(bits: number): string {
  return pairs[bits & 1023] ?? '';
}

/** The hash of one text. */
export function textHash(text: string): string {
  const hash = startHash();
  addToHash(hash, text);
  return endHash(hash);
}
