/** As long as a typed answer may be. Folding is not linear in what is pasted, so whoever folds asks first. */
export const longestTyped = 1000;

/** Spacing and compatibility forms do not count, nor does case unless it is exact: NFKC, single spaces, lower case. */
export function foldText(text: string, exactCase = false): string {
  // NFKC would make 12 of a one with a raised two.
  const plain = text.replace(/\p{No}/gu, (digit) => `<${digit.codePointAt(0)}>`);
  const folded = plain.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return exactCase ? folded : folded.toLowerCase();
}
