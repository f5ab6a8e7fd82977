/** Blanks as Markdown knows them: spaces and tabs. Other white space, such as U+00A0, is text. */
export function isBlank(text: string, start = 0, end = text.length): boolean {
  return skipBlanks(text, start, end) === end;
}

/** The first index that holds no blank, or `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

/** A text without blanks and line ends at its two ends; `String.trim` would take a U+00A0 along. */
export function trimBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

const blockMark =
  /^(?:#{1,6}(?:[ \t]|$)|`{3,}[^`]*$|~{3,}|([-*_])[ \t]*(?:\1[ \t]*){2,}$|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))/;

/** Whether a line opens a block of its own even right below a paragraph: a heading, fence, rule or list. */
export function opensBlock(line: string): boolean {
  return blockMark.test(line);
}
