/** A fixed number for a name, spread evenly over 32 bits (FNV-1a): an order that follows neither name nor chapter. */
export function spreadOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  // FNV leaves names that differ in the last letter near each other; this mixes the high bits into the low ones.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
