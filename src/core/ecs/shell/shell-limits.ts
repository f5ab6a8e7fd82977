/** Longest text that is looked at, in UTF-16 units. */
export const longestCommand = 16_384;

// Each is several times what the longest answer of a question needs, and together they keep a grade within 5 ms.
const mostCharacters = 4096;
const mostWords = 400;
const mostMarks = 400;
/** The parser takes more than the square of the nesting. */
const mostSubstitutions = 8;
/** Each operator of `((1+1+…))` is one more step down for the parser. */
const mostArithmetic = 200;

/** Longer scripts are no answer, and each step is held against what was asked. */
const mostSteps = 40;

/** Why a script has too many commands, in the learner's words, or null. */
export function excessOfSteps(count: number): string | null {
  return count > mostSteps ? tooMany(count, 'steps', mostSteps) : null;
}

/** Why a text is too much to be a command, in the learner's words, or null. Space and continued lines do not count. */
export function excessOf(text: string): string | null {
  if (text.length > longestCommand) return tooMany(text.length, 'characters', longestCommand);
  const joined = text.replaceAll('\\\n', '');
  const words = joined.match(/\S+/g) ?? [];
  const characters = words.reduce((sum, word) => sum + word.length, 0);
  if (characters > mostCharacters) return tooMany(characters, 'characters besides spaces', mostCharacters);
  if (words.length > mostWords) return tooMany(words.length, 'words', mostWords);
  const marks = joined.match(/[|;&<>"'$`{}[\]]/g)?.length ?? 0;
  if (marks > mostMarks) return tooMany(marks, 'quotes and operators', mostMarks);
  const substitutions = joined.match(/[(`]|\$\{/g)?.length ?? 0;
  if (substitutions > mostSubstitutions) return tooMany(substitutions, 'brackets', mostSubstitutions);
  const arithmetic = arithmeticIn(joined);
  return arithmetic > mostArithmetic ? tooMany(arithmetic, 'characters of arithmetic', mostArithmetic) : null;
}

/** Characters besides spaces behind the first `((` or `$[`. */
function arithmeticIn(text: string): number {
  const start = text.search(/\(\(|\$\[/);
  return start === -1 ? 0 : text.slice(start).replace(/\s+/g, '').length;
}

function tooMany(count: number, what: string, most: number): string {
  return `The text has ${inThousands(count)} ${what}; a command has at most ${inThousands(most)}.`;
}

function inThousands(count: number): string {
  return String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
