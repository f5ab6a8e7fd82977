import type { ShellWord } from '../shell/shell-tree.ts';
import type { ValueProblem } from './aws-values.ts';
import type { Shape } from './structure-shape.ts';

/** One option of a command. */
export interface OptionSpec {
  /** Long name without dashes. */
  readonly name: string;
  /** One letter; docker only. */
  readonly short?: string;
  /** `list` takes all words up to the next option (aws), `loose` too, if there are any; `repeat` may be given again. */
  readonly takes: 'nothing' | 'value' | 'list' | 'repeat' | 'loose';
  /** The command does not run without it. */
  readonly required?: boolean;
  /** What the command does without the option. */
  readonly default?: string;
  /** May be added to an accepted command: it changes what is printed, not what is done. */
  readonly harmless?: boolean;
  /** The order of the values counts. */
  readonly ordered?: boolean;
  /** How two values are held against each other; as text if not given. */
  readonly form?: ValueForm;
  /** What a structure is made of, where its members are known. */
  readonly shape?: Shape;
  /** What of ECS a resource is. */
  readonly kind?: ResourceKind;
  /** Why the tool stops at a value. */
  readonly check?: ValueProblem;
}

export type ResourceKind = 'cluster' | 'service' | 'task' | 'task-definition' | 'container-instance';

export interface GivenOption {
  readonly spec: OptionSpec;
  readonly values: readonly ShellWord[];
  /** As typed, values included. */
  readonly text: string;
}

export interface OptionFault {
  /** The word that is not understood, as typed. */
  readonly text: string;
  readonly message: string;
}

export interface OptionReading {
  readonly options: readonly GivenOption[];
  readonly operands: readonly ShellWord[];
  readonly faults: readonly OptionFault[];
}

/** The last one given, as the command line tools take it; null when it is not given. */
export function lastOption(reading: Pick<OptionReading, 'options'>, name: string): GivenOption | null {
  return reading.options.findLast((option) => option.spec.name === name) ?? null;
}

/**
 * What a value is: an image's name (`latest` understood), a structure (shorthand or JSON), a name or ARN of ECS, a
 * path, a name of a unit of systemd, an address, a whole number, a query of an answer.
 */
export type ValueForm = 'image' | 'structure' | 'resource' | 'path' | 'unit' | 'address' | 'number' | 'query';
