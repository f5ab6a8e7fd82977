import type { ShellWord } from '../shell/shell-tree.ts';
import type { AwsCommand } from './aws-command.ts';
import { lastOption } from './option-spec.ts';

/** A setting of the CLI, from an option or from the environment. */
interface Used {
  readonly word: ShellWord;
  /** As typed. */
  readonly given: string;
}

/** The profile as the CLI picks it: the last `--profile`, then the environment of aws itself; null for none. */
export function usedProfile(aws: Pick<AwsCommand, 'options' | 'environment'>): Used | null {
  const option = lastOption(aws, 'profile');
  const [word] = option?.values ?? [];
  if (option !== null && word !== undefined) return { word, given: option.text };
  // Source: botocore 1.43, `configprovider.py`, in this order.
  for (const name of ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE']) {
    const value = aws.environment.get(name);
    if (value !== undefined && value.value !== '') return { word: value, given: `${name}=${value.value}` };
  }
  return null;
}

/**
 * The Region as the CLI picks it: the last `--region`, then the environment of aws itself; null for neither. Version 1
 * reads `AWS_DEFAULT_REGION` alone.
 */
export function usedRegion(aws: Pick<AwsCommand, 'options' | 'environment'>, version: 'v1' | 'v2'): Used | null {
  const option = lastOption(aws, 'region');
  const [word] = option?.values ?? [];
  if (option !== null && word !== undefined) return { word, given: option.text };
  const variables = version === 'v1' ? ['AWS_DEFAULT_REGION'] : ['AWS_REGION', 'AWS_DEFAULT_REGION'];
  const name = variables.find((variable) => aws.environment.has(variable));
  const set = name === undefined ? undefined : aws.environment.get(name);
  return name === undefined || set === undefined ? null : { word: set, given: `${name}=${set.value}` };
}

/** The form of the output as the CLI picks it: the last `--output`, then the environment; undefined for neither. */
export function usedOutput(aws: Pick<AwsCommand, 'options' | 'environment'>): string | undefined {
  return lastOption(aws, 'output')?.values[0]?.value ?? aws.environment.get('AWS_DEFAULT_OUTPUT')?.value;
}
