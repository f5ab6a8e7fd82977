import { oddIndent, type SlipWords } from './yaml-words.ts';

/** A slip that the line itself shows. */
export interface LineSlip extends SlipWords {
  /** From 0, of the line that has to be mended. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** What is known by the look of the lines at and around the one (from 0) at which the parser stopped; null for nothing. */
export function yamlLineSlip(rows: readonly string[], at: number): LineSlip | null {
  return (
    slipOfSigns(rows[at] ?? '', at) ??
    [at, at - 1, at + 1].map((line) => missingBlank(rows[line] ?? '', line)).find((slip) => slip !== null) ??
    slipOfList(rows, at) ??
    slipOfIndent(rows, at)
  );
}

/** What one line shows, whatever stands around it. */
function slipOfSigns(row: string, line: number): LineSlip | null {
  const hyphen = /^([ \t]*(?:- )*[\w-]+:[ \t]+)- /.exec(row);
  if (hyphen !== null) {
    const fix = 'Put each item on a line of its own, below the key.';
    return { line, column: hyphen[1]?.length ?? 0, message: 'A list starts on the same line as its key.', fix };
  }
  const colon = /^([ \t-]*)([\w-]+):[ \t]+([^\s"'[{|>].*?:(?:[ \t].*)?)$/.exec(row);
  if (colon !== null) return slipOfColon(line, colon[1] ?? '', colon[2] ?? '', (colon[3] ?? '').trim());
  const block = /:[ \t]+([|>])[-+\d]*[ \t]*[^\s#\d+-]/.exec(row);
  if (block !== null) {
    const message = `Text follows the ${block[1]} on the same line.`;
    const fix = `Start it on the next line, indented, or put it in quotes without the ${block[1]}.`;
    return { line, column: block.index + 1, message, fix };
  }
  return slipOfQuotes(row, line);
}

function slipOfColon(line: number, indent: string, key: string, value: string): LineSlip {
  const shown = value.slice(0, 60);
  const quoted = shown.includes('"') ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
  const message = `The value of "${key}" holds a colon.`;
  return { line, column: indent.length, message, fix: `Put it in quotes: ${key}: ${quoted}.` };
}

const quotedValue = /^(?:[ \t]*(?:- )*(?:[\w-]+:[ \t]+)?)("(?:\\.|[^"\\])*"|'(?:''|[^'])*')[ \t]*/;

function slipOfQuotes(row: string, line: number): LineSlip | null {
  const [whole, quoted = ''] = quotedValue.exec(row) ?? [];
  const rest = row.slice(whole?.length ?? row.length);
  if (whole === undefined || rest === '' || /^(?:[ \t]#|:(?:[ \t]|$))/.test(rest)) return null;
  const mark = quoted.slice(0, 1);
  const fix = `Put the whole value in one pair of quotes; a ${mark} inside is written ${mark === "'" ? "''" : '\\"'}.`;
  return { line, column: whole.length, message: 'More text follows the closing quote.', fix };
}

/** `domain:dev`, `domain：dev`, `-item` */
function missingBlank(row: string, line: number): LineSlip | null {
  const [, indent = '', key, colon, value = ''] =
    /^([ \t]*(?:- )*)([A-Za-z][\w-]*)[ \t]*(:|\uff1a)(.*)$/.exec(row) ?? [];
  const column = indent.length;
  if (key !== undefined && (colon !== ':' || /^[^\s/]/.test(value))) {
    const message =
      colon === ':' ? `A space is missing after "${key}:".` : `The colon after "${key}" is not a plain one.`;
    return { line, column, message, fix: `Write "${key}: ${value.trim().slice(0, 60)}".` };
  }
  const [, before, item = ''] = /^([ \t]*)-([A-Za-z"'][^\n]*)$/.exec(row) ?? [];
  if (before === undefined) return null;
  return {
    line,
    column: before.length,
    message: 'A space is missing after the hyphen.',
    fix: `Write "- ${item.slice(0, 60)}".`,
  };
}

/** A list among keys, or keys among a list. */
function slipOfList(rows: readonly string[], at: number): LineSlip | null {
  const row = rows[at] ?? '';
  const above = lineAbove(rows, at);
  if (above === null || indentOf(row) !== indentOf(above)) return null;
  const [, indent, rest = ''] = /^([ \t]*)-(?:[ \t]+(.*))?$/.exec(row) ?? [];
  const place = { line: at, column: indentOf(row) };
  if (indent !== undefined && !/^[ \t]*-(?:[ \t]|$)/.test(above)) return { ...place, ...listAmongKeys(rest) };
  if (indent !== undefined || !/^[ \t]*-(?:[ \t]|$)/.test(above) || !/:(?:[ \t]|$)/.test(row)) return null;
  const fix = 'Take the hyphens above away, or indent this line if it belongs to the item.';
  return { ...place, message: 'A key stands below a list here.', fix };
}

/** What is said of `- domain: dev` where keys are expected. */
export function listAmongKeys(item: string): SlipWords {
  const fix = /^[\w-]+:/.test(item)
    ? `Take the hyphen away: ${item.slice(0, 60)}`
    : 'Put the list below a key of its own.';
  return { message: 'A list stands here, where keys and values are expected.', fix };
}

/** A line that is indented more or less than what it belongs to; the first line of all when that is the odd one. */
function slipOfIndent(rows: readonly string[], at: number): LineSlip | null {
  const row = rows[at] ?? '';
  const first = rows.findIndex((other) => !isSilent(other));
  const below = rows.findIndex((other, line) => line > at && !isSilent(other));
  if (first >= 0 && first < at && indentOf(rows[first] ?? '') > indentOf(row)) return oddAt(rows, first);
  const hasValue = /^[ \t]*(?:- )*[\w-]+:[ \t]+[^\s#]/.test(row);
  if (hasValue && below > at && indentOf(rows[below] ?? '') > indentOf(row)) return oddAt(rows, below);
  const above = lineAbove(rows, at);
  if (above !== null && /:[ \t]+[|>][-+\d]*[ \t]*$/.test(above) && indentOf(row) <= indentOf(above)) {
    const message = 'The text of the key above is not indented.';
    return { line: at, column: 0, message, fix: 'Indent its lines by two spaces more than the key.' };
  }
  return above !== null && /^[ \t]*[\w-]+:(?:[ \t]|$)/.test(row) && indentOf(row) !== indentOf(above)
    ? oddAt(rows, at)
    : null;
}

function oddAt(rows: readonly string[], line: number): LineSlip {
  return { line, column: indentOf(rows[line] ?? ''), ...oddIndent };
}

function lineAbove(rows: readonly string[], at: number): string | null {
  return rows.slice(0, at).findLast((row) => !isSilent(row)) ?? null;
}

function isSilent(row: string): boolean {
  return /^[ \t]*(?:#.*)?$/.test(row);
}

function indentOf(row: string): number {
  return /^[ \t]*/.exec(row)?.[0].length ?? 0;
}
