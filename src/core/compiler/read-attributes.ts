import { complain, type Place } from '../model/diagnostic-codes.ts';
import { isWrittenId } from '../model/id.ts';
import { suggestName } from './nearest-name.ts';
import { report, type Session } from './session.ts';

/** A text without the `{#id key=value}` that ended it, and what that said. */
export interface Attributed {
  readonly text: string;
  /** As written, without `#`; null when there is none. Its grammar is not checked here. */
  readonly id: string | null;
  readonly idPlace: Place;
  readonly values: ReadonlyMap<string, Attribute>;
}

export interface Attribute {
  readonly text: string;
  readonly place: Place;
}

const noValues: ReadonlyMap<string, Attribute> = new Map();

/** Splits trailing attributes off a heading or an option. Braces that hold neither `#` nor `=` are text. */
export function readAttributes(session: Session, raw: string, place: Place, known: readonly string[]): Attributed {
  const text = raw.trimEnd();
  const open = text.endsWith('}') ? text.lastIndexOf('{') : -1;
  const inside = open < 0 ? '' : text.slice(open + 1, -1);
  const isText = open < 0 || (open > 0 && text.charCodeAt(open - 1) > 32) || !/^\s*(?:#|[a-z]+=)/.test(inside);
  if (isText) return { text: text.trim(), id: null, idPlace: place, values: noValues };
  const at: Place = { file: place.file, line: place.line, column: place.column + open + 1 };
  const body = text.slice(0, open).trim();
  // Most headings carry an id and nothing else.
  if (/^#[^\s="]*$/.test(inside)) return { text: body, id: inside.slice(1), idPlace: at, values: noValues };
  return { text: body, ...readInside(session, inside, at, known) };
}

const partPattern = /\s*(?:#(\S*)|([^\s="#]+)=(?:"([^"]*)"|([^\s"]*))(?=\s|$)|(\S+))/y;

function readInside(session: Session, inside: string, at: Place, known: readonly string[]): Omit<Attributed, 'text'> {
  const values = new Map<string, Attribute>();
  let id: string | null = null;
  let idPlace = at;
  partPattern.lastIndex = 0;
  for (let match = partPattern.exec(inside); match !== null; match = partPattern.exec(inside)) {
    const place = { ...at, column: at.column + partPattern.lastIndex - match[0].trimStart().length };
    const [, name, key, quoted, bare, other] = match;
    if (name !== undefined) {
      if (id !== null) report(session, 'E110', place, 'Two ids stand here.', 'Keep one of them.');
      [id, idPlace] = [name, place];
    } else if (key !== undefined) addValue(session, values, key, { text: quoted ?? bare ?? '', place }, known);
    else
      report(
        session,
        'E101',
        place,
        `"${other}" is neither an id nor key=value.`,
        'Write {#id key=value key="two words"}.',
      );
  }
  return { id, idPlace, values };
}

function addValue(
  session: Session,
  values: Map<string, Attribute>,
  key: string,
  value: Attribute,
  known: readonly string[],
): void {
  if (!known.includes(key)) {
    const message = `There is no attribute "${key.slice(0, 60)}" here.`;
    session.diagnostics.push(complain('E102', value.place, message, suggestName(key, known)));
  } else if (values.has(key)) report(session, 'E101', value.place, `"${key}" is given twice.`, 'Keep one of them.');
  else values.set(key, value);
}

// An object that is asked for this key by mistake has it already.
const reservedIds: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** What is wrong with a written id, or null. */
export function idProblem(id: string): string | null {
  if (reservedIds.has(id)) return `"${id}" is a reserved word.`;
  return isWrittenId(id) ? null : `"${id.slice(0, 80)}" is no id: 2 to 64 small letters, digits and hyphens.`;
}
