const fewestWords = 6;
const groups = 3;
// A group of fewer words is shared by too many prompts to tell anything.
const fewestInGroup = 3;
const none: readonly number[] = [];

/**
 * What prompts of nearly the same words have in common: hashes of a prompt's words, summed so that their order does not
 * count, for each group of them that says enough, and of all. Empty when they are too few to compare.
 */
export function promptKeys(text: string): readonly number[] {
  const sums = [0, 0, 0];
  const sizes = [0, 0, 0];
  addWords(text, sums, sizes);
  if ((sizes[0] ?? 0) + (sizes[1] ?? 0) + (sizes[2] ?? 0) < fewestWords) return none;
  const keys: number[] = [];
  for (let group = 0; group < groups; group++) {
    if ((sizes[group] ?? 0) >= fewestInGroup) keys.push((sums[group] ?? 0) ^ group);
  }
  const all = (sums[0] ?? 0) + (sums[1] ?? 0) + (sums[2] ?? 0);
  keys.push(all ^ groups);
  // An array that grew holds places for more; a copy does not.
  return keys.slice();
}

function addWords(text: string, sums: number[], sizes: number[]): void {
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    if (isWordCode(code)) hash = Math.imul(hash ^ (code | 32), 16777619) + 1;
    else if (hash !== 0) {
      const group = (hash >>> 7) % groups;
      sums[group] = ((sums[group] ?? 0) + hash) | 0;
      sizes[group] = (sizes[group] ?? 0) + 1;
      hash = 0;
    }
  }
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127;
}
