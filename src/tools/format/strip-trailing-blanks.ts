/** A line that is written; one that is `exact` is code or the like and keeps every character. */
export interface WrittenLine {
  readonly text: string;
  readonly exact: boolean;
}

/** The lines without blanks at their ends. Two before another line of the paragraph are a line break, and stay. */
export function stripTrailingBlanks(lines: readonly WrittenLine[]): readonly string[] {
  return lines.map((line, place) => (line.exact ? line.text : strip(line.text, lines[place + 1]?.text ?? '')));
}

function strip(text: string, next: string): string {
  const bare = text.replace(/ +$/, '');
  const blanks = text.length - bare.length;
  // A tab is no line break and no plain blank; inside code that runs over the line's end a blank counts.
  if (blanks === 0 || bare.endsWith('\t') || (bare.split('`').length - 1) % 2 === 1) return text;
  return blanks === 1 || next.trim() === '' ? bare : `${bare}  `;
}
