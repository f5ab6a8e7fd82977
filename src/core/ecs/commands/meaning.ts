import type { OptionFault, ValueForm } from '../programs/option-spec.ts';
import type { Leaves } from '../programs/output-filter.ts';
import type { SideStep } from '../programs/side-steps.ts';

/** What one command of a line does, whatever the order and spelling of its words. */
export interface CommandMeaning {
  /** `;` also stands for `&&` and a new line; `|` hangs the command on the one before. */
  readonly link: ';' | '||' | '|';
  /** `aws ecs run-task`, `docker push`, `write a file`, or a program's name. */
  readonly verb: string;
  /** The verb as typed. */
  readonly given: string;
  /** The whole command as typed, for a sentence. */
  readonly text: string;
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
  /** Not null when the command may stand beside the asked one. */
  readonly side: SideStep | null;
  /** The command is typed for what it prints. */
  readonly showing: boolean;
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
  /** What a query, a filter behind the pipe or a redirection leaves of the output. */
  readonly leaves?: Leaves;
}

/** A token with the usual properties: not harmless, not required, compared as text. */
export function token(key: string, value: string, given: string, more: Partial<MeaningToken> = {}): MeaningToken {
  return { key, values: [value], given, harmless: false, required: false, form: null, ...more };
}
