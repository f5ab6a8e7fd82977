/**
 * A short name for a text: 53 bits in base 36, the same on every platform. Runs of blanks count as one.
 * cyrb53 (bryc, public domain): good spread, no defence against someone who wants a collision, and a pack
 * has only itself to collide with.
 */
export function textHash(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  let afterBlank = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const blank = code <= 32;
    if (blank && afterBlank) continue;
    afterBlank = blank;
    first = Math.imul(first ^ (blank ? 32 : code), 2654435761);
    second = Math.imul(second ^ (blank ? 32 : code), 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36);
}
