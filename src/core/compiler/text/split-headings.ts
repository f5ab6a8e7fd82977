import { breaksFence, fenceAfter, infoOfFence } from './code-fence.ts';
import type { TextFile } from './text-file.ts';

/** A heading with what stands below it, up to the next heading of its level. */
export interface HeadingPart {
  /** The heading's text, with its attributes; null for what stands before the first heading. */
  readonly heading: string | null;
  /** Column of the heading's text. */
  readonly column: number;
  readonly line: number;
  readonly body: TextFile;
  /** Line of a code fence that is not closed in it; null when there is none. */
  readonly openFence: number | null;
}

/**
 * Splits a text at its `#`-headings of one level, outside code fences. The first part has no heading. A fence that its
 * author forgot to close ends at the next heading with an id, so that it swallows no other question.
 */
export function splitHeadings({ path, text, firstLine }: TextFile, level: 1 | 2 | 3): readonly HeadingPart[] {
  const parts: HeadingPart[] = [];
  const mark = `${'#'.repeat(level)} `;
  let heading: string | null = null;
  let headingLine = firstLine;
  let bodyStart = 0;
  let line = firstLine;
  const fences = createFences(level);
  for (let start = 0; start <= text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    fences.pass(text, start, end, line);
    if (!fences.isOpen() && text.startsWith(mark, start)) {
      finish(start);
      heading = text.slice(start + mark.length, end);
      headingLine = line;
      bodyStart = Math.min(text.length, end + 1);
    }
    start = end + 1;
  }
  fences.close();
  finish(text.length);
  return parts;

  function finish(end: number): void {
    const bodyLine = heading === null ? firstLine : headingLine + 1;
    const body = { path, text: text.slice(bodyStart, end), firstLine: bodyLine };
    parts.push({ heading, column: mark.length + 1, line: headingLine, body, openFence: fences.takeBroken() });
  }
}

/** Follows the fences of a text line by line. */
function createFences(level: 1 | 2 | 3) {
  let marks = '';
  let info = '';
  let opened = 0;
  let broken: number | null = null;
  return {
    pass(text: string, start: number, end: number, line: number): void {
      if (marks !== '' && text.charCodeAt(start) === 35 && breaksFence(info, text.slice(start, end), level))
        this.close();
      const after = fenceAfter(marks, text, start, end);
      if (marks === '' && after !== '') [info, opened] = [infoOfFence(text.slice(start, end)), line];
      marks = after;
    },
    isOpen: () => marks !== '',
    close(): void {
      if (marks !== '') broken ??= opened;
      marks = '';
    },
    takeBroken(): number | null {
      const line = broken;
      broken = null;
      return line;
    },
  };
}
