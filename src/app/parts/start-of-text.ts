const longestStart = 100;

/** The beginning of a text in one line, cut between two words. */
export function startOf(text: string): string {
  if (text.length <= longestStart) return text;
  const lastBlank = text.lastIndexOf(' ', longestStart);
  return `${text.slice(0, lastBlank > 0 ? lastBlank : longestStart)} …`;
}
