import { programCall } from './program-call.ts';
import {
  onlySubstitution,
  type ShellCommand,
  type ShellGroup,
  type ShellRedirect,
  type ShellStep,
  type ShellWord,
} from './shell-tree.ts';
import { inNewShell, type Known } from './shell-variables.ts';

/** Programs that run a text of commands. */
export const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash', 'ksh']);

/** A text in a text in a text is read; what is deeper stays closed. */
const deepest = 3;

/** The steps of `eval '…'`, `sh -c '…'` and `bash <<EOF`; null for every other command, and where the text is not plain. */
export function innerSteps(command: ShellCommand, known: Known): readonly ShellStep[] | null {
  const steps = known.depth >= deepest ? null : stepsOfText(command, known);
  if (steps === null || steps.length === 0) return null;
  const redirects = command.redirects.filter(({ operator }) => !operator.startsWith('<'));
  return distributed({ type: 'group', style: 'braces', body: { steps }, redirects });
}

function stepsOfText(command: ShellCommand, known: Known): readonly ShellStep[] | null {
  const call = programCall(command);
  if (call.runAs !== null) return null;
  if (call.program === 'eval') {
    const text = plainText(call.arguments);
    return text === null ? null : (known.readInner(text, known)?.steps ?? null);
  }
  if (call.program === 'su') return stepsOfSu(call.arguments, known);
  if (!shells.has(call.program)) return null;
  const text = textForShell(call.arguments, call.redirects);
  if (text === null) return null;
  return known.readInner(text, inNewShell(known, call.asRoot))?.steps ?? null;
}

/** `su -c '…'`, `su - root -c '…'`. */
function stepsOfSu(given: readonly ShellWord[], known: Known): readonly ShellStep[] | null {
  const at = given.findIndex(({ value }) => value === '-c');
  const [text, ...more] = given.slice(at + 1);
  const asRoot = given.slice(0, Math.max(0, at)).every(({ value }) => /^(?:-|-l|--login|root)$/.test(value));
  if (at === -1 || text === undefined || more.length > 0 || !asRoot) return null;
  const plain = plainText([text]);
  return plain === null ? null : (known.readInner(plain, inNewShell(known, true))?.steps ?? null);
}

function textForShell(given: readonly ShellWord[], redirects: readonly ShellRedirect[]): string | null {
  const [option, text, ...more] = given;
  if (option !== undefined && /^-[a-z]*c$/.test(option.value)) {
    return text === undefined || more.length > 0 ? null : plainText([text]);
  }
  const [input, ...others] = redirects.filter(({ operator }) => operator.startsWith('<'));
  const reads = given.every(({ value }) => /^-[sexu]*$/.test(value));
  if (!reads || input === undefined || others.length > 0) return null;
  const body = input.body ?? (input.operator === '<<<' ? input.target : null);
  return body === null ? null : plainText([body]);
}

/** The words as one text; null where what a command prints is all of a word. */
function plainText(words: readonly ShellWord[]): string | null {
  if (words.length === 0 || words.some((word) => onlySubstitution(word) !== null)) return null;
  return words.map(({ value }) => value).join(' ');
}

/** The steps of a group, each with the redirections of the group; null where they cannot be shared out so. */
export function distributed({ body, redirects }: ShellGroup): readonly ShellStep[] | null {
  if (redirects.length === 0) return body.steps;
  if (redirects.some(({ operator }) => operator.startsWith('<'))) return null;
  const steps = body.steps.map((step, index) => withRedirects(step, index === 0 ? redirects : redirects.map(goesOn)));
  return steps.includes(null) ? null : steps.flatMap((step) => step ?? []);
}

function withRedirects(step: ShellStep, redirects: readonly ShellRedirect[]): ShellStep | null {
  const last = step.stages.at(-1);
  if (last === undefined || last.type === 'other') return null;
  // The redirections of the command itself come later, and win.
  const stage = { ...last, redirects: [...redirects, ...last.redirects] };
  return { ...step, stages: [...step.stages.slice(0, -1), stage] };
}

/** The file was emptied once, when the group began. */
function goesOn(redirect: ShellRedirect): ShellRedirect {
  return redirect.operator === '>' || redirect.operator === '>|' ? { ...redirect, operator: '>>' } : redirect;
}
