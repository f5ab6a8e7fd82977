/** What a prediction offers: the right ones and what slips lead to, each once, in order; numbers by size. */
export function distinctOptions(numbers: readonly number[], least = 0): readonly string[] {
  const fit = numbers.filter((number) => Number.isInteger(number) && number >= least);
  return [...new Set(fit)].toSorted((a, b) => a - b).map(String);
}
