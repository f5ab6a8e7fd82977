import { canonicalAgentValue } from '../../ecs/agent-config/agent-value.ts';
import { agentVariable } from '../../ecs/agent-config/agent-variables.ts';
import { readAgentConfig } from '../../ecs/agent-config/check-agent-config.ts';
import type { ConfigQuestion } from '../../model/question.ts';
import type { Mutant } from '../question-kind.ts';

interface Assignment {
  readonly key: string;
  readonly value: string;
}

/**
 * The answer with one line broken as learners break it, or with a value as the start has it. Left out is a line that
 * only repeats the default of ecs-init: dropping it changes nothing.
 */
export function configMutants({ start, answer }: ConfigQuestion): readonly Mutant[] {
  const lines = answer.split('\n');
  const mutants = lines.flatMap((line, index) => {
    const [, key, value] = /^([A-Z][A-Z0-9_]*)=(.+)$/.exec(line.trim()) ?? [];
    if (key === undefined || value === undefined) return [];
    return [...breakLine({ key, value }), ...undo({ key, value }, start)].map(({ text, slip }) => {
      const broken = text === '' ? lines.toSpliced(index, 1) : lines.with(index, text);
      return { text: broken.join('\n'), slip: `${slip} in line ${index + 1}` };
    });
  });
  return mutants.filter(({ text }) => text !== start);
}

function breakLine({ key, value }: Assignment): readonly Mutant[] {
  return [
    { text: `${key} =${value}`, slip: 'a space before =' },
    { text: `${key}= ${value}`, slip: 'a space behind =' },
    { text: `export ${key}=${value}`, slip: 'export' },
    { text: `${key}="${value}"`, slip: 'quotes' },
    { text: `${key}=\u201c${value}\u201d`, slip: 'curly quotes' },
    { text: `${key}: ${value}`, slip: 'a colon for =' },
    { text: `${key.toLowerCase()}=${value}`, slip: 'the key in small letters' },
    { text: `${key.slice(0, -1)}=${value}`, slip: 'a letter missing from the key' },
    { text: `${key}=${value} # note`, slip: 'a comment' },
    ...otherValues(value).map((other) => ({ text: `${key}=${other}`, slip: 'another value' })),
    ...(value.includes('-') ? [{ text: `${key}=${value.replace('-', '\u2013')}`, slip: 'an en dash' }] : []),
    ...(isDefault(key, value) ? [] : [{ text: '', slip: 'nothing' }]),
  ];
}

function undo({ key, value }: Assignment, start: string): readonly Mutant[] {
  const before = readAgentConfig(start).get(key)?.value;
  if (before === undefined || sameMeaning(key, before, value)) return [];
  return [{ text: `${key}=${before}`, slip: 'the value as it was' }];
}

function otherValues(value: string): readonly string[] {
  if (value === 'true') return ['false'];
  if (value === 'false') return ['true'];
  const number = /\d+/.exec(value);
  if (number !== null) {
    const more = String(Number(number[0]) + 1);
    return [value.slice(0, number.index) + more + value.slice(number.index + number[0].length)];
  }
  return [`${value}x`];
}

function isDefault(key: string, value: string): boolean {
  const silent = agentVariable(key)?.defaults['ecs-init'] ?? null;
  return silent !== null && sameMeaning(key, value, silent);
}

function sameMeaning(key: string, a: string, b: string): boolean {
  const variable = agentVariable(key);
  const [first, second] = [a, b].map((value) => (variable === null ? null : canonicalAgentValue(variable.kind, value)));
  return a === b || (first !== null && first === second);
}
