/** Whether a reader sees the same text twice: blanks at line ends and around do not show. */
export function isSameText(a: string, b: string): boolean {
  return shown(a) === shown(b);
}

function shown(text: string): string {
  return text
    .trim()
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\r\n?/g, '\n');
}
