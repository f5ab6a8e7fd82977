/** A row of the task definition rules: what the rule of `code` finds in `json`, as `severity pointer`. */
export interface RuleRow {
  readonly code: string;
  readonly says: string;
  readonly json: unknown;
  readonly found: readonly string[];
}

export const first = '/containerDefinitions/0';
export const second = '/containerDefinitions/1';

export function refuses(code: string, says: string, json: unknown, ...pointers: readonly string[]): RuleRow {
  return { code, says, json, found: pointers.map((pointer) => `error ${pointer}`) };
}

export function doubts(code: string, says: string, json: unknown, ...pointers: readonly string[]): RuleRow {
  return { code, says, json, found: pointers.map((pointer) => `warning ${pointer}`) };
}

export function takes(code: string, says: string, json: unknown): RuleRow {
  return { code, says, json, found: [] };
}

export function ports(...portMappings: readonly unknown[]) {
  return { portMappings };
}

export function logs(logDriver: string, options: Readonly<Record<string, string>> = {}) {
  return { logConfiguration: { logDriver, options } };
}

export const group = { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' };
export const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop';
export const waits = (containerName: string, condition = 'START') => ({ dependsOn: [{ containerName, condition }] });
export const healthCheck = { command: ['CMD', '/check'] };
