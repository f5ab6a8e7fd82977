import { errorAt, type Finding, quote, warningAt } from '../verdicts/finding.ts';
import type { ConfigLine } from './agent-config-lines.ts';
import { type AgentValueKind, canonicalAgentValue, readSignedDuration, trimSpace } from './agent-value.ts';
import { agentVariable } from './agent-variables.ts';

const quotes = /^(["'`“”„«‘’‚])([\s\S]*)(["'`“”»‘’])$/u;

/** The complaints about what stands after the `=` of a line: C02, C03, C08, C09, C14. */
export function checkConfigValue(line: ConfigLine, variable: string | null): readonly Finding[] {
  const pointer = `/${line.number}`;
  const value = trimSpace(line.value);
  const findings: Finding[] = [];
  if (value !== line.value) {
    const message = `The space after \`=\` becomes part of the value: ${quote(line.value)}.`;
    findings.push(errorAt('C02', pointer, message, 'Write the value straight after the `=`.'));
  }
  const literal = checkLiteral(value, pointer);
  if (literal !== null) return [...findings, literal];
  const known = variable === null ? null : agentVariable(variable);
  return known === null ? findings : [...findings, ...checkMeaning(known.name, known.kind, value, pointer)];
}

/** What a shell would take away and the reader keeps. */
function checkLiteral(value: string, pointer: string): Finding | null {
  const quoted = quotes.exec(value);
  if (quoted !== null) {
    const message = `The quotes become part of the value: the agent reads ${quote(value)}, not ${quote(quoted[2] ?? '')}.`;
    return errorAt('C03', pointer, message, 'Write the value without quotes round it.');
  }
  if (!/\s#/.test(value)) return null;
  const message = 'A comment stands on a line of its own; behind a value it becomes part of the value.';
  return errorAt('C14', pointer, message, 'Move the comment to the line above.');
}

function checkMeaning(name: string, kind: AgentValueKind, value: string, pointer: string): readonly Finding[] {
  if (value === '') return [emptyValue(name, pointer)];
  const seconds = kind.type === 'duration' ? readSignedDuration(value) : null;
  if (kind.type === 'duration' && seconds !== null) return checkDuration(name, kind, seconds, value, pointer);
  if (canonicalAgentValue(kind, value) !== null) return [];
  return [errorAt('C08', pointer, `The agent cannot read ${quote(value)} as \`${name}\`.`, `Write ${expected(kind)}.`)];
}

/** What is too short is not what holds; what older agents pass over is doubtful. */
function checkDuration(
  name: string,
  kind: Extract<AgentValueKind, { readonly type: 'duration' }>,
  seconds: number,
  value: string,
  pointer: string,
): readonly Finding[] {
  const { leastSeconds, shorter, formerLeastSeconds = 0 } = kind;
  const fix = `Write ${expected(kind)}.`;
  if (seconds <= 0 || seconds < leastSeconds) {
    const instead = seconds === 0 || shorter === 'default' ? 'its own default' : timeWords(leastSeconds);
    const message = `${quote(value)} is too short for \`${name}\`: the agent takes ${instead} instead.`;
    return [errorAt('C08', pointer, message, fix)];
  }
  if (seconds >= formerLeastSeconds) return [];
  const message = `Agents from before 2022 take their own default for less than ${timeWords(formerLeastSeconds)}.`;
  return [warningAt('C08', pointer, message, `Write ${timeWords(formerLeastSeconds)} or more, or update the agent.`)];
}

function timeWords(seconds: number): string {
  const [amount, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function emptyValue(name: string, pointer: string): Finding {
  if (name === 'ECS_CLUSTER') {
    const message = 'The name of the cluster is empty: the instance joins the cluster called `default`.';
    return warningAt('C09', pointer, message, 'Write the name of the cluster after the `=`.');
  }
  const message = `\`${name}\` is empty: the agent's own default holds.`;
  return warningAt('C08', pointer, message, 'Write a value, or leave the line out.');
}

function expected(kind: AgentValueKind): string {
  switch (kind.type) {
    case 'boolean':
      return '`true` or `false`';
    case 'duration':
      return kind.leastSeconds === 0
        ? 'a time above zero with its unit, such as `30s`, `2m` or `1h30m`'
        : `a time of at least ${timeWords(kind.leastSeconds)} with its unit, such as \`90s\` or \`30m\``;
    case 'integer':
      return `a whole number, ${kind.least} to ${kind.most}`;
    case 'one-of':
      return `one of ${kind.values.map((value) => `\`${value}\``).join(', ')}`;
    case 'json-object':
      return kind.members === 'text' ? 'a JSON object of texts, such as `{"stack":"prod"}`' : 'a JSON object';
    default:
      return examples[kind.type];
  }
}

const examples = {
  cluster: "a cluster's name (letters, digits, `-` and `_`) or its ARN",
  drivers: 'a JSON list of log drivers, such as `["json-file","awslogs"]`',
  path: 'a folder, such as `/data/`',
  'port-range': 'two ports, the lower first, such as `32768-60999`',
  ports: 'a JSON list of ports, such as `[22,2375,8080]`',
  region: 'a Region, such as `eu-west-1`',
  text: 'a value',
} as const;
