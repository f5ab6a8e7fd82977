/**
 * Whether a text fits a pattern, in which `*` stands for any characters or none. Each part between two stars is taken
 * where it is found first, so that it takes no longer than the text is long.
 */
export function matchesStars(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
