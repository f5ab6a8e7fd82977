import { nearestName } from '../../text/nearest-name.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import type { ShellWord } from '../shell/shell-tree.ts';
import { looksLikeOption, readAwsOptions } from './aws-options.ts';
import {
  binaryFormatProblem,
  colorProblem,
  numberProblem,
  outputProblem,
  queryProblem,
  type ValueProblem,
} from './aws-values.ts';
import type { GivenOption, OptionFault, OptionSpec } from './option-spec.ts';

export interface AwsCommand {
  /** `ecr`, `ecs`, …; empty when none is typed. */
  readonly service: string;
  readonly operation: string;
  /** Global options included. */
  readonly options: readonly GivenOption[];
  readonly operands: readonly ShellWord[];
  readonly faults: readonly OptionFault[];
  readonly environment: ReadonlyMap<string, ShellWord>;
}

const value = (name: string): OptionSpec => ({ name, takes: 'value' });
const quietValue = (name: string, check?: ValueProblem): OptionSpec => ({
  name,
  takes: 'value',
  harmless: true,
  ...(check !== undefined && { check }),
});
const quietFlag = (name: string): OptionSpec => ({ name, takes: 'nothing', harmless: true });

/** Options that stand anywhere after `aws`. Source: AWS CLI 1.45 and 2.27, `aws help`. */
const globalOptions: readonly OptionSpec[] = [
  quietFlag('debug'),
  value('endpoint-url'),
  { name: 'no-verify-ssl', takes: 'nothing' },
  quietFlag('no-paginate'),
  quietValue('output', outputProblem),
  { ...quietValue('query', queryProblem), form: 'query' },
  quietValue('profile'),
  quietValue('region'),
  { name: 'version', takes: 'nothing' },
  quietValue('color', colorProblem),
  { name: 'no-sign-request', takes: 'nothing' },
  value('ca-bundle'),
  quietValue('cli-read-timeout', numberProblem('cli-read-timeout')),
  quietValue('cli-connect-timeout', numberProblem('cli-connect-timeout')),
  quietValue('cli-binary-format', binaryFormatProblem),
  quietFlag('no-cli-pager'),
  quietFlag('no-cli-auto-prompt'),
];

/** Options of one operation, or null when the operation is not known: then every `--name` is taken as it comes. */
export type OperationOptions = (service: string, operation: string) => readonly OptionSpec[] | null;

/** Reads the words after `aws` in any order. Service and operation are the first two words that are no options. */
export function readAwsCommand(call: ProgramCall, optionsOf: OperationOptions): AwsCommand {
  const first = readAwsOptions(call.arguments, globalOptions);
  const named = first.operands.filter((word) => !looksLikeOption(word)).slice(0, 2);
  const [service = '', operation = ''] = named.map((word) => word.value);
  const rest = first.operands.filter((word) => !named.includes(word));
  const known = optionsOf(service, operation);
  const own = readAwsOptions(rest, known ?? asTheyCome(rest));
  return {
    service,
    operation,
    options: [...first.options, ...own.options],
    operands: own.operands,
    faults: [
      ...first.faults,
      ...own.faults,
      ...own.operands.map((word, index) => unknown(word, index < mostHints ? (known ?? []) : null)),
    ],
    environment: call.environment,
  };
}

function asTheyCome(words: readonly ShellWord[]): readonly OptionSpec[] {
  const names = words.filter((word) => word.value.startsWith('--')).map((word) => word.value.slice(2).split('=', 1)[0]);
  return [...new Set(names)].filter((name) => name !== undefined && name !== '').map((name) => unnamed(name ?? ''));
}

function unnamed(name: string): OptionSpec {
  return { name, takes: 'loose' };
}

/** Looking for a name that is near takes its time, and nobody reads more. */
const mostHints = 4;

function unknown(word: ShellWord, specs: readonly OptionSpec[] | null): OptionFault {
  if (!word.value.startsWith('-'))
    return { text: word.text, message: `aws does not know what to do with ${word.text}.` };
  const names = specs === null ? [] : [...globalOptions, ...specs].map((spec) => spec.name);
  const nearest = nearestName(word.value.replace(/^-+/, '').split('=', 1)[0] ?? '', names);
  const hint = nearest === null ? '' : ` Did you mean --${nearest}?`;
  return { text: word.text, message: `${word.text} is no option of this command.${hint}` };
}
