const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const askedPattern =
  /\b(?:(?:choose|select|pick|mark|tick)\s+(?:any\s+|exactly\s+|the\s+)?\W{0,2}(one|two|three|four|five|six|seven|eight|[1-8])\b|which\s+\W{0,2}(two|three|four|five|six)\b)/i;

/** How many answers a prompt itself asks for, in its own words: "Choose TWO", "which three"; null when it does not say. */
export function numberAskedFor(prompt: string): { readonly words: string; readonly count: number } | null {
  const match = askedPattern.exec(prompt);
  const word = match?.[1] ?? match?.[2];
  if (match === null || word === undefined) return null;
  const named = numberWords.indexOf(word.toLowerCase());
  return { words: match[0].replace(/\s+/g, ' '), count: named >= 0 ? named : Number(word) };
}
