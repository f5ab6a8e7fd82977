import type { JsonQuestion } from '../../model/question.ts';
import type { Mutant } from '../question-kind.ts';
import { meetsRequirement } from './json-requirements.ts';

/**
 * The answer broken as learners break it: what is required removed, one change of the repair left undone, a host port
 * fixed, sizes that Fargate does not have, numbers as texts, and slips of JSON itself. So every change that the answer
 * makes to the start must be needed.
 */
export function jsonMutants({ start, answer, require }: JsonQuestion): readonly Mutant[] {
  const document = parse(answer);
  if (document === null) return [];
  const undone = leavesOf(document, '').flatMap(([pointer, value]) => undo(document, parse(start), pointer, value));
  const broken = require.flatMap(({ pointer, test }) => {
    return test === 'absent' ? [] : edit(document, pointer, () => gone, `${pointer} left out`);
  });
  const places = allPointers(document, '');
  return [...broken, ...undone, ...places.flatMap((pointer) => breakPlace(document, pointer)), ...breakText(answer)];
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
const gone = Symbol('gone');

function parse(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The document with one value as the start has it. */
function undo(document: Json, start: Json | null, pointer: string, value: Json): readonly Mutant[] {
  const before = leavesOf(start, '').find(([other]) => other === pointer)?.[1];
  if (before === undefined || before === value) return [];
  return edit(document, pointer, () => before, `${pointer} as it was`);
}

function leavesOf(value: Json, pointer: string): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${pointer}/${escaped(key)}`));
}

function breakPlace(document: Json, pointer: string): readonly Mutant[] {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  const inContainer = /^\/containerDefinitions\/\d+\/\w+$/.test(pointer);
  if (pointer === '/family' || pointer === '/containerDefinitions' || (inContainer && /^(?:name|image)$/.test(name))) {
    return edit(document, pointer, () => gone, `${pointer} left out`);
  }
  if (name === 'hostPort') {
    return edit(document, pointer, (value) => (value === 0 ? 80 : String(value)), `another value of ${pointer}`);
  }
  if (name === 'containerPort') return edit(document, pointer, String, 'a port in quotes');
  const isFargate = JSON.stringify(document).includes('"FARGATE"');
  if (isFargate && (pointer === '/memory' || pointer === '/cpu')) {
    return edit(document, pointer, () => '300', `${name} 300, which Fargate does not have`);
  }
  return [];
}

function breakText(answer: string): readonly Mutant[] {
  const lastBrace = answer.lastIndexOf('}');
  const firstComma = answer.indexOf(',');
  return [
    { text: `${answer.slice(0, lastBrace).trimEnd()},\n}`, slip: 'a comma before the last }' },
    { text: answer.slice(0, lastBrace), slip: 'the last } left out' },
    { text: answer.replaceAll('"', "'"), slip: 'single quotes' },
    { text: answer.replace('"', '\u201c'), slip: 'a curly quote' },
    { text: answer.replace('{', '{ // edited\n'), slip: 'a comment' },
    ...(firstComma < 0
      ? []
      : [{ text: answer.slice(0, firstComma) + answer.slice(firstComma + 1), slip: 'a comma left out' }]),
  ];
}

function allPointers(value: Json, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  const members = Object.entries(value).flatMap(([key, member]) => allPointers(member, `${pointer}/${escaped(key)}`));
  return [pointer, ...members];
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The document with the value at a pointer changed or taken out; nothing when it has no such place. */
function edit(
  document: Json,
  pointer: string,
  change: (value: Json) => Json | typeof gone,
  slip: string,
): readonly Mutant[] {
  if (pointer === '' || !meetsRequirement({ pointer, test: 'present' }, document).met) return [];
  const steps = pointer.slice(1).split('/');
  const edited = changeAt(
    document,
    steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    change,
  );
  return edited === gone ? [] : [{ text: JSON.stringify(edited, null, 2), slip }];
}

function changeAt(
  value: Json,
  [step, ...rest]: readonly string[],
  change: (value: Json) => Json | typeof gone,
): Json | typeof gone {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const at = Number(step);
    const member = changeAt(value[at] ?? null, rest, change);
    return member === gone ? value.toSpliced(at, 1) : value.with(at, member);
  }
  const members = Object.entries(value as { readonly [key: string]: Json }).flatMap(([key, member]) => {
    if (key !== step) return [[key, member] as const];
    const changed = changeAt(member, rest, change);
    return changed === gone ? [] : [[key, changed] as const];
  });
  return Object.fromEntries(members);
}
