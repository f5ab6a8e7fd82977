import { isOptionLine } from './option-line.ts';

/** Every repetition is bounded, so that no line makes the search long. What stands in front of a box: blanks, quotation marks, marks of lists in any number, emphasis. */
const lead = String.raw`[ \t]*(?:>[ \t]*)*`;
const listMark = String.raw`(?:[-*+_~\u00b7\u2022\u2023\u2010-\u2015\u2212]|\d{1,9}[.)]|\(?[A-Za-z][.)])`;
const gap = String.raw`[ \t\u00a0\u3000]`;
/** What people tick with: the letters of several alphabets, signs, and a word for yes. */
const tick = String.raw`(?:[xXvVyYnNoO*?/+\u00d7\u0425\u0445\u03c7\u03a7\u2713-\u2718-]|yes|no|ok|true|false|right|wrong)`;

/** Brackets that hold a blank, a tick or nothing; what looks like a link or the address of one is left alone. */
const square = String.raw`\\?\[{1,2}${gap}{0,8}${tick}?${gap}{0,8}\\?\]{1,2}(?!\(|\[|:[ \t]*(?:<|#|\S*[/.]\S|$))`;
const otherPair = String.raw`\\?[[({|\uff08\u3010]{1,2}(?:${gap}{1,8}|${gap}{0,8}[xXvV\u2713\u2714]${gap}{0,8})\\?[\])}|\uff09\u3011]{1,2}(?!\()`;
const halfOpen = String.raw`\[(?:${gap}{0,8}[xX])?${gap}(?!.*\])`;
const halfClosed = String.raw`(?:[xX]${gap}{0,8})?\](?!\()`;
const sign = String.raw`(?:[\u2610-\u2612\u25a1\u25a2]|\uff3b[\s\u3000xX]*\uff3d)`;

/** A box that is none behind some mark of a list: half of it, another sign, in other brackets, escaped, quoted, bold. */
const withMark = new RegExp(
  `^${lead}(?:${listMark}${gap}{0,8}){1,8}(?:${square}|${otherPair}|${halfOpen}|${halfClosed}|${sign})(.*)$`,
  'i',
);
/** A box without any mark of a list must be a whole one. */
const withoutMark = new RegExp(String.raw`^${lead}(?:\\?\[(?:${gap}{1,8}|[xX])\\?\](?![([:])|${sign})(.*)$`);

/** Whether a text may hold a line of that kind: one that starts with none of what nearly every line starts with. */
export const mayHoldOddBox = /^(?![-*+] \[[ xX]\][ \t])[ \t>]*(?:[^A-Za-z\s>`]|[A-Za-z][.)\]])/m;

/** The words behind a box in another spelling; null for a line that holds none. */
export function wordsOfOddBox(row: string): string | null {
  if (isOptionLine(row, 0)) return null;
  const found = withMark.exec(row) ?? withoutMark.exec(row);
  return found === null ? null : (found[1] ?? '').replace(/^[*_~"]+/, '').trim();
}

/** Whether the box in front of the words is ticked. */
export function isTicked(row: string, words: string): boolean {
  const box = row
    .slice(0, Math.max(0, Math.min(60, row.length - words.length)))
    .replace(/^[ \t>]*(?:\(?[A-Za-z][.)][ \t]*)?/, '');
  return /[[({|\uff3b\uff08\u3010][^\])}|]*[xvy*\u00d7\u0425\u0445\u03c7\u2713\u2714]|^\W*x[ \t]*\]|[\u2611\u2612]|ok|yes|true|right/i.test(
    box,
  );
}
