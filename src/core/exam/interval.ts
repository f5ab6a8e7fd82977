/** A share and where the true one plausibly lies, each 0 to 1. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const z95 = 1.959963984540054;

/**
 * A share with its 95 % interval after Wilson (1927), which stays within 0 and 1 and holds for few answers, too.
 *
 * @returns null for no answers at all: nothing can be said.
 */
export function wilsonInterval(right: number, of: number, z = z95): ShareInterval | null {
  if (of <= 0) return null;
  const share = right / of;
  const centre = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  const low = right === 0 ? 0 : (centre - spread) / scale;
  return { share, low, high: right === of ? 1 : (centre + spread) / scale };
}
