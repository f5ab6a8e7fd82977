/** FNV-1a over UTF-16 units: quick, and enough to notice what a disk has done to a text. */
export function sumOfText(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return sum >>> 0;
}
