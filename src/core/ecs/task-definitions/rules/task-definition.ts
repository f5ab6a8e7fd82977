import { type Finding, mostFindings, pointTo } from '../../verdicts/finding.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A container definition, wherever it stood in the list. */
export interface Container {
  readonly pointer: string;
  readonly fields: JsonObject;
  /** Null when missing or not a text. */
  readonly name: string | null;
  readonly essential: boolean;
}

/** A task definition as the rules read it: whatever has the wrong type counts as absent. */
export interface TaskDefinition {
  readonly fields: JsonObject;
  /** The first hundred: ten are allowed, and each of more would be one more fault. */
  readonly containers: readonly Container[];
  /** Whether Fargate is among the compatibilities. */
  readonly fargate: boolean;
  readonly windows: boolean;
  /** As it will run: `awsvpc` on Fargate whatever is written, `bridge` or (Windows) `default` where nothing is. */
  readonly networkMode: string;
}

/** One of the *task definition rules* (SPEC.md). */
export interface TaskDefinitionRule {
  readonly code: string;
  readonly check: (definition: TaskDefinition) => readonly Finding[];
}

export function readTaskDefinition(fields: JsonObject): TaskDefinition {
  const fargate = listOf(fields, 'requiresCompatibilities').includes('FARGATE');
  const family = textOf(objectOf(fields, 'runtimePlatform'), 'operatingSystemFamily');
  const windows = family?.startsWith('WINDOWS') === true;
  const written = textOf(fields, 'networkMode') ?? (windows ? 'default' : 'bridge');
  return {
    fields,
    containers: objectsOf(fields, 'containerDefinitions', '').slice(0, mostFindings).map(readContainer),
    fargate,
    windows,
    networkMode: fargate ? 'awsvpc' : written,
  };
}

function readContainer(item: PointedObject): Container {
  const name = textOf(item.fields, 'name');
  return { pointer: item.pointer, fields: item.fields, name, essential: item.fields.essential !== false };
}

/** An object with the place where it stands. */
export interface PointedObject {
  readonly pointer: string;
  readonly fields: JsonObject;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field's own value: names such as `toString` that every object inherits are no fields. */
export function fieldOf(fields: JsonObject, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function textOf(fields: JsonObject, name: string): string | null {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value : null;
}

/** Whole numbers only. */
export function numberOf(fields: JsonObject, name: string): number | null {
  const value = fieldOf(fields, name);
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}

export function listOf(fields: JsonObject, name: string): readonly unknown[] {
  const value = fieldOf(fields, name);
  return Array.isArray(value) ? value : [];
}

/** The field's object, or an empty one. */
export function objectOf(fields: JsonObject, name: string): JsonObject {
  const value = fieldOf(fields, name);
  return isObject(value) ? value : {};
}

/** No list of 64 KiB, which is all that ECS takes, is longer in earnest. Rules read no more, and the shape refuses more. */
export const mostMembers = 5000;

/** The texts in the field's list, each with its place. */
export function textsIn(
  fields: JsonObject,
  name: string,
): readonly { readonly value: string; readonly index: number }[] {
  const values = listOf(fields, name).slice(0, mostMembers);
  return values.flatMap((value, index) => (typeof value === 'string' ? [{ value, index }] : []));
}

/** The objects in the field's list, each with its pointer; anything else in the list is left out. */
export function objectsOf(fields: JsonObject, name: string, parent: string): readonly PointedObject[] {
  const items = listOf(fields, name).slice(0, mostMembers);
  return items.flatMap((item, index) => {
    return isObject(item) ? [{ pointer: pointTo(pointTo(parent, name), index), fields: item }] : [];
  });
}

/** Whether the field is there and holds something: not null, not false, not an empty list or object. */
export function isUsed(fields: JsonObject, name: string): boolean {
  const value = fieldOf(fields, name);
  if (value === undefined || value === null || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isObject(value) || Object.keys(value).length > 0;
}

/** The container as a message names it. */
export function nameOf(container: Container): string {
  return container.name === null ? 'The container' : `Container \`${container.name.slice(0, 60)}\``;
}
