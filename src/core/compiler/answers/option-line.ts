/** `- [ ]`, `- [x]` at the start of a line. */
export function isOptionLine(text: string, start: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== 45 && mark !== 42 && mark !== 43) return false;
  return text.charCodeAt(start + 2) === 91 && /^[-*+] \[[ xX]\](?:\s|$)/.test(text.slice(start, start + 6));
}
