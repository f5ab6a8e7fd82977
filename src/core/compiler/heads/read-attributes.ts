import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import { attributeParts, attributeSpan } from '../grammar.ts';
import { meantName, suggestName } from '../suggest-name.ts';

/** A text without the `{#id key=value}` that ended it, and what that said. */
export interface Attributed {
  readonly text: string;
  /** As written, without `#`; null when there is none. Its grammar is not checked here. */
  readonly id: string | null;
  readonly idPlace: Place;
  readonly values: ReadonlyMap<string, Attribute>;
  /** Known names that misspelt ones probably mean. */
  readonly meant: ReadonlySet<string>;
}

export interface Attribute {
  readonly text: string;
  readonly place: Place;
}

const noValues: ReadonlyMap<string, Attribute> = new Map();
const noNames: ReadonlySet<string> = new Set();

/** Splits trailing attributes off a heading or an option. */
export function readAttributes(
  compilation: Compilation,
  raw: string,
  place: Place,
  known: readonly string[],
): Attributed {
  const span = attributeSpan(raw);
  if (span === null) return { text: raw.trim(), id: null, idPlace: place, values: noValues, meant: noNames };
  const { open, inside } = span;
  const at: Place = { file: place.file, line: place.line, column: place.column + open + 1 };
  const body = raw.slice(0, open).trim();
  // Most headings carry an id and nothing else.
  if (/^#[^\s="]*$/.test(inside))
    return { text: body, id: inside.slice(1), idPlace: at, values: noValues, meant: noNames };
  return { text: body, ...readInside(compilation, inside, at, known) };
}

function readInside(
  compilation: Compilation,
  inside: string,
  at: Place,
  known: readonly string[],
): Omit<Attributed, 'text'> {
  const values = new Map<string, Attribute>();
  const meant = new Set<string>();
  let id: string | null = null;
  let idPlace = at;
  for (const part of attributeParts(inside)) {
    const place = { ...at, column: at.column + part.at };
    if (part.form === 'id') {
      if (id !== null) report(compilation, 'E110', place, 'Two ids stand here.', 'Keep one of them.');
      [id, idPlace] = [part.id, place];
    } else if (part.form === 'value')
      addValue(compilation, { values, meant }, part.key, { text: part.value, place }, known);
    else reportOddPart(compilation, part.text, place);
  }
  return { id, idPlace, values, meant };
}

function reportOddPart(compilation: Compilation, text: string, place: Place): void {
  const fix = 'Write {#id key=value key="two words"}.';
  report(compilation, 'E101', place, `"${text}" is neither an id nor key=value.`, fix);
}

function addValue(
  compilation: Compilation,
  { values, meant }: { readonly values: Map<string, Attribute>; readonly meant: Set<string> },
  key: string,
  value: Attribute,
  known: readonly string[],
): void {
  if (!known.includes(key)) {
    const nearest = meantName(key, known);
    if (nearest !== null) meant.add(nearest);
    const message = `There is no attribute "${key.slice(0, 60)}" here.`;
    compilation.diagnostics.push(complain('E102', value.place, message, suggestName(key, known)));
  } else if (values.has(key)) report(compilation, 'E101', value.place, `"${key}" is given twice.`, 'Keep one of them.');
  else values.set(key, value);
}
