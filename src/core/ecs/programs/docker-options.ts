import type { ShellWord } from '../shell/shell-tree.ts';
import type { GivenOption, OptionFault, OptionReading, OptionSpec } from './option-spec.ts';

interface Pass {
  readonly options: GivenOption[];
  readonly operands: ShellWord[];
  readonly faults: OptionFault[];
}

/**
 * Reads options as docker does (Go's pflag): among the operands, `--name value`, `--name=value`, `-n value`, `-nvalue`,
 * clusters of flags; whole names only. One dash before a long name is a cluster: `-password-stdin` is `-p assword-stdin`.
 */
export function readDockerOptions(words: readonly ShellWord[], specs: readonly OptionSpec[]): OptionReading {
  const pass: Pass = { options: [], operands: [], faults: [] };
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
  const attached = word.value.includes('=') ? after(word, name.length + 3) : null;
  if (spec === undefined) {
    pass.faults.push({ text: word.text, message: unknownFlag(word, name, specs) });
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
  for (let letter = 1; letter < word.value.length; letter += 1) {
    const spec = specs.find((candidate) => candidate.short === word.value[letter]);
    if (spec === undefined) {
      const message = `docker has no option -${word.value[letter]} here (in ${word.text}).`;
      pass.faults.push({ text: word.text, message });
      return at + 1;
    }
    if (spec.takes === 'nothing') {
      pass.options.push({ spec, values: [], text: word.text });
      continue;
    }
    const from = letter + 1 + (word.value[letter + 1] === '=' ? 1 : 0);
    return take(spec, word, from < word.value.length ? after(word, from) : null, next, at, pass);
  }
  return at + 1;
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
    const off = attached !== null && /^(?:false|0|f)$/i.test(attached.value);
    if (!off) pass.options.push({ spec, values: [], text: word.text });
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

/** The rest of a word, from an offset in its value. */
function after(word: ShellWord, from: number): ShellWord {
  const [first, ...others] = word.pieces;
  const pieces = first?.type === 'text' ? [{ ...first, value: first.value.slice(from) }, ...others] : word.pieces;
  return { text: word.value.slice(from), value: word.value.slice(from), pieces };
}

function unknownFlag(word: ShellWord, name: string, specs: readonly OptionSpec[]): string {
  const meant = specs.find((spec) => name.length > 1 && spec.name.startsWith(name));
  const hint = meant === undefined ? '' : ` docker does not complete names: write --${meant.name}.`;
  return `${word.text} is no option of this docker command.${hint}`;
}
