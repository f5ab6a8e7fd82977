import type { OptionSpec } from './option-spec.ts';

/** Source: docker 28.2.2, `docker login --help`. */
export const loginOptions: readonly OptionSpec[] = [
  { name: 'username', short: 'u', takes: 'value', required: true },
  { name: 'password', short: 'p', takes: 'value' },
  { name: 'password-stdin', takes: 'nothing' },
];

/** Source: AWS CLI 1.45.55, `aws ecr get-login help`; CLI v2 has no such operation. */
export const getLoginOptions: readonly OptionSpec[] = [
  { name: 'registry-ids', takes: 'list' },
  { name: 'no-include-email', takes: 'nothing' },
  { name: 'include-email', takes: 'nothing' },
];
