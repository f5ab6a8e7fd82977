import { readTaskCpu, readTaskMemory } from '../../ecs/task-definitions/fargate-sizes.ts';
import type { JsonRequirement, RequiredValue } from '../../model/question.ts';

/** Whether a requirement holds, and what stands at its pointer, shortened; null when nothing does. */
export interface RequirementResult {
  readonly met: boolean;
  readonly given: string | null;
}

const longestGiven = 80;

export function meetsRequirement(requirement: JsonRequirement, document: unknown): RequirementResult {
  const found = valueAt(document, requirement.pointer);
  const met = isNothing(found) ? isMetByNothing(requirement, found) : holds(requirement, found);
  const shown = found === undefined ? null : (JSON.stringify(found) ?? '');
  return { met, given: shown !== null && shown.length > longestGiven ? `${shown.slice(0, longestGiven)}…` : shown };
}

/** An empty list or object is none to ECS. */
function isNothing(found: unknown): boolean {
  return found === undefined || (typeof found === 'object' && found !== null && Object.keys(found).length === 0);
}

/** A question may ask for an empty list or object by its value. */
function isMetByNothing(requirement: JsonRequirement, found: unknown): boolean {
  if (requirement.test === 'absent') return true;
  return found !== undefined && /^(?:equals|one-of)$/.test(requirement.test) && holds(requirement, found);
}

function holds(requirement: JsonRequirement, found: unknown): boolean {
  switch (requirement.test) {
    case 'equals':
      return sameAt(requirement.pointer, found, requirement.value);
    case 'one-of':
      return requirement.values.some((value) => sameAt(requirement.pointer, found, value));
    case 'present':
      return true;
    case 'absent':
      return false;
    case 'number': {
      const size = sizeAt(requirement.pointer, found);
      const amount = size ?? (typeof found === 'string' && /^\d{1,15}$/.test(found) ? Number(found) : found);
      return typeof amount === 'number' && amount >= requirement.least && amount <= requirement.most;
    }
  }
}

/** What stands at a pointer (RFC 6901); undefined when nothing does. */
export function valueAt(document: unknown, pointer: string): unknown {
  const steps = pointer === '' ? [] : pointer.slice(1).split('/');
  let value = document;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

/** The size of a task may be written in several ways. */
function sameAt(pointer: string, found: unknown, wanted: RequiredValue): boolean {
  const size = sizeAt(pointer, found);
  return sameValue(found, wanted) || (size !== null && size === sizeAt(pointer, wanted));
}

function sizeAt(pointer: string, value: unknown): number | null {
  if (pointer === '/cpu') return readTaskCpu(value);
  return pointer === '/memory' ? readTaskMemory(value) : null;
}

/** Numbers, true, false and null count as the texts that they are written with. */
function sameValue(found: unknown, wanted: RequiredValue): boolean {
  if (typeof wanted === 'string') return (typeof found !== 'object' || found === null) && String(found) === wanted;
  if (typeof found !== 'object' || found === null || Array.isArray(found) !== Array.isArray(wanted)) return false;
  const [given, asked] = [Object.entries(found), Object.entries(wanted)];
  return (
    given.length === asked.length &&
    given.every(([key, value]) => Object.hasOwn(wanted, key) && sameValue(value, memberOf(wanted, key)))
  );
}

function memberOf(value: Exclude<RequiredValue, string>, key: string): RequiredValue {
  return (value as Readonly<Record<string, RequiredValue>>)[key] ?? '';
}
