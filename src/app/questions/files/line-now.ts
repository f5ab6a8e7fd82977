/** Where a line of an earlier text stands now: lines before and after the edited place keep their findings. */
export function lineNow(then: string, now: string, line: number): number {
  const [old, fresh] = [then.split('\n'), now.split('\n')];
  const shorter = Math.min(old.length, fresh.length);
  let before = 0;
  while (before < shorter && old[before] === fresh[before]) before += 1;
  if (line <= before) return line;
  let after = 0;
  while (after < shorter - before && old[old.length - 1 - after] === fresh[fresh.length - 1 - after]) after += 1;
  return line > old.length - after ? line + fresh.length - old.length : Math.min(line, fresh.length);
}

/** How many lines the text has; one that ends in a line break has an empty last line, as an editor shows it. */
export function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** UTF-16 offsets of the first and the past-the-last character of a line, counted from 1. */
export function rangeOfLine(text: string, line: number): readonly [start: number, end: number] {
  let start = 0;
  for (let left = line; left > 1; left -= 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end === -1 ? text.length : end];
}
