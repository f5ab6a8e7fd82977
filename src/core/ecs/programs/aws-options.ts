import { restOfWord } from '../shell/program-call.ts';
import type { ShellWord } from '../shell/shell-tree.ts';
import { isOpen, openProblem } from './aws-values.ts';
import type { GivenOption, OptionFault, OptionReading, OptionSpec } from './option-spec.ts';

/** Words not yet understood, and what was made of the others. */
interface Pass {
  readonly options: GivenOption[];
  readonly rest: ShellWord[];
  readonly faults: OptionFault[];
}

/**
 * Reads options as the AWS CLI does (Python's argparse): any order, `--name value` and `--name=value`, prefixes that
 * fit one option only. Options that no spec knows stay in `operands` for a later pass.
 */
export function readAwsOptions(words: readonly ShellWord[], specs: readonly OptionSpec[]): OptionReading {
  const pass: Pass = { options: [], rest: [], faults: [] };
  for (let at = 0; at < words.length; ) at = readOne(words, at, specs, pass);
  return { options: pass.options, operands: pass.rest, faults: pass.faults };
}

/** Whether argparse takes the word for an option. */
export function looksLikeOption(word: ShellWord): boolean {
  return /^-(?!\d+(?:\.\d*)?$)[^\s]/.test(word.value) && !/\s/.test(word.value.split('=', 1)[0] ?? '');
}

function readOne(words: readonly ShellWord[], at: number, specs: readonly OptionSpec[], pass: Pass): number {
  const word = words[at];
  if (word === undefined) return at + 1;
  const found = word.value.startsWith('--') ? matching(word, specs) : [];
  const [spec] = found;
  if (spec === undefined) pass.rest.push(word);
  else if (found.length > 1) pass.faults.push(ambiguous(word, found));
  else return readValues(words, at, spec, pass);
  return at + 1;
}

function matching(word: ShellWord, specs: readonly OptionSpec[]): readonly OptionSpec[] {
  const name = word.value.slice(2).split('=', 1)[0] ?? '';
  const exact = specs.filter((spec) => spec.name === name);
  if (exact.length > 0 || name === '') return exact;
  return specs.filter((spec) => spec.name.startsWith(name));
}

function readValues(words: readonly ShellWord[], at: number, spec: OptionSpec, pass: Pass): number {
  const word = words[at];
  if (word === undefined) return at + 1;
  const equals = word.value.indexOf('=');
  const attached = equals === -1 ? [] : [tail(word, equals + 1)];
  const end = at + 1 + (equals === -1 ? countValues(words, at + 1, spec) : 0);
  const values = [...attached, ...words.slice(at + 1, end)];
  const text = words
    .slice(at, end)
    .map((part) => part.text)
    .join(' ');
  const missing = spec.takes !== 'nothing' && spec.takes !== 'loose' && values.length === 0;
  const needless = spec.takes === 'nothing' && values.length > 0;
  if (missing) pass.faults.push({ text, message: `--${spec.name} needs a value.` });
  else if (needless) pass.faults.push({ text, message: `--${spec.name} takes no value.` });
  else pass.options.push({ spec, values, text });
  const problem = missing || needless ? null : problemOf(spec, values);
  if (problem !== null) pass.faults.push({ text, message: problem });
  return end;
}

function problemOf({ check }: OptionSpec, values: readonly ShellWord[]): string | null {
  if (check === undefined) return null;
  const problems = values.map((word) => (isOpen(word) ? openProblem(word) : check(word.value)));
  return problems.find((problem) => problem !== null) ?? null;
}

function countValues(words: readonly ShellWord[], from: number, spec: OptionSpec): number {
  if (spec.takes === 'nothing') return 0;
  const next = words.findIndex((word, index) => index >= from && looksLikeOption(word));
  const free = (next === -1 ? words.length : next) - from;
  return spec.takes === 'list' || spec.takes === 'loose' ? free : Math.min(free, 1);
}

/** The part of a word after `--name=`. */
function tail(word: ShellWord, from: number): ShellWord {
  return { ...restOfWord(word, from), text: word.text.slice(word.text.indexOf('=') + 1) };
}

function ambiguous(word: ShellWord, found: readonly OptionSpec[]): OptionFault {
  const names = found.map((spec) => `--${spec.name}`).join(', ');
  return { text: word.text, message: `${word.text} could be ${names}; write it out.` };
}
