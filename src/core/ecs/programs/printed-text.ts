import type { ProgramCall } from '../shell/program-call.ts';
import { callsOf } from '../shell/program-call.ts';
import type { ShellRedirect, ShellScript, ShellWord } from '../shell/shell-tree.ts';
import { mostExpanded } from '../shell/shell-variables.ts';
import { isQuiet } from './output-filter.ts';

/** What the commands of a substitution print where that is plain from their words; the shell's own folder is `.`. */
export function printedBySubstitution(body: ShellScript): string | null {
  const call = onlyCall(body);
  if (call === null || !call.redirects.every(isQuiet)) return null;
  if (call.program === 'pwd' && call.arguments.length === 0) return '.';
  const isOpen = call.arguments.some(({ pieces }) => pieces.some(({ type }) => type !== 'text'));
  if (isOpen || (call.program !== 'echo' && call.program !== 'printf')) return null;
  return printed(call)?.replace(/\n+$/, '') ?? null;
}

/** The only call of a script, or null. */
export function onlyCall(script: ShellScript): ProgramCall | null {
  const [step, ...others] = script.steps;
  if (step === undefined || others.length > 0 || step.stages.length !== 1) return null;
  return callsOf(step.stages)[0] ?? null;
}

/** The last redirection of what a call prints, into a file. */
export function outputOf(call: ProgramCall): ShellRedirect | null {
  const outputs = call.redirects.filter(({ operator }) => /^(?:>|>>|>\||&>|&>>)$/.test(operator));
  return outputs.findLast(({ descriptor }) => (descriptor ?? 1) === 1) ?? null;
}

/** The text that a call is fed with by `<<` or `<<<`. */
export function inputOf(call: ProgramCall): string | null {
  const input = call.redirects.findLast(({ operator }) => operator.startsWith('<<'));
  return input?.body?.value ?? input?.target?.value ?? null;
}

/** What a call prints, with the end of its line; null when that is not plain from its words. */
export function printed(call: ProgramCall): string | null {
  if (call.program === 'echo') return echoed(call.arguments);
  if (call.program === 'printf') return formatted(call.arguments.map(({ value }) => value));
  const reads = call.arguments.every(({ value }) => value === '-');
  return call.program === 'cat' && reads ? inputOf(call) : null;
}

function echoed(words: readonly ShellWord[]): string {
  const first = words.findIndex(({ value }) => !/^-[neE]+$/.test(value));
  const flags = words
    .slice(0, first === -1 ? words.length : first)
    .map(({ value }) => value)
    .join('');
  const text = (first === -1 ? [] : words.slice(first)).map(({ value }) => value).join(' ');
  const end = flags.includes('n') ? '' : '\n';
  return `${flags.includes('e') ? unescaped(text) : text}${end}`;
}

function formatted([format = '', ...values]: readonly string[]): string | null {
  const parts = unescaped(format).split(/(%[sb%])/);
  let next = 0;
  let text = '';
  // printf starts its format again while values are left.
  do {
    for (const part of parts) {
      if (part === '%%') text += '%';
      else text += /^%[sb]$/.test(part) ? (values[next++] ?? '') : part;
      if (text.length > mostExpanded) return null;
    }
  } while (next > 0 && next < values.length);
  return text;
}

function unescaped(text: string): string {
  return text.replace(/\\([nt\\])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\'));
}

/** The word that echo, printf or cat prints and nothing else; null for other calls. */
export function repeatedWord(call: ProgramCall): ShellWord | null {
  const words = call.arguments.filter(({ value }) => !/^-[neE]+$/.test(value));
  const [first, second] = words;
  switch (`${call.program} ${words.length}`) {
    case 'echo 1':
    case 'printf 1':
      return first ?? null;
    case 'printf 2':
      return /^%[sb](?:\\n)?$/.test(first?.value ?? '') ? (second ?? null) : null;
    case 'cat 0': {
      const input = call.redirects.findLast(({ operator }) => operator.startsWith('<<'));
      return input?.body ?? input?.target ?? null;
    }
    default:
      return null;
  }
}
