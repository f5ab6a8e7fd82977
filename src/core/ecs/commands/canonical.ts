import { canonicalStructure, hasFraction, jsonElements } from '../programs/aws-shorthand.ts';
import { isArn, readEcsArn } from '../programs/ecs-arn.ts';
import type { OptionSpec, ValueForm } from '../programs/option-spec.ts';
import { readImageReference } from '../registries/image-reference.ts';

/** The values of an option in the one form of their kind, and why the tool refuses one of them. */
export interface CanonicalValues {
  readonly values: readonly string[];
  readonly problem: string | null;
}

/** The values of an option of `aws` or `docker`. A list may be typed as one JSON text. */
export function canonicalValues(given: readonly string[], spec: OptionSpec): CanonicalValues {
  const [only = '', ...others] = given;
  const elements = spec.takes === 'list' && others.length === 0 ? jsonElements(only) : null;
  if (elements !== null && spec.form !== 'structure') return textElements(elements, spec);
  const values: string[] = [];
  const fraction = spec.shape !== undefined && given.some(hasFraction);
  let problem: string | null = fraction ? `--${spec.name} takes whole numbers, without a fraction.` : null;
  for (const value of elements ?? given) {
    const found = canonicalValue(value, spec);
    values.push('text' in found ? found.text : value);
    if ('problem' in found) problem ??= found.problem;
  }
  return { values: spec.ordered === true ? values : values.toSorted(), problem };
}

function textElements(elements: readonly string[], spec: OptionSpec): CanonicalValues {
  const odd = elements.find((element) => !element.startsWith('"'));
  if (odd !== undefined) return { values: elements, problem: `--${spec.name} takes a list of texts; ${odd} is none.` };
  return canonicalValues(
    elements.map((element) => String(JSON.parse(element))),
    { ...spec, takes: 'repeat' },
  );
}

function canonicalValue(value: string, spec: OptionSpec): { readonly text: string } | { readonly problem: string } {
  const form = spec.form ?? null;
  if (form === 'structure') return canonicalStructure(value, spec.shape ?? null, `--${spec.name}`);
  if (form !== 'resource' || spec.kind === undefined || !isArn(value)) return { text: canonical(value, form) };
  const arn = readEcsArn(value, spec.kind);
  return arn === null ? { problem: `${value} is no ARN of ${kindWords[spec.kind]} of ECS.` } : { text: value };
}

const kindWords = {
  cluster: 'a cluster',
  service: 'a service',
  task: 'a task',
  'task-definition': 'a task definition',
  'container-instance': 'a container instance',
} as const;

/** A value in the one form of its kind. */
export function canonical(value: string, form: ValueForm | null): string {
  switch (form) {
    case 'image':
      return canonicalImage(value);
    case 'path':
      return canonicalPath(value);
    case 'unit':
      return value.replace(/\.service$/, '');
    case 'address':
      return canonicalAddress(value);
    case 'number':
      return /^\s*[-+]?\d+\s*$/.test(value) ? String(Number(value)) : value;
    default:
      return value;
  }
}

/** Whether two canonical values mean the same; a name of ECS and its ARN do. */
export function sameValue(a: string, b: string, form: ValueForm | null): boolean {
  if (a === b) return true;
  if (form !== 'resource' || isArn(a) === isArn(b)) return false;
  return lastSegment(a) === lastSegment(b);
}

function canonicalImage(image: string): string {
  const { registry, repository, tag, digest } = readImageReference(image);
  const hub = registry === null || registry === 'docker.io';
  const name = hub ? repository.replace(/^library\//, '') : `${registry}/${repository}`;
  return digest === null ? `${name}:${tag ?? 'latest'}` : `${name}@${digest}`;
}

/** The folder of the shell is `.`, whatever it is called. */
function canonicalPath(path: string): string {
  const kept = path.split('/').filter((part, index) => part !== '.' && (part !== '' || index === 0));
  const joined = kept.join('/');
  return joined === '' ? (path.startsWith('/') ? '/' : '.') : joined;
}

function canonicalAddress(address: string): string {
  const whole = /^[a-z][\w+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  return whole.replace(/^(https?):\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?=[:/]|$)/i, '$1://localhost');
}

function lastSegment(value: string): string {
  return isArn(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
}
