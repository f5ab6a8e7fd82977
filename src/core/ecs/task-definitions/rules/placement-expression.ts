import { quote } from '../../verdicts/finding.ts';

/** Reads one expression from left to right; the first thing that cannot stand is the problem. */
interface Reader {
  readonly words: readonly string[];
  at: number;
  problem: string | null;
}

const wordPattern =
  /\s*('[^']*'|"[^"]*"|[()[\],]|&&|\|\||[=!<>]=|[=!]~|!(?:in|exists)\b|[!<>=]|(?:[^\s()[\],'"=!<>&|]|\|(?!\|))+|\S)/gu;
const deepest = 50;

const comparisons = '== equals != not_equals'.split(' ');
const matches = '=~ matches !~ not_matches'.split(' ');
const lists = 'in !in not_in'.split(' ');
const orders = '> greater_than >= greater_than_equal < less_than <= less_than_equal'.split(' ');
const existences = 'exists !exists not_exists'.split(' ');
const textual = [...comparisons, ...matches, ...lists];
const ordered = [...comparisons, ...orders];
const operators: readonly string[] = [...textual, ...orders, ...existences];

interface Subject {
  readonly operators: readonly string[];
  /** What a value looks like; null for any text. */
  readonly value: RegExp | null;
}

const subjects: Readonly<Record<string, Subject>> = {
  agentConnected: { operators: textual, value: null },
  agentVersion: { operators: ordered, value: /^\d+(?:\.\d+)*$/ },
  ec2InstanceId: { operators: textual, value: null },
  registeredAt: { operators: ordered, value: /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/ },
  runningTasksCount: { operators: ordered, value: /^\d+$/ },
  'task:group': { operators: textual, value: null },
};
const attribute: Subject = { operators, value: null };
const attributePattern = /^attribute:[\w./\\-]{1,128}$/;

/**
 * What keeps an expression of the cluster query language from being read, as a sentence; null when it can be read. What
 * the developer guide leaves open (which of `and` and `or` goes first, the case of their letters) is let through.
 * Source: ECSDG `cluster-query-language.md`.
 */
export function expressionProblem(text: string): string | null {
  const reader: Reader = {
    words: Array.from(text.matchAll(wordPattern), ([, word = '']) => word),
    at: 0,
    problem: null,
  };
  readExpression(reader, 0);
  if (reader.problem === null && here(reader) !== '')
    fail(reader, `${quote(here(reader))} cannot stand where it does.`);
  return reader.problem;
}

function here({ words, at }: Reader): string {
  return words[at] ?? '';
}

function fail(reader: Reader, problem: string): false {
  reader.problem ??= problem;
  return false;
}

function readExpression(reader: Reader, depth: number): boolean {
  if (depth > deepest) return fail(reader, 'Parentheses stand too deep inside each other.');
  if (!readTerm(reader, depth)) return false;
  while (/^(?:and|&&|or|\|\|)$/i.test(here(reader))) {
    reader.at++;
    if (!readTerm(reader, depth)) return false;
  }
  return true;
}

function readTerm(reader: Reader, depth: number): boolean {
  if (/^(?:not|!)$/i.test(here(reader))) reader.at++;
  if (here(reader) !== '(') return readComparison(reader);
  reader.at++;
  if (!readExpression(reader, depth + 1)) return false;
  if (here(reader) !== ')') return fail(reader, 'A parenthesis is not closed.');
  reader.at++;
  return true;
}

function readComparison(reader: Reader): boolean {
  const name = here(reader);
  if (name === '') return fail(reader, 'The expression ends where a subject should stand.');
  const subject = attributePattern.test(name) ? attribute : Object.hasOwn(subjects, name) ? subjects[name] : undefined;
  if (subject === undefined) {
    const known = `${Object.keys(subjects).join(', ')} and attribute:NAME`;
    return fail(reader, `${quote(name)} is no subject; there are ${known}.`);
  }
  reader.at++;
  const operator = here(reader);
  if (!operators.includes(operator)) {
    return fail(
      reader,
      `After ${quote(name)} an operator must stand${operator === '' ? '' : `, not ${quote(operator)}`}.`,
    );
  }
  if (!subject.operators.includes(operator))
    return fail(reader, `${quote(name)} cannot be compared with ${quote(operator)}.`);
  reader.at++;
  if (existences.includes(operator)) return true;
  if (lists.includes(operator)) return readList(reader, operator);
  return readValue(reader, operator, matches.includes(operator) ? null : subject.value);
}

function readList(reader: Reader, operator: string): boolean {
  if (here(reader) !== '[') return fail(reader, `${quote(operator)} wants a list in square brackets.`);
  do {
    reader.at++;
    if (!readValue(reader, operator, null)) return false;
  } while (here(reader) === ',');
  if (here(reader) !== ']') return fail(reader, 'A list is not closed.');
  reader.at++;
  return true;
}

function readValue(reader: Reader, operator: string, pattern: RegExp | null): boolean {
  const written = here(reader);
  const isQuoted = /^(['"]).+\1$/s.test(written);
  if (!isQuoted && !/^[^\s()[\],'"=!<>&]+$/u.test(written)) {
    return fail(
      reader,
      `After ${quote(operator)} a value must stand${written === '' ? '' : `, not ${quote(written)}`}.`,
    );
  }
  const value = isQuoted ? written.slice(1, -1) : written;
  if (pattern !== null && !pattern.test(value)) return fail(reader, `${quote(value)} cannot be compared in this way.`);
  reader.at++;
  return true;
}
