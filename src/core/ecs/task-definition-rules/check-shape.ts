import { errorAt, type Finding, pointTo, quote } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';
import type { ObjectShape, Shape } from './shape.ts';
import { fieldOf, isObject, type JsonObject } from './task-definition.ts';
import { unknownField } from './unknown-field.ts';

/**
 * Holds a JSON value against a shape: wrong types (T00), unknown fields (T38), words that are not in a list, fields
 * that are missing (each with its rule's code). Never deeper than the shape, however deep the value.
 */
export function checkShape(shape: Shape, value: unknown, pointer: string): readonly Finding[] {
  switch (shape.type) {
    case 'object':
      return isObject(value) ? checkObject(shape, value, pointer) : [wrongType(shape, value, pointer)];
    case 'list':
      if (!Array.isArray(value)) return [wrongType(shape, value, pointer)];
      return value.flatMap((item, index) => checkShape(shape.items, item, pointTo(pointer, index)));
    case 'texts-by-name':
      return isObject(value) ? checkTexts(value, pointer) : [wrongType(shape, value, pointer)];
    case 'one-of':
      if (typeof value !== 'string') return [wrongType(shape, value, pointer)];
      return shape.values.includes(value) ? [] : [notListed(shape.values, shape.code, value, pointer)];
    default:
      return isOfType(shape.type, value) ? [] : [wrongType(shape, value, pointer)];
  }
}

function checkObject(shape: ObjectShape, value: JsonObject, pointer: string): readonly Finding[] {
  const known = Object.entries(value).flatMap(([name, member]) => {
    const place = pointTo(pointer, name);
    const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    return inner === undefined ? [unknownField(name, shape, place)] : checkShape(inner, member, place);
  });
  const missing = Object.entries(shape.required).filter(([name]) => fieldOf(value, name) === undefined);
  return [...known, ...missing.map(([name, code]) => missingField(name, code, pointer))];
}

function checkTexts(value: JsonObject, pointer: string): readonly Finding[] {
  return Object.entries(value).flatMap(([name, member]) => {
    return typeof member === 'string' ? [] : [wrongType({ type: 'text' }, member, pointTo(pointer, name))];
  });
}

function isOfType(type: 'boolean' | 'number' | 'text' | 'size', value: unknown): boolean {
  if (type === 'number') return Number.isInteger(value);
  if (type === 'size') return typeof value === 'string' || typeof value === 'number';
  return typeof value === (type === 'text' ? 'string' : type);
}

function missingField(name: string, code: string, pointer: string): Finding {
  return errorAt(code, pointer, `\`${name}\` is missing here.`, `Add \`"${name}"\`.`);
}

function notListed(values: readonly string[], code: string, value: string, pointer: string): Finding {
  const nearest = nearestName(value, values);
  const fix =
    nearest === null ? `Write one of ${values.map((word) => `\`${word}\``).join(', ')}.` : `Write \`${nearest}\`.`;
  return errorAt(code, pointer, `${quote(value)} is not a value that this field can have.`, fix);
}

const expected: Readonly<Record<Shape['type'], string>> = {
  boolean: '`true` or `false`, without quotes',
  list: 'a list in square brackets',
  number: 'a whole number, without quotes',
  object: 'an object in curly brackets',
  'one-of': 'a text in quotes',
  size: 'a text such as `"512"`',
  text: 'a text in quotes',
  'texts-by-name': 'an object of texts, such as `{"name": "value"}`',
};

function wrongType(shape: Shape, value: unknown, pointer: string): Finding {
  return errorAt('T00', pointer, `Here stands ${describe(value)}.`, `Write ${expected[shape.type]}.`);
}

function describe(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return typeof value === 'object' ? 'an object' : `\`${String(value)}\``;
}
