const longestStart = 100;

/** The beginning of a text in one line, cut between two words; in a word only where there is no blank to cut at. */
export function startOf(text: string, longest = longestStart): string {
  if (text.length <= longest) return text;
  const lastBlank = text.lastIndexOf(' ', longest);
  return `${lastBlank > 0 ? text.slice(0, lastBlank) : wholeCharacters(text.slice(0, longest))} …`;
}

/** A character of two code units is not cut in half. */
function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
