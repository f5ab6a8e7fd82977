import { quote } from '../../ecs/verdicts/finding.ts';

/** Where things stand in a JSON text, or the first thing that keeps it from being JSON. */
export type JsonScan =
  | {
      /** Line, from 1, of what a pointer names, or of the nearest that holds it. */
      lineOf(pointer: string): number;
      /** What JSON allows and AWS does not take as it looks. */
      readonly doubts: readonly JsonDoubt[];
    }
  | { readonly problem: JsonProblem };

export interface JsonDoubt extends JsonProblem {
  readonly severity: 'error' | 'warning';
}

export interface JsonProblem {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** ECS takes no task definition of more than 64 KiB. */
const longestJson = 65_536;
const deepestJson = 64;

/** Reads a JSON text (RFC 8259) without making values of it, so that a complaint has a line and words for learners. */
export function scanJson(text: string): JsonScan {
  if (text.length > longestJson) {
    const message = `The text has ${text.length} characters; a task definition has at most ${longestJson}.`;
    return { problem: { line: 1, message, fix: 'Keep only the task definition.' } };
  }
  if (text.startsWith('\ufeff')) {
    const message = 'An invisible character stands before the document.';
    return { problem: { line: 1, message, fix: 'Delete the first character and type it anew.' } };
  }
  const scanner: Scanner = { text, at: 0, places: new Map(), doubts: [], problem: null };
  skipSpace(scanner);
  scanValue(scanner, '', 0);
  skipSpace(scanner);
  if (scanner.problem === null && scanner.at < text.length) {
    fail(scanner, 'Something stands behind the end of the document.', 'Delete it, or check the brackets before it.');
  }
  if (scanner.problem !== null) return { problem: scanner.problem };
  return { lineOf: (pointer) => lineAt(text, placeOf(scanner.places, pointer)), doubts: scanner.doubts };
}

interface Scanner {
  readonly text: string;
  at: number;
  /** Index at which the member or element of a pointer starts. */
  readonly places: Map<string, number>;
  readonly doubts: JsonDoubt[];
  problem: JsonProblem | null;
}

function placeOf(places: ReadonlyMap<string, number>, pointer: string): number {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const place = places.get(pointer.slice(0, end));
    if (place !== undefined) return place;
  }
  return places.get('') ?? 0;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function fail(scanner: Scanner, message: string, fix: string): false {
  scanner.problem ??= { line: lineAt(scanner.text, scanner.at), message, fix };
  return false;
}

const mostDoubts = 100;

function doubt(scanner: Scanner, severity: JsonDoubt['severity'], message: string, fix: string): void {
  if (scanner.doubts.length >= mostDoubts) return;
  scanner.doubts.push({ line: lineAt(scanner.text, scanner.at), severity, message, fix });
}

function skipSpace(scanner: Scanner): void {
  while (/[ \t\r\n]/.test(scanner.text.charAt(scanner.at))) scanner.at++;
}

function scanValue(scanner: Scanner, pointer: string, depth: number): boolean {
  if (!scanner.places.has(pointer)) scanner.places.set(pointer, scanner.at);
  if (depth > deepestJson) return fail(scanner, 'Brackets stand too deep inside each other.', 'Take the brackets out.');
  const first = scanner.text.charAt(scanner.at);
  if (first === '{') return scanList(scanner, '}', (index) => scanMember(scanner, pointer, depth, index));
  if (first === '[') return scanList(scanner, ']', (index) => scanValue(scanner, `${pointer}/${index}`, depth + 1));
  if (first === '"') return scanText(scanner);
  return scanWord(scanner);
}

function scanList(scanner: Scanner, close: '}' | ']', scanPart: (index: number) => boolean): boolean {
  scanner.at++;
  skipSpace(scanner);
  for (let index = 0; scanner.text.charAt(scanner.at) !== close; index++) {
    if (index > 0 && !scanComma(scanner, close)) return false;
    if (!scanPart(index)) return false;
    skipSpace(scanner);
  }
  scanner.at++;
  return true;
}

function scanComma(scanner: Scanner, close: string): boolean {
  const found = scanner.text.charAt(scanner.at);
  if (found !== ',') {
    if (found === '') return fail(scanner, `The text ends before a ${close} closes.`, `Add the missing ${close}.`);
    return fail(scanner, `A comma or ${close} is missing before this place.`, 'Put a comma between two members.');
  }
  const comma = scanner.at++;
  skipSpace(scanner);
  if (scanner.text.charAt(scanner.at) !== close) return true;
  scanner.at = comma;
  return fail(scanner, `A comma stands before ${close}, and JSON allows none there.`, 'Delete the comma.');
}

function scanMember(scanner: Scanner, pointer: string, depth: number, _index: number): boolean {
  const start = scanner.at;
  if (scanner.text.charAt(start) !== '"') return fail(scanner, ...nameProblem(scanner.text.charAt(start)));
  if (!scanText(scanner)) return false;
  const name = JSON.parse(scanner.text.slice(start, scanner.at)) as string;
  skipSpace(scanner);
  if (scanner.text.charAt(scanner.at) !== ':') {
    return fail(scanner, 'A colon is missing behind the name of a field.', 'Write "name": value.');
  }
  scanner.at++;
  skipSpace(scanner);
  const member = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (scanner.places.has(member))
    doubt(scanner, 'warning', `${quote(name)} stands twice, and the last one counts.`, 'Keep one.');
  scanner.places.set(member, start);
  return scanValue(scanner, member, depth + 1);
}

function nameProblem(found: string): readonly [string, string] {
  if (found === '') return ['The text ends before a } closes.', 'Add the missing }.'];
  if (/['\u2018\u2019\u201c\u201d]/.test(found)) return quoteProblem;
  if (found === '/' || found === '#') return commentProblem;
  return ['The name of a field is not in double quotes.', 'Write "name": value.'];
}

const quoteProblem = ['JSON knows straight double quotes only.', 'Write " in place of the other quotes.'] as const;
const commentProblem = ['JSON has no comments.', 'Delete the comment.'] as const;

const textPattern = /"(?:(?!\p{Cc})[^"\\]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

function scanText(scanner: Scanner): boolean {
  textPattern.lastIndex = scanner.at;
  if (!textPattern.test(scanner.text)) {
    return fail(
      scanner,
      'A text does not end on its line, or holds a bad escape.',
      'Close it with ", and write \\\\ for a backslash.',
    );
  }
  scanner.at = textPattern.lastIndex;
  return true;
}

const wordPattern = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

function scanWord(scanner: Scanner): boolean {
  wordPattern.lastIndex = scanner.at;
  if (wordPattern.test(scanner.text)) {
    const word = scanner.text.slice(scanner.at, wordPattern.lastIndex);
    // A number that is not whole has its own complaint.
    if (/^-?\d.*[.eE]/.test(word) && Number.isInteger(Number(word))) {
      doubt(
        scanner,
        'error',
        'The AWS CLI takes no whole number with a point or an exponent.',
        `Write ${Number(word)}.`,
      );
    }
    scanner.at = wordPattern.lastIndex;
    return true;
  }
  const found = scanner.text.charAt(scanner.at);
  if (found === '') return fail(scanner, 'The text ends where a value should stand.', 'Write the value.');
  if (/['\u2018\u2019\u201c\u201d]/.test(found)) return fail(scanner, ...quoteProblem);
  if (found === '/' || found === '#') return fail(scanner, ...commentProblem);
  if (/[,\]}]/.test(found)) return fail(scanner, 'A value is missing here.', 'Write the value, or delete the comma.');
  return fail(
    scanner,
    'This is no value of JSON.',
    'Put texts in double quotes; numbers, true, false and null go without.',
  );
}
