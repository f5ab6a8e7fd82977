import { isBlank } from '../../core/compiler/text/line-marks.ts';

/** A line that is written; one that is `exact` is code or the like and keeps every character. */
export interface WrittenLine {
  readonly text: string;
  readonly exact: boolean;
}

/** The lines without blanks at their ends. Two before another line of the paragraph are a line break, and stay. */
export function stripTrailingBlanks(lines: readonly WrittenLine[]): readonly string[] {
  const open = linesInOpenCode(lines);
  return lines.map((line, place) =>
    line.exact || open.has(place) ? line.text : strip(line.text, lines[place + 1]?.text ?? ''),
  );
}

function strip(text: string, next: string): string {
  const bare = text.replace(/ +$/, '');
  const blanks = text.length - bare.length;
  // A tab is no line break and no plain blank.
  if (blanks === 0 || bare.endsWith('\t')) return text;
  return blanks === 1 || isBlank(next) ? bare : `${bare}  `;
}

/** The lines of paragraphs in which code may run over the end of a line: blanks count there. */
function linesInOpenCode(lines: readonly WrittenLine[]): ReadonlySet<number> {
  const open = new Set<number>();
  let start = 0;
  for (let place = 0; place <= lines.length; place++) {
    const text = lines[place]?.text ?? '';
    if (!isBlank(text)) continue;
    const paragraph = lines.slice(start, place);
    if (paragraph.some((line) => hasOpenCode(line.text))) for (let at = start; at < place; at++) open.add(at);
    start = place + 1;
  }
  return open;
}

/** Whether backticks are left when all code that begins and ends in the line is taken out. */
function hasOpenCode(text: string): boolean {
  return text.includes('`') && text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '').includes('`');
}
