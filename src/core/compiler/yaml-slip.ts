import type { YAMLError } from 'yaml';

/** What an author did, in our own words, and where. */
export interface YamlSlip {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/** Says in an author's words what the YAML parser complains of, at the line that has to be mended. */
export function yamlSlip(text: string, { code, message, pos }: YAMLError): YamlSlip {
  const [offset] = pos;
  const open = openBracket(text.slice(0, Math.max(offset, pos[1])));
  const colon = lineWithColon(text, offset);
  if (code === 'MULTIPLE_DOCS') {
    const fix = 'Take the line --- out, so that one document is left.';
    return { offset, message: 'A second YAML document starts here.', fix };
  }
  if (open !== null) {
    const message = `The ${open.name} that opens here is not closed.`;
    return { offset: open.offset, message, fix: `Close it with ${open.close}, or put the whole value in quotes.` };
  }
  if (colon !== null) {
    const message = `The value of "${colon.key}" holds a colon.`;
    return { offset: colon.offset, message, fix: `Put it in quotes: ${colon.key}: "${colon.value}".` };
  }
  if (code === 'BAD_SCALAR_START') {
    const message = `A value cannot start with ${text.slice(offset, offset + 1)}.`;
    return { offset, message, fix: 'Put the value in quotes.' };
  }
  if (code === 'BAD_INDENT') {
    const fix = 'Indent what belongs together by the same number of blanks.';
    return { offset, message: 'This line is indented unlike those around it.', fix };
  }
  const words = (message.split('\n', 1)[0] ?? '').slice(0, 120);
  return { offset, message: `This YAML does not parse: ${words}.`, fix: 'Mend the YAML in this line.' };
}

interface OpenBracket {
  readonly offset: number;
  readonly name: string;
  readonly close: string;
}

const closers: Readonly<Record<string, readonly [name: string, close: string]>> = {
  '[': ['bracket', ']'],
  '{': ['brace', '}'],
  '"': ['quote', '"'],
  "'": ['quote', "'"],
};

/** Whole quotations and comments, and what is left of brackets and quotes. */
const brackets = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|(?<=^|\s)#.*|[[\]{}"']/gm;

/** The bracket or quote that is open at the end of a text, when a value begins with it. */
function openBracket(text: string): OpenBracket | null {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(brackets)) {
    if (found.length > 1) continue;
    if (found === ']' || found === '}') open.pop();
    else if (open.length > 0 || startsValue(text, index)) open.push(index);
  }
  const [offset] = open;
  const [name, close] = closers[text[offset ?? -1] ?? ''] ?? [];
  return offset === undefined || name === undefined || close === undefined ? null : { offset, name, close };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Inside of a plain value quotes and brackets are text. */
function startsValue(text: string, at: number): boolean {
  return /(?:^|\n|[:,[{-][ \t]+|[[{])[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
}

interface LineWithColon {
  readonly offset: number;
  readonly key: string;
  readonly value: string;
}

/** The key whose plain value, in the line of an offset, holds a colon that YAML takes for another key. */
function lineWithColon(text: string, offset: number): LineWithColon | null {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const line = text.slice(start, endOfLine(text, start));
  const [, indent = '', key, value = ''] = /^([ \t-]*)([\w-]+):[ \t]+([^\s"'[{].*?:(?:[ \t].*)?)$/.exec(line) ?? [];
  return key === undefined ? null : { offset: start + indent.length, key, value: value.trim().slice(0, 60) };
}
