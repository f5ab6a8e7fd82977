/** A character that a word processor or a web page put where the shell wants another. */
export interface TypographySlip {
  /** UTF-16 offset in the typed text. */
  readonly at: number;
  readonly found: string;
  /** What it is and what to type, in the learner's words. */
  readonly advice: string;
}

export interface Straightened {
  /** The text with keyboard characters in place of the slips. */
  readonly text: string;
  readonly slips: readonly TypographySlip[];
}

interface SlipRule {
  readonly pattern: string;
  readonly instead: (found: string, rest: string) => string;
  readonly advice: (found: string, instead: string) => string;
}

const dash = '\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d';
const characterNames: ReadonlyMap<string, string> = new Map([
  ['\u2010', 'a typographic hyphen'],
  ['\u2011', 'a non-breaking hyphen'],
  ['\u2013', 'an en dash'],
  ['\u2014', 'an em dash'],
  ['\u2212', 'a minus sign'],
  ['\u00a0', 'a non-breaking space'],
  ['\u200b', 'a zero-width space'],
  ['\u202d', 'an invisible left-to-right override'],
  ['\u202e', 'an invisible right-to-left override'],
  ['\ufeff', 'an invisible byte order mark'],
  ['\u0000', 'a NUL character'],
]);

// Tried in this order at each place.
const rules: readonly SlipRule[] = [
  {
    pattern: `(?<!\\S)[-${dash}]{1,2}[ \\t\\u00a0]+(?=[A-Za-z])`,
    instead: (_, rest) => dashesBefore(rest),
    advice: (found, instead) => `${named(found)} and a space stand where ${instead} belongs: no space after the dashes`,
  },
  {
    pattern: `(?<!\\S)-?[${dash}]{1,2}-?(?=[A-Za-z])`,
    instead: (_, rest) => dashesBefore(rest),
    advice: (found, instead) => `${named(found)} stands where ${instead} belongs: the shell does not see an option`,
  },
  { pattern: `[${dash}]`, instead: () => '-', advice: (found) => `${named(found)} stands where a hyphen (-) belongs` },
  {
    pattern: '[\\u201c-\\u201f\\u00ab\\u00bb\\uff02]',
    instead: () => '"',
    advice: () => 'a curly double quote is an ordinary letter to the shell; type a straight one (")',
  },
  {
    pattern: '[\\u2018-\\u201b\\uff07]',
    instead: () => "'",
    advice: () => "a curly single quote is an ordinary letter to the shell; type a straight one (')",
  },
  {
    pattern: '\\$[ \\t\\u00a0]+(?=\\()',
    instead: () => '$',
    advice: () => 'a space stands between $ and (, which bash refuses; type $( without a space',
  },
  {
    pattern: '\\\\[ \\t\\u00a0]+(?=\\n)',
    instead: () => '\\',
    advice: () => 'a space follows the backslash; a line goes on only if the backslash is its last character',
  },
  {
    pattern: '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]',
    instead: () => ' ',
    advice: (found) => `${named(found)} does not part words; type an ordinary space`,
  },
  {
    pattern:
      '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
    instead: () => '',
    advice: (found) => `${named(found)} is in the text; delete it`,
  },
];
const anySlip = new RegExp(rules.map(({ pattern }) => `(${pattern})`).join('|'), 'g');

/** Finds typographic characters and stray spaces, wherever they stand, and mends them. */
export function straighten(typed: string): Straightened {
  const slips: TypographySlip[] = [];
  const text = typed.replace(anySlip, (found: string, ...groups: readonly unknown[]) => {
    const rule = rules[groups.findIndex((group) => group !== undefined)];
    const at = Number(groups[rules.length]);
    if (rule === undefined) return found;
    const instead = rule.instead(found, typed.slice(at + found.length, at + found.length + 3));
    slips.push({ at, found, advice: `At character ${at + 1}: ${rule.advice(found, instead)}.` });
    return instead;
  });
  return { text, slips };
}

/** `u AWS`, `uAWS`, `p$(`: one dash; `username`: two. */
function dashesBefore(rest: string): string {
  return /^[A-Za-z][a-z]/.test(rest) ? '--' : '-';
}

function named(found: string): string {
  const [odd] = [...found].filter((character) => !'- \t'.includes(character));
  if (odd === undefined) return found.trimEnd().length === 1 ? 'a dash' : 'two dashes';
  const code = odd.codePointAt(0) ?? 0;
  return characterNames.get(odd) ?? `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
