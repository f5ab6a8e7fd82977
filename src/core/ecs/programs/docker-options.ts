import { restOfWord } from '../shell/program-call.ts';
import type { ShellWord } from '../shell/shell-tree.ts';
import type { GivenOption, OptionFault, OptionReading, OptionSpec } from './option-spec.ts';

/** What Go's `strconv.ParseBool` takes. */
const yes = /^(?:1|t|T|TRUE|true|True)$/;
const no = /^(?:0|f|F|FALSE|false|False)$/;

interface Pass {
  readonly options: GivenOption[];
  readonly operands: ShellWord[];
  readonly faults: OptionFault[];
  /** Whose options these are, for the words of a fault. */
  readonly program: string;
}

/**
 * Reads options as docker does (Go's pflag): among the operands, `--name value`, `--name=value`, `-n value`, `-nvalue`,
 * clusters of flags; whole names only. One dash before a long name is a cluster: `-password-stdin` is `-p assword-stdin`.
 */
export function readDockerOptions(
  words: readonly ShellWord[],
  specs: readonly OptionSpec[],
  program = 'docker',
): OptionReading {
  const pass: Pass = { options: [], operands: [], faults: [], program };
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (word?.value === '--') {
      pass.operands.push(...words.slice(at + 1));
      break;
    }
    at = word === undefined ? at + 1 : readOne(word, words, at, specs, pass);
  }
  return pass;
}

function readOne(
  word: ShellWord,
  words: readonly ShellWord[],
  at: number,
  specs: readonly OptionSpec[],
  pass: Pass,
): number {
  if (word.value.startsWith('--')) return readLong(word, words[at + 1], at, specs, pass);
  if (/^-./.test(word.value)) return readShort(word, words[at + 1], at, specs, pass);
  pass.operands.push(word);
  return at + 1;
}

function readLong(
  word: ShellWord,
  next: ShellWord | undefined,
  at: number,
  specs: readonly OptionSpec[],
  pass: Pass,
): number {
  const name = word.value.slice(2).split('=', 1)[0] ?? '';
  const spec = specs.find((candidate) => candidate.name === name);
  const attached = word.value.includes('=') ? restOfWord(word, name.length + 3) : null;
  if (spec === undefined) {
    pass.faults.push({ text: word.text, message: unknownFlag(word, name, specs, pass.program) });
    return at + 1;
  }
  return take(spec, word, attached, next, at, pass);
}

function readShort(
  word: ShellWord,
  next: ShellWord | undefined,
  at: number,
  specs: readonly OptionSpec[],
  pass: Pass,
): number {
  const meant = behindOneDash(word, specs);
  if (meant !== null) {
    pass.faults.push({ text: word.text, message: oneDash(word, meant, specs, pass.program) });
    const attached = word.value.includes('=') ? restOfWord(word, word.value.indexOf('=') + 1) : null;
    return take(meant, word, attached, next, at, pass);
  }
  for (let letter = 1; letter < word.value.length; letter += 1) {
    const spec = specs.find((candidate) => candidate.short === word.value[letter]);
    if (spec === undefined) {
      const message = `${pass.program} has no option -${word.value[letter]} here (in ${word.text}).`;
      pass.faults.push({ text: word.text, message });
      return at + 1;
    }
    if (spec.takes === 'nothing') {
      pass.options.push({ spec, values: [], text: word.text });
      continue;
    }
    const from = letter + 1 + (word.value[letter + 1] === '=' ? 1 : 0);
    return take(spec, word, from < word.value.length ? restOfWord(word, from) : null, next, at, pass);
  }
  return at + 1;
}

/** The option whose long name stands behind one dash; null where none does. */
function behindOneDash(word: ShellWord, specs: readonly OptionSpec[]): OptionSpec | null {
  const [name = ''] = word.value.slice(1).split('=', 1);
  return specs.find((spec) => name.length > 1 && spec.name === name) ?? null;
}

/** `-tag x` is `-t ag`. */
function oneDash(word: ShellWord, meant: OptionSpec, specs: readonly OptionSpec[], program: string): string {
  const [letter = '', ...rest] = meant.name;
  const isShort = specs.some(({ short }) => short === letter);
  const reads = isShort ? `, so ${program} reads it as -${letter} ${rest.join('')}` : '';
  return `${word.text} has one dash${reads}; write --${meant.name}.`;
}

function take(
  spec: OptionSpec,
  word: ShellWord,
  attached: ShellWord | null,
  next: ShellWord | undefined,
  at: number,
  pass: Pass,
): number {
  if (spec.takes === 'nothing') {
    // `--flag=false` is as good as leaving the flag out.
    const off = attached !== null && no.test(attached.value);
    if (attached !== null && !off && !yes.test(attached.value)) {
      pass.faults.push({
        text: word.text,
        message: `--${spec.name} is a switch; "${attached.value}" is no value for it.`,
      });
    } else if (!off) pass.options.push({ spec, values: [], text: word.text });
    return at + 1;
  }
  const value = attached ?? next;
  if (value === undefined) {
    pass.faults.push({ text: word.text, message: `${word.text} needs a value.` });
    return at + 1;
  }
  pass.options.push({ spec, values: [value], text: attached === null ? `${word.text} ${value.text}` : word.text });
  return at + (attached === null ? 2 : 1);
}

function unknownFlag(word: ShellWord, name: string, specs: readonly OptionSpec[], program: string): string {
  const meant = specs.find((spec) => name.length > 1 && spec.name.startsWith(name));
  const hint = meant === undefined ? '' : ` ${program} does not complete names: write --${meant.name}.`;
  return `${word.text} is no option of this ${program} command.${hint}`;
}
