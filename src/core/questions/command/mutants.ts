import type { Mutant } from '../question-kind.ts';

const dash = '\u2013';
const otherRegion = 'sa-east-1';

/**
 * Accepted commands broken as learners break them. Left out is what means the same as an accepted command: with an
 * option dropped, another of them; and what drops a value that is the default anyhow.
 */
export function commandMutants(accepted: readonly string[]): readonly Mutant[] {
  const same = new Set(accepted.map(wordsKey));
  const mutants = accepted.flatMap((command) => slips.flatMap((slip) => slip(command)));
  const seen = new Set<string>();
  return mutants.filter(({ text }) => {
    const isNew = !seen.has(text) && !same.has(wordsKey(text));
    seen.add(text);
    return isNew;
  });
}

/** The words in any order, so that another accepted command is known however it is spelt. */
function wordsKey(command: string): string {
  const words = command.replaceAll('\\\n', ' ').split(/\s+/);
  return words
    .filter((word) => word !== '')
    .sort()
    .join(' ');
}

type Slip = (command: string) => readonly Mutant[];

const slips: readonly Slip[] = [
  dropOption,
  (command) =>
    replaceEach(command, /(?<=[\s.=])[a-z]{2}-[a-z]+-\d(?=[\s.)"']|$)/g, () => otherRegion, 'another Region'),
  (command) => replaceEach(command, /(?<=\s)--(?=[a-z])/g, () => dash, 'an en dash for two hyphens'),
  (command) => replaceEach(command, /(?<=\s)--(?=[a-z])/g, () => '-', 'one hyphen for two'),
  (command) => replaceEach(command, /(?<=\s)--(?=[a-z])/g, () => '-- ', 'a space behind the hyphens'),
  (command) => replaceEach(command, /["']/g, () => '\u201d', 'a curly quote'),
  (command) => replaceEach(command, /\$\(/g, () => '$ (', 'a space behind $'),
  (command) => replaceEach(command, /(?<=\s)AWS(?=\s)/g, () => 'aws', 'the user name in small letters'),
  (command) =>
    replaceEach(command, /\b\d{12}\b/g, (id) => `${id.slice(0, 11)}${(Number(id[11]) + 1) % 10}`, 'another account'),
  (command) => replaceEach(command, / \| /g, () => ' && ', '&& for the pipe'),
  (command) => replaceEach(command, / >> /g, () => ' > ', '> for >>'),
  (command) => replaceEach(command, /(?<=\b[A-Z][A-Z_]+)=(?=\S)/g, () => ' = ', 'spaces round ='),
  (command) => replaceEach(command, /^\S+\s+/g, () => '', 'its first word left out'),
  // A here-document that the end of the text ends is the same document to Bash.
  (command) => (command.includes('<<') ? [] : replaceEach(command, /\s+\S+$/g, () => '', 'its last word left out')),
];

function replaceEach(command: string, pattern: RegExp, by: (found: string) => string, slip: string): readonly Mutant[] {
  return [...command.matchAll(pattern)].map(({ index, 0: found }) => {
    return { text: command.slice(0, index) + by(found) + command.slice(index + found.length), slip };
  });
}

/** Each option with what belongs to it: `--x y`, `--x=y`, `-u y`, or a switch alone. */
function dropOption(command: string): readonly Mutant[] {
  const options =
    /\s+--?[A-Za-z][\w-]*(?:=(?:"[^"]*"|'[^']*'|\S)+|\s+(?:"[^"]*"|'[^']*'|(?![-|&;<>])[^\s"')]+)(?=\s+-|\s*$|\s*\)|\s+[|&;]))?/g;
  return [...command.matchAll(options)]
    .filter(({ 0: found }) => !/[\s=]default$/.test(found))
    .map(({ index, 0: found }) => {
      const slip = `the option ${found.trim().split(/[\s=]/, 1)[0]} left out`;
      return { text: command.slice(0, index) + command.slice(index + found.length), slip };
    });
}
