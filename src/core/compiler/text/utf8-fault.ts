/** Where the bytes stop being UTF-8, by line and column from 1 (in bytes); null when they are. Linear. */
export function utf8Fault(bytes: Uint8Array): { readonly line: number; readonly column: number } | null {
  let line = 1;
  let lineStart = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return { line, column: at - lineStart + 1 };
    if (bytes[at] === 10) [line, lineStart] = [line + 1, at + 1];
    at += length;
  }
  return null;
}

/** Bytes of the character that starts here; 0 for none (a stray, missing, overlong or surrogate one). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const [least, most] = secondBytes.get(first) ?? [0x80, 0xbf];
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** First bytes behind which not every byte may stand: RFC 3629, chapter 4. */
const secondBytes: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);
