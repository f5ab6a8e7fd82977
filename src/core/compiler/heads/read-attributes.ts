import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import { attributeParts, attributeSpan } from '../grammar.ts';
import { meantName, suggestName } from '../suggest-name.ts';
import { meantId } from './written-id.ts';

/** A text without the `{#id key=value}` that ended it, and what that said. */
export interface Attributed {
  readonly text: string;
  /** As written, without `#`; null when there is none. Its grammar is not checked here. */
  readonly id: string | null;
  readonly idPlace: Place;
  readonly values: ReadonlyMap<string, Attribute>;
  /** Known names that misspelt ones probably mean. */
  readonly meant: ReadonlySet<string>;
  /** Its spelling has a complaint: an id that is none is no second mistake. */
  readonly isOdd: boolean;
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
  if (span === null)
    return { text: raw.trim(), id: null, idPlace: place, values: noValues, meant: noNames, isOdd: false };
  const { open, inside } = span;
  const at: Place = { file: place.file, line: place.line, column: place.column + open + 1 };
  const body = raw.slice(0, open).trim();
  // Most headings carry an id and nothing else.
  if (/^#[^\s="]*$/.test(inside))
    return { text: body, id: inside.slice(1), idPlace: at, values: noValues, meant: noNames, isOdd: false };
  const mended = mendAttributes(inside, known);
  if (mended !== null) {
    const message = `{${inside.trim().slice(0, 60)}} is not how ids and values are written.`;
    report(compilation, 'E101', at, message, `Write {${mended.slice(0, 200)}}.`);
  }
  return { text: body, ...readInside(compilation, mended ?? inside, at, known), isOdd: mended !== null };
}

/** The spelling that was meant by `{# id}`, `{#Two Words}`, `{id=x}` or `{key = value}`; null for no such slip. */
function mendAttributes(inside: string, known: readonly string[]): string | null {
  const isSlip = attributeParts(inside).some(
    (part) =>
      part.form === 'odd' ||
      (part.form === 'id' && part.id === '') ||
      (part.form === 'value' && (part.key === 'id' || part.value === '')),
  );
  if (!isSlip) return null;
  const close = inside
    .trim()
    .replace(/([a-z])[ \t]*=[ \t]*(?=(?:"[^"]*"|[^\s="#]+)(?:\s|$))/g, '$1=')
    .replace(/^(.*[ \t])?id="?([^\s"#]+)"?(?=\s|$)/, (_, before: string | undefined, id: string) =>
      `#${id} ${before ?? ''}`.trimEnd(),
    )
    .replace(/#[ \t]+(?=[^\s=#]+(?:\s|$))/, '#')
    .trim();
  const [, words = '', rest = ''] = /^#([^\s=#"]+(?:[ \t]+[^\s=#"]+)*)((?:[ \t]+[^\s=#"]+=.*)?)$/.exec(close) ?? [];
  const isWords = words.split(/[ \t]+/).some((word) => known.includes(word));
  const id = isWords ? null : meantId(words);
  const mended = id === null ? close : `#${id}${rest}`;
  return mended === inside.trim() || attributeParts(mended).some(({ form }) => form === 'odd') ? null : mended;
}

function readInside(
  compilation: Compilation,
  inside: string,
  at: Place,
  known: readonly string[],
): Omit<Attributed, 'text' | 'isOdd'> {
  const values = new Map<string, Attribute>();
  const meant = new Set<string>();
  let id: string | null = null;
  let idPlace = at;
  for (const part of attributeParts(inside)) {
    const place = { ...at, column: at.column + part.at };
    if (part.form === 'id') {
      if (id !== null) report(compilation, 'E110', place, 'Two ids stand here.', 'Keep one of them.');
      else [id, idPlace] = [part.id, place];
    } else if (part.form === 'value')
      addValue(compilation, { values, meant }, part.key, { text: part.value, place }, known);
    else {
      // What follows it is most likely a part of the same slip.
      reportOddPart(compilation, part.text, place);
      break;
    }
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
    compilation.diagnostics.push(
      complain('E102', value.place, message, known.length === 0 ? 'Leave it out.' : suggestName(key, known)),
    );
  } else if (values.has(key)) report(compilation, 'E101', value.place, `"${key}" is given twice.`, 'Keep one of them.');
  else values.set(key, value);
}
