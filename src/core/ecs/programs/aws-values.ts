import type { ShellWord } from '../shell/shell-tree.ts';
import { readQuery } from './jmespath.ts';

/** Why the CLI stops at the value of an option, in a sentence; null where it goes on. */
export type ValueProblem = (value: string) => string | null;

/** Source: AWS CLI 1.45 and 2.27, `aws help`. */
const outputs = ['json', 'text', 'table', 'yaml', 'yaml-stream', 'off'];

export const outputProblem: ValueProblem = oneOf('--output', outputs);
export const colorProblem: ValueProblem = oneOf('--color', ['on', 'off', 'auto']);
export const binaryFormatProblem: ValueProblem = oneOf('--cli-binary-format', ['base64', 'raw-in-base64-out']);

export const queryProblem: ValueProblem = (value) =>
  readQuery(value) === null ? `"${value}" is no JMESPath expression, so aws stops at --query.` : null;

export const regionProblem: ValueProblem = (value) =>
  /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(value) ? null : `"${value}" is no Region.`;

export const profileProblem: ValueProblem = (value) => (value === '' ? 'No profile has an empty name.' : null);

/** An option that takes a whole number. */
export function numberProblem(option: string): ValueProblem {
  return (value) => (/^\s*[-+]?\d+\s*$/.test(value) ? null : `--${option} takes a whole number; "${value}" is none.`);
}

function oneOf(option: string, values: readonly string[]): ValueProblem {
  return (value) =>
    values.includes(value) ? null : `${option} takes ${values.join(', ')}; "${value}" is none of them, so aws stops.`;
}

/** Whether a part of the value is left for the shell to fill in, and nobody can tell with what. */
export function isOpen(word: ShellWord): boolean {
  return word.pieces.some((piece) => piece.type === 'variable' || piece.type === 'substitution');
}

/** Said of a value that nobody can tell. */
export function openProblem(word: ShellWord): string {
  return `What ${word.text} stands for cannot be told from here; write it out.`;
}
