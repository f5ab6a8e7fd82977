import type { TextFile } from './text-file.ts';

/** A heading with what stands below it, up to the next heading of its level. */
export interface HeadingPart {
  /** The heading's text, with its attributes; null for what stands before the first heading. */
  readonly heading: string | null;
  /** Column of the heading's text. */
  readonly column: number;
  readonly line: number;
  readonly body: TextFile;
}

/** Splits a text at its `#`-headings of one level, outside code fences. The first part has no heading. */
export function splitHeadings({ path, text, firstLine }: TextFile, level: 1 | 2 | 3): readonly HeadingPart[] {
  const parts: HeadingPart[] = [];
  const mark = `${'#'.repeat(level)} `;
  let heading: string | null = null;
  let headingLine = firstLine;
  let bodyStart = 0;
  let fence = '';
  let line = firstLine;
  for (let start = 0; start <= text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    fence = fenceAfter(fence, text, start, end);
    if (fence === '' && text.startsWith(mark, start)) {
      finish(start);
      heading = text.slice(start + mark.length, end);
      headingLine = line;
      bodyStart = Math.min(text.length, end + 1);
    }
    start = end + 1;
  }
  finish(text.length);
  return parts;

  function finish(end: number): void {
    const bodyLine = heading === null ? firstLine : headingLine + 1;
    const body = { path, text: text.slice(bodyStart, end), firstLine: bodyLine };
    parts.push({ heading, column: mark.length + 1, line: headingLine, body });
  }
}

/** The fence that is open after a line: its marks, or empty. A fence closes with as many of the same mark. */
export function fenceAfter(open: string, text: string, start: number, end: number): string {
  let at = start;
  while (at < start + 3 && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  if (code !== 96 && code !== 126) return open;
  const [, marks = '', rest = ''] = /^(`{3,}|~{3,})(.*)$/.exec(text.slice(at, end)) ?? [];
  if (marks === '') return open;
  if (open === '') return code === 96 && rest.includes('`') ? '' : marks;
  return marks[0] === open[0] && marks.length >= open.length && rest.trim() === '' ? '' : open;
}
