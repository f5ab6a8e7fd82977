import type { Place } from '../../model/diagnostic-codes.ts';
import type { JsonRequirement, RequiredValue } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import { refuseUnknownKeys, textAt } from '../yaml/read-keys.ts';
import { readYamlList } from '../yaml/read-yaml.ts';
import type { YamlMap, YamlNode } from '../yaml/yaml-node.ts';

const tests = ['equals', 'oneOf', 'present', 'absent', 'numberRange'] as const;

/** A ```` ```yaml require ```` block: a list of `{ pointer: /a/b, equals: c }`. */
export function readRequirements(compilation: Compilation, text: string, place: Place): readonly JsonRequirement[] {
  const list = readYamlList(compilation, text, place);
  return (list?.items ?? []).flatMap((item) => readRequirement(compilation, item));
}

function readRequirement(compilation: Compilation, item: YamlNode): readonly JsonRequirement[] {
  if (item.form !== 'map') {
    report(
      compilation,
      'E106',
      item.place,
      'A requirement must hold keys and values.',
      'Write { pointer: /a, equals: b }.',
    );
    return [];
  }
  refuseUnknownKeys(compilation, item, ['pointer', ...tests]);
  const pointer = textAt(compilation, item, 'pointer');
  if (pointer === null || !/^(?:\/(?:[^~/]|~[01])+)+$/.test(pointer)) {
    const fix = 'Write a JSON pointer such as /containerDefinitions/0/memory.';
    report(compilation, 'E105', item.place, 'A requirement points at nothing.', fix);
    return [];
  }
  const named = tests.filter((test) => item.entries.has(test));
  const [test] = named;
  if (test !== undefined && named.length === 1) return readTest(compilation, item, pointer, test);
  const message = named.length === 0 ? 'A requirement asks for nothing.' : `A requirement has ${named.join(' and ')}.`;
  report(compilation, 'E106', item.place, message, `Give it one of ${tests.join(', ')}.`);
  return [];
}

function readTest(
  compilation: Compilation,
  item: YamlMap,
  pointer: string,
  test: (typeof tests)[number],
): readonly JsonRequirement[] {
  const value = item.entries.get(test)?.value;
  if (value === undefined) return [];
  if (test === 'equals') return [{ pointer, test, value: requiredOf(value) }];
  if (test === 'oneOf' && value.form === 'list')
    return [{ pointer, test: 'one-of', values: value.items.map(requiredOf) }];
  if (test === 'numberRange') {
    const [least, most] = value.form === 'list' ? value.items.map(numberOf) : [];
    if (least !== undefined && most !== undefined && least <= most) return [{ pointer, test: 'number', least, most }];
  }
  const isSwitch = test === 'present' || test === 'absent';
  if (isSwitch && value.form === 'text' && value.text === 'true') return [{ pointer, test }];
  const fixes = {
    oneOf: 'oneOf: [a, b]',
    numberRange: 'numberRange: [1, 5]',
    present: 'present: true',
    absent: 'absent: true',
  };
  report(
    compilation,
    'E106',
    value.place,
    `This is no value for ${test}.`,
    `Write ${fixes[test as keyof typeof fixes]}.`,
  );
  return [];
}

function numberOf(node: YamlNode): number {
  return node.form === 'text' && /^-?\d{1,12}(?:\.\d{1,6})?$/.test(node.text) ? Number(node.text) : Number.NaN;
}

function requiredOf(node: YamlNode): RequiredValue {
  switch (node.form) {
    case 'text':
      return node.text;
    case 'list':
      return node.items.map(requiredOf);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, requiredOf(value)]));
  }
}
