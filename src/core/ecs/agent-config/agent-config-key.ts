import { nearestName } from '../../text/nearest-name.ts';
import { errorAt, type Finding, quote, warningAt } from '../verdicts/finding.ts';
import type { ConfigLine } from './agent-config-lines.ts';
import { agentVariable, agentVariables } from './agent-variables.ts';
import { otherAgentVariables } from './other-agent-variables.ts';

const invisible = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const taught = agentVariables.map((variable) => variable.name);
const prefix = /^(?:export|set|declare|setx|env)\s+/i;

/** Names that learners invent, too far from the right one to be found by slips. */
const invented: ReadonlyMap<string, string> = new Map([
  ['CLUSTER', 'ECS_CLUSTER'],
  ['CLUSTER_NAME', 'ECS_CLUSTER'],
  ['CLUSTERNAME', 'ECS_CLUSTER'],
  ['ECS_CLUSTER_NAME', 'ECS_CLUSTER'],
  ['ECS_CLUSTER_ARN', 'ECS_CLUSTER'],
  ['ECS_CLUSTERNAME', 'ECS_CLUSTER'],
  ['ECS_NAME', 'ECS_CLUSTER'],
  ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  ['ECS_REGION', 'AWS_DEFAULT_REGION'],
  ['ECS_IAM_ROLE', 'ECS_ENABLE_TASK_IAM_ROLE'],
  ['ECS_TASK_IAM_ROLE', 'ECS_ENABLE_TASK_IAM_ROLE'],
  ['ECS_TASK_ROLE', 'ECS_ENABLE_TASK_IAM_ROLE'],
  ['ECS_ENABLE_SPOT_DRAINING', 'ECS_ENABLE_SPOT_INSTANCE_DRAINING'],
  ['ECS_SPOT_DRAINING', 'ECS_ENABLE_SPOT_INSTANCE_DRAINING'],
  ['ECS_ATTRIBUTES', 'ECS_INSTANCE_ATTRIBUTES'],
  ['ECS_LOGGING_DRIVERS', 'ECS_AVAILABLE_LOGGING_DRIVERS'],
  ['ECS_TAGS', 'ECS_CONTAINER_INSTANCE_TAGS'],
]);

/** The variable that a line is about, slips forgiven: null when it is about none of the taught ones. */
export function meantVariable(line: ConfigLine): string | null {
  const name = bareName(line.key);
  return agentVariable(name)?.name ?? nearestVariable(name);
}

/** The complaints about what stands before the `=` of a line, meant for that variable: C01, C04, C06, C07. */
export function checkConfigKey(line: ConfigLine, meant: string | null): readonly Finding[] {
  const findings: Finding[] = [];
  const pointer = `/${line.number}`;
  const shown = quote(line.key.trim());
  if (prefix.test(line.key)) {
    const message = `The file is not a script: this defines a variable called ${shown}, which the agent never reads.`;
    findings.push(errorAt('C04', pointer, message, `Leave out \`${line.key.trim().split(/\s/)[0]}\`.`));
  }
  if (/\s$/.test(line.key)) {
    const message = `The space before \`=\` becomes part of the key: ${quote(line.key)} is not a variable of the agent.`;
    findings.push(errorAt('C01', pointer, message, 'Write the key, `=` and the value without any space.'));
  }
  return [...findings, ...checkName(bareName(line.key), meant, pointer)];
}

function checkName(name: string, meant: string | null, pointer: string): readonly Finding[] {
  if (agentVariable(name) !== null || otherAgentVariables.has(name)) return [];
  const upper = name.toUpperCase();
  if (agentVariable(upper) !== null || otherAgentVariables.has(upper)) {
    const message = `Keys are read letter by letter: ${quote(name)} is not \`${upper}\`.`;
    return [errorAt('C06', pointer, message, `Write \`${upper}\` in capitals.`)];
  }
  if (meant !== null) {
    const message = `The agent knows no ${quote(name)} and passes over it.`;
    return [errorAt('C07', pointer, message, `Write \`${meant}\`.`)];
  }
  const message =
    name === ''
      ? 'There is no key before the `=`.'
      : `${quote(name)} is not a variable that the agent is known to read.`;
  return [warningAt('C07', pointer, message, 'Look the name up, or leave the line out.')];
}

function bareName(key: string): string {
  return key.replace(invisible, '').trim().replace(prefix, '').trim();
}

function nearestVariable(name: string): string | null {
  if (otherAgentVariables.has(name)) return null;
  const known = invented.get(name.toUpperCase().replace(/[\s-]+/g, '_'));
  return known ?? nearestName(name, taught);
}
