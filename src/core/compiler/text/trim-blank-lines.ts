/** A text without blank lines at either end and blanks at its end; `line` is where it now starts. */
export function trimBlankLines(text: string, firstLine: number): { readonly text: string; readonly line: number } {
  let start = 0;
  let line = firstLine;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      start = at + 1;
      line++;
    } else if (code !== 32 && code !== 9) break;
  }
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), line };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}
