import type { ContainerInstance } from '../../../../src/core/ecs/placement/container-instance.ts';

/**
 * A second opinion on expressions, written without a look at the first: the text is turned into one JavaScript
 * condition, piece by piece, and JavaScript's own regular expressions match the patterns. It reads only what the
 * properties write: every comparison stands between single spaces, and its values have no spaces.
 */
export function naiveMatches(expression: string, instance: ContainerInstance): boolean {
  const answers: boolean[] = [];
  const simple =
    /(attribute:[\w.-]+|[a-z]\w*(?::group)?) (?:(exists|not_exists)|(==|!=|>=|<=|>|<|=~|!~|in|not_in)( \[[^\]]*\]| '[^']*'| [^\s()]+))/gi;
  const joined = expression.replace(
    simple,
    (_, subject: string, alone: string | undefined, operator: string, argument = '') => {
      answers.push(holds(subject, alone ?? operator, listed(argument), instance));
      return `#${answers.length - 1}#`;
    },
  );
  return settle(joined, answers);
}

/** Rewrites the innermost group until one answer is left. */
function settle(joined: string, answers: readonly boolean[]): boolean {
  let text = joined.replace(/#(\d+)#/g, (_, at: string) => (answers[Number(at)] ? 'T' : 'F')).replaceAll(' ', '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replaceAll('not(T)', 'F')
      .replaceAll('not(F)', 'T')
      .replace(/(?<!not)\(([TF])\)/g, '$1')
      .replace(/\([TF](?:and[TF])+\)/g, (group) => (group.includes('F') ? '(F)' : '(T)'))
      .replace(/\([TF](?:or[TF])+\)/g, (group) => (group.includes('T') ? '(T)' : '(F)'));
  }
  if (text.length > 1) return settle(`(${text})`, []);
  return text === 'T';
}

function listed(argument: string): readonly string[] {
  return argument
    .replace(/^ \[|\]$/g, '')
    .split(', ')
    .map((value) => value.trim().replace(/^'|'$/g, ''));
}

function holds(subject: string, operator: string, values: readonly string[], instance: ContainerInstance): boolean {
  const value = values[0]!;
  if (subject === 'task:group') return instance.tasks.filter(({ group }) => group === value).length > 0;
  if (subject === 'runningTasksCount') return compare(instance.tasks.length, operator, Number(value));
  if (subject === 'agentVersion') return compare(weight(instance.agentVersion), operator, weight(value));
  if (subject === 'registeredAt')
    return compare(Date.parse(zoned(instance.registeredAt)), operator, Date.parse(zoned(value)));
  const texts: Readonly<Record<string, string>> = {
    ec2InstanceId: instance.id,
    agentConnected: instance.agentConnected ? 'true' : 'false',
    ...Object.fromEntries(Object.entries(instance.attributes).map(([name, text]) => [`attribute:${name}`, text])),
  };
  const text = texts[subject];
  if (operator === 'exists') return text !== undefined;
  if (operator === 'not_exists') return text === undefined;
  if (text === undefined) return false;
  if (operator === 'in') return values.includes(text);
  if (operator === 'not_in') return !values.includes(text);
  if (operator === '=~') return new RegExp(`^(?:${value})$`).test(text);
  if (operator === '!~') return !new RegExp(`^(?:${value})$`).test(text);
  return operator === '==' ? text === value : text !== value;
}

/** A version as one number: three parts below 10,000. */
function weight(version: string): number {
  return [...version.split('.'), '0', '0'].slice(0, 3).reduce((sum, part) => sum * 10_000 + Number(part), 0);
}

function zoned(time: string): string {
  if (!time.includes('T')) return `${time}T00:00:00Z`;
  return /Z|[+-]\d\d:\d\d$/.test(time) ? time : `${time}Z`;
}

function compare(a: number, operator: string, b: number): boolean {
  const table: Readonly<Record<string, boolean>> = {
    '==': a === b,
    '!=': a !== b,
    '<': a < b,
    '<=': a <= b,
    '>': a > b,
    '>=': a >= b,
  };
  return table[operator]!;
}
