/** What a JSON value must look like, after the API model. */
export type Shape =
  | { readonly type: 'boolean' | 'number' | 'text' | 'size' | 'texts-by-name' }
  | { readonly type: 'one-of'; readonly values: readonly string[]; readonly code: string }
  | { readonly type: 'list'; readonly items: Shape }
  | ObjectShape;

export interface ObjectShape {
  readonly type: 'object';
  readonly fields: Readonly<Record<string, Shape>>;
  /** Names of the fields that must be there, and the rule that asks for them. */
  readonly required: Readonly<Record<string, string>>;
}

export const boolean: Shape = { type: 'boolean' };
/** A whole number. */
export const number: Shape = { type: 'number' };
export const text: Shape = { type: 'text' };
/** A number, or a text with a number and perhaps a unit. */
export const size: Shape = { type: 'size' };
/** An object of texts under free names. */
export const textsByName: Shape = { type: 'texts-by-name' };

export function list(items: Shape): Shape {
  return { type: 'list', items };
}

/** One of a few texts; `code` names the rule that a wrong one breaks. */
export function oneOf(values: readonly string[], code = 'T00'): Shape {
  return { type: 'one-of', values, code };
}

export function object(
  fields: Readonly<Record<string, Shape>>,
  required: Readonly<Record<string, string>> = {},
): ObjectShape {
  return { type: 'object', fields, required };
}
