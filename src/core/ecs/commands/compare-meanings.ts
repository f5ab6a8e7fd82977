import type { VerdictPart } from '../../model/verdict.ts';
import { readImageReference } from '../registries/image-reference.ts';
import { readRegistryName } from '../registries/registry-name.ts';
import { missedPart, missing, plainly, rightPart, shown, wrongPart } from '../verdicts/judged-part.ts';
import { leavesAsked, outputProblem } from './asked-output.ts';
import { sameValue } from './canonical.ts';
import type { CommandMeaning, MeaningToken } from './meaning.ts';

const withoutSudo =
  'An ordinary user may not do this; sudo is missing, or stands where it does not cover the redirection (sudo echo … > file).';

/** Options that a question treats otherwise than the table does; names with dashes. */
export interface CommandLeave {
  readonly optional: ReadonlySet<string>;
  readonly forbidden: ReadonlySet<string>;
  /** No Region or profile may be added, and a query must take the same and no more. */
  readonly exact: boolean;
}

/** Holds a typed command against an accepted one: a part for each token, in the order typed, then what is missing. */
export function compareMeanings(
  given: CommandMeaning,
  wanted: CommandMeaning,
  leave: CommandLeave,
): readonly VerdictPart[] {
  if (given.verb !== wanted.verb) {
    const typed = given.given === '' ? 'This' : given.given;
    const note = `${typed} does something else; the command is ${wanted.given}.`;
    return [wrongPart('command', given.given, note, wanted.given)];
  }
  const link =
    given.link === wanted.link
      ? []
      : [wrongPart('joiner', given.link, linkProblem(given.link, wanted.link), wanted.link)];
  const faults = compareFaults(given, wanted);
  return [...link, rightPart('command', given.given), ...withFaults(compareTokens(given, wanted, leave), faults)];
}

/** Where a part that is not right has a fault, too, the fault is why. */
function withFaults(parts: readonly VerdictPart[], faults: readonly VerdictPart[]): readonly VerdictPart[] {
  const causeOf = ({ state, given }: VerdictPart): VerdictPart | undefined =>
    state === 'wrong' ? faults.find((fault) => fault.given !== undefined && fault.given === given) : undefined;
  const causes = new Set(parts.map(causeOf));
  const explained = parts.map((part) => {
    const note = causeOf(part)?.note;
    if (note === undefined) return part;
    return wrongPart(part.part, part.given ?? '', note, part.wanted);
  });
  return [...faults.filter((fault) => !causes.has(fault)), ...explained];
}

function linkProblem(given: CommandMeaning['link'], wanted: CommandMeaning['link']): string {
  return given === '||' && wanted === ';'
    ? 'Behind || this runs only where the command before it fails.'
    : `Between the commands stands ${given} where ${wanted} belongs.`;
}

/** A command that is listed with a fault of its own is met by the same fault only. */
function compareFaults(given: CommandMeaning, wanted: CommandMeaning): readonly VerdictPart[] {
  const open = wanted.faults.map(({ text }) => text);
  const faults = given.faults.filter(({ text }) => !takesOut(open, text));
  return [
    ...faults.map(({ text, message }) => wrongPart(text, text, message)),
    ...open.map((text) => plainly(missedPart(text, text, missing(text)))),
  ];
}

function takesOut(texts: string[], text: string): boolean {
  const index = texts.indexOf(text);
  if (index !== -1) texts.splice(index, 1);
  return index !== -1;
}

/** Options by which the same command asks elsewhere, or as somebody else. */
const scoping = /^--(?:region|profile)$/;

function compareTokens(given: CommandMeaning, wanted: CommandMeaning, leave: CommandLeave): readonly VerdictPart[] {
  const open = [...wanted.tokens];
  const kept = given.tokens.map((typed) => takeFrom(open, (candidate) => sameToken(typed, candidate)) !== null);
  const swapped = isSwapped(given, wanted);
  const parts = given.tokens.map((typed, index) => {
    if (leave.forbidden.has(typed.key)) return extraPart(typed);
    if (kept[index] === true || leave.optional.has(typed.key)) return rightPart(typed.key, typed.given);
    if (typed.leaves !== undefined) return outputPart(typed, given, open, leave);
    const other = takeFrom(open, (candidate) => candidate.key === typed.key);
    if (other !== null) return differentPart(typed, other, swapped);
    return typed.harmless && !(leave.exact && scoping.test(typed.key))
      ? rightPart(typed.key, typed.given)
      : extraPart(typed);
  });
  const missing = open.filter((token) => !leave.optional.has(token.key));
  return [...parts, ...missing.map((token) => missingPart(token, given.verb))];
}

/** A query, a filter or a redirection of the output. */
function outputPart(
  typed: MeaningToken,
  given: CommandMeaning,
  open: MeaningToken[],
  { exact }: CommandLeave,
): VerdictPart {
  const other = takeFrom(open, ({ key, leaves }) => key === typed.key && isAsked(typed.leaves, leaves, exact));
  if (other !== null) return rightPart(typed.key, typed.given);
  const asked = open.find(({ key }) => key === typed.key) ?? null;
  if (asked !== null) return differentPart(typed, takeFrom(open, (candidate) => candidate === asked) ?? asked, false);
  const problem = given.showing ? outputProblem(typed) : null;
  return problem === null ? rightPart(typed.key, typed.given) : wrongPart(typed.key, typed.given, problem);
}

function isAsked(typed: MeaningToken['leaves'], asked: MeaningToken['leaves'], exact: boolean): boolean {
  if (typed === undefined || asked === undefined || !leavesAsked(typed, asked)) return false;
  return !exact || leavesAsked(asked, typed);
}

function takeFrom(tokens: MeaningToken[], fits: (token: MeaningToken) => boolean): MeaningToken | null {
  const index = tokens.findIndex(fits);
  return index === -1 ? null : (tokens.splice(index, 1)[0] ?? null);
}

function sameToken(a: MeaningToken, b: MeaningToken): boolean {
  if (a.key !== b.key || a.values.length !== b.values.length) return false;
  return a.values.every((value, index) => sameValue(value, b.values[index] ?? '', a.form));
}

function isSwapped(given: CommandMeaning, wanted: CommandMeaning): boolean {
  const operands = ({ tokens }: CommandMeaning): readonly string[] =>
    tokens.filter(({ key }) => !key.startsWith('-')).map(({ values }) => values.join(' '));
  const [a, b] = [operands(given), operands(wanted)];
  return a.join('\n') !== b.join('\n') && a.toSorted().join('\n') === b.toSorted().join('\n');
}

function extraPart({ key, given }: MeaningToken): VerdictPart {
  return wrongPart(key, given, `${shown(given)} does not belong here.`);
}

function missingPart({ key, given, required }: MeaningToken, verb: string): VerdictPart {
  if (required) return missedPart(key, given, `${key} is missing; ${verb} does not run without it.`);
  if (key === 'sudo') return missedPart(key, given, withoutSudo);
  if (key === 'build context')
    return missedPart(key, given, `The build context is missing: the folder to build from, here ${shown(given)}.`);
  return plainly(missedPart(key, given, missing(given)));
}

function differentPart(typed: MeaningToken, wanted: MeaningToken, swapped: boolean): VerdictPart {
  const note =
    (swapped && !typed.key.startsWith('-') ? `The order counts: here ${shown(wanted.given)} stands.` : null) ??
    imageProblem(typed, wanted) ??
    modeProblem(typed) ??
    lineProblem(typed);
  if (note !== null) return wrongPart(typed.key, typed.given, note, wanted.given);
  return plainly(
    wrongPart(typed.key, typed.given, `${shown(typed.given)} should be ${shown(wanted.given)}.`, wanted.given),
  );
}

function imageProblem(typed: MeaningToken, wanted: MeaningToken): string | null {
  const { registry: wantedHost } = readImageReference(wanted.values[0] ?? '');
  if (typed.form !== 'image' || wantedHost === null || readRegistryName(wantedHost).type === 'none') return null;
  const { registry } = readImageReference(typed.values[0] ?? '');
  if (registry === null)
    return `${shown(typed.given)} does not begin with a registry, so docker takes Docker Hub; write ${shown(wanted.given)}.`;
  if (/^https?:$/.test(registry)) return 'The name of an image begins with the host, without https://.';
  const read = readRegistryName(registry);
  return read.type === 'none' ? read.problem : null;
}

function modeProblem({ key, values }: MeaningToken): string | null {
  if (key !== 'mode') return null;
  return values[0] === '>'
    ? '> replaces the whole file; >> adds to its end.'
    : '>> adds to the end of the file; > replaces it.';
}

function lineProblem({ key, values }: MeaningToken): string | null {
  if (!key.startsWith('line') || !/^[^=]*\s=|=\s/.test(values[0] ?? '')) return null;
  return `No space may stand round the = in ${shown(values[0] ?? '')}.`;
}
