import { canonicalStructure } from '../programs/aws-shorthand.ts';
import type { OptionFault, ValueForm } from '../programs/option-spec.ts';
import { readImageReference } from '../registries/image-reference.ts';

/** What one command of a line does, whatever the order and spelling of its words. */
export interface CommandMeaning {
  /** `;` also stands for `&&` and a new line; `|` hangs the command on the one before. */
  readonly link: ';' | '||' | '|';
  /** `aws ecs run-task`, `docker push`, `write a file`, or a program's name. */
  readonly verb: string;
  /** The verb as typed. */
  readonly given: string;
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
}

/** An option, an operand, a variable or a line, in a form in which equal meanings are equal texts. */
export interface MeaningToken {
  /** `--cluster`, `source`, `line ECS_CLUSTER`, … */
  readonly key: string;
  readonly values: readonly string[];
  /** As typed. */
  readonly given: string;
  /** May be added to an accepted command. */
  readonly harmless: boolean;
  readonly required: boolean;
  readonly form: ValueForm | null;
}

/** A token with the usual properties: not harmless, not required, compared as text. */
export function token(key: string, value: string, given: string, more: Partial<MeaningToken> = {}): MeaningToken {
  return { key, values: [value], given, harmless: false, required: false, form: null, ...more };
}

/** A value in the one form of its kind. */
export function canonical(value: string, form: ValueForm | null): string {
  switch (form) {
    case 'image':
      return canonicalImage(value);
    case 'structure':
      return canonicalStructure(value);
    case 'path':
      return value.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '');
    case 'unit':
      return value.replace(/\.service$/, '');
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

function isArn(value: string): boolean {
  return value.startsWith('arn:');
}

function lastSegment(value: string): string {
  return isArn(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
}
