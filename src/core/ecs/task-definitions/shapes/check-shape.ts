import { nearestName } from '../../../text/nearest-name.ts';
import { errorAt, type Finding, mostFindings, pointTo, quote } from '../../verdicts/finding.ts';
import { fieldOf, isObject, type JsonObject, mostMembers } from '../rules/task-definition.ts';
import { type ObjectShape, type Shape, text as textShape } from './shape.ts';
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
      return Array.isArray(value) ? checkList(shape.items, value, pointer) : [wrongType(shape, value, pointer)];
    case 'texts-by-name':
      return isObject(value) ? checkTexts(value, pointer) : [wrongType(shape, value, pointer)];
    case 'one-of':
      if (typeof value !== 'string') return [wrongType(shape, value, pointer)];
      return shape.values.includes(value) ? [] : [notListed(shape.values, shape.code, value, pointer)];
    default:
      return isOfType(shape.type, value) ? [] : [wrongType(shape, value, pointer)];
  }
}

function checkList(shape: Shape, items: readonly unknown[], pointer: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (items.length > mostMembers) {
    const message = `The list has ${items.length} members; no list of a task definition is that long.`;
    findings.push(errorAt('T00', pointer, message, 'Shorten it.'));
  }
  for (const [index, item] of items.entries()) {
    // A pasted megabyte may hold a hundred thousand wrong items; a page of findings is enough.
    if (findings.length >= mostFindings) break;
    findings.push(...checkShape(shape, item, pointTo(pointer, index)));
  }
  return findings;
}

function checkObject(shape: ObjectShape, value: JsonObject, pointer: string): readonly Finding[] {
  const known: Finding[] = [];
  const unknown: Finding[] = [];
  for (const [name, member] of Object.entries(value)) {
    const place = pointTo(pointer, name);
    const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (inner !== undefined) known.push(...checkShape(inner, member, place));
    else if (unknown.length < mostFindings) unknown.push(unknownField(name, shape, place));
  }
  const missing = Object.entries(shape.required).filter(([name]) => fieldOf(value, name) === undefined);
  return [...known, ...unknown, ...missing.map(([name, code]) => missingField(name, code, pointer))];
}

function checkTexts(value: JsonObject, pointer: string): readonly Finding[] {
  const wrong = Object.entries(value).filter(([, member]) => typeof member !== 'string');
  return wrong.slice(0, mostFindings).map(([name, member]) => wrongType(textShape, member, pointTo(pointer, name)));
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
