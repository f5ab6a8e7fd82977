import { pointTo } from '../verdicts/finding.ts';
import { isObject, type JsonObject } from './rules/task-definition.ts';

/** A definition with its lists in the order of another, and where each place stood before. */
export interface Aligned {
  readonly value: unknown;
  /** The pointer in the definition as it was written. */
  writtenAt(pointer: string): string;
}

/** Lists whose order means nothing, and the field by which their members are known; empty for lists of texts. */
const keyFields: Readonly<Record<string, string>> = {
  containerDefinitions: 'name',
  volumes: 'name',
  environment: 'name',
  secrets: 'name',
  secretOptions: 'name',
  ulimits: 'name',
  portMappings: 'containerPort',
  mountPoints: 'containerPath',
  dependsOn: 'containerName',
  tags: 'key',
  requiresCompatibilities: '',
  links: '',
};

/**
 * Puts the members of unordered lists where `model` has those of the same name; the others take the places that are
 * left, and a place that nothing takes stays empty. Both are at most as deep as `scanJson` lets through.
 */
export function alignLists(json: unknown, model: unknown): Aligned {
  const moves = new Map<string, number>();
  const value = align(json, model, '', '', moves);
  return { value, writtenAt: (pointer) => writtenAt(pointer, moves) };
}

function align(value: unknown, model: unknown, name: string, pointer: string, moves: Map<string, number>): unknown {
  if (Array.isArray(value)) {
    const models = Array.isArray(model) ? model : [];
    const places = placesOf(value, models, name);
    const aligned: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const place = places[index] ?? index;
      const at = pointTo(pointer, place);
      if (place !== index) moves.set(at, index);
      aligned[place] = align(item, models[place], name, at, moves);
    }
    return aligned;
  }
  if (!isObject(value)) return value;
  const fields: JsonObject = isObject(model) ? model : {};
  const members = Object.entries(value).map(([key, member]) => {
    return [
      key,
      align(member, Object.hasOwn(fields, key) ? fields[key] : undefined, key, pointTo(pointer, key), moves),
    ];
  });
  return Object.fromEntries(members);
}

/** The place of each member. */
function placesOf(items: readonly unknown[], models: readonly unknown[], name: string): readonly number[] {
  const field = Object.hasOwn(keyFields, name) ? keyFields[name] : undefined;
  if (field === undefined) return [];
  const wanted = new Map(models.map((model, place) => [keyOf(model, field), place] as const));
  const taken = new Set<number>();
  const matched = items.map((item) => {
    const place = wanted.get(keyOf(item, field));
    if (place === undefined || taken.has(place)) return null;
    taken.add(place);
    return place;
  });
  let free = 0;
  return matched.map((place) => {
    if (place !== null) return place;
    while (taken.has(free)) free++;
    return free++;
  });
}

function keyOf(item: unknown, field: string): string {
  const key = isObject(item) && Object.hasOwn(item, field) ? item[field] : item;
  return JSON.stringify(key) ?? '';
}

function writtenAt(pointer: string, moves: ReadonlyMap<string, number>): string {
  let aligned = '';
  let written = '';
  for (const step of pointer.split('/').slice(1)) {
    aligned += `/${step}`;
    written += `/${moves.get(aligned) ?? step}`;
  }
  return written;
}
