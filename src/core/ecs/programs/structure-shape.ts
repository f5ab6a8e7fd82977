/** What a structure of the API is made of. */
export type Shape = 'text' | 'number' | 'flag' | ListShape | MembersShape;

interface ListShape {
  readonly of: Shape;
  /** The order of its elements says nothing. */
  readonly isSet: boolean;
}

interface MembersShape {
  readonly members: ReadonlyMap<string, Shape>;
  /** What the API takes for a member that is left out, as canonical text. */
  readonly defaults: ReadonlyMap<string, string>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A structure as it was typed: JSON has types, the shorthand has texts only and takes `x` for a list of x. */
export interface Structure {
  readonly value: Json;
  readonly isJson: boolean;
}

/** A structure in one form, or why the CLI refuses it. */
export type Conformed = { readonly text: string } | { readonly problem: string };

export function listOf(of: Shape): Shape {
  return { of, isSet: false };
}

export function setOf(of: Shape): Shape {
  return { of, isSet: true };
}

export function membersOf(
  members: Readonly<Record<string, Shape>>,
  defaults: Readonly<Record<string, string>> = {},
): Shape {
  return { members: new Map(Object.entries(members)), defaults: new Map(Object.entries(defaults)) };
}

/** Holds a structure against its shape, and writes it with its keys sorted and what is the default left out. */
export function conform({ value, isJson }: Structure, shape: Shape, name: string): Conformed {
  if (typeof shape === 'string') return conformLeaf(value, shape, isJson, name);
  return 'of' in shape ? conformList(value, shape, isJson, name) : conformMembers(value, shape, isJson, name);
}

function conformLeaf(value: Json, shape: 'text' | 'number' | 'flag', isJson: boolean, name: string): Conformed {
  if (typeof value === 'object') return { problem: `${name} takes a single value, and no list or structure.` };
  const asTyped = JSON.stringify(value);
  if (isJson && typeof value !== leafTypes[shape]) {
    return { problem: `In JSON ${name} takes ${leafWords[shape]}; ${asTyped} is none.` };
  }
  const text = String(value);
  const fits = shape === 'text' || (shape === 'number' ? /^[-+]?\d+$/.test(text) : /^(?:true|false)$/i.test(text));
  if (!fits) return { problem: `${name} takes ${leafWords[shape]}; ${asTyped} is none.` };
  if (shape === 'text') return { text: JSON.stringify(text) };
  return { text: shape === 'number' ? String(Number(text)) : text.toLowerCase() };
}

const leafTypes = { text: 'string', number: 'number', flag: 'boolean' } as const;
const leafWords = { text: 'a text in quotes', number: 'a whole number', flag: 'true or false' } as const;

function conformList(value: Json, shape: ListShape, isJson: boolean, name: string): Conformed {
  if (isJson && !isList(value)) return { problem: `In JSON ${name} takes a list in [ ].` };
  const entries = isList(value) ? value : [value];
  const texts: string[] = [];
  for (const entry of entries) {
    const conformed = conform({ value: entry, isJson }, shape.of, name);
    if ('problem' in conformed) return conformed;
    texts.push(conformed.text);
  }
  return { text: `[${(shape.isSet ? texts.toSorted() : texts).join()}]` };
}

function conformMembers(value: Json, shape: MembersShape, isJson: boolean, name: string): Conformed {
  if (typeof value !== 'object' || value === null || isList(value)) {
    return { problem: `${name} takes a structure: name=value, or { } in JSON.` };
  }
  const members: string[] = [];
  for (const key of Object.keys(value).toSorted()) {
    const inner = shape.members.get(key);
    if (inner === undefined) return { problem: `${name} has no member "${key}".` };
    const conformed = conform({ value: value[key] ?? null, isJson }, inner, key);
    if ('problem' in conformed) return conformed;
    if (shape.defaults.get(key) !== conformed.text) members.push(`${JSON.stringify(key)}:${conformed.text}`);
  }
  return { text: `{${members.join()}}` };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
