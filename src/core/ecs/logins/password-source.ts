import { readAwsCommand } from '../programs/aws-command.ts';
import { usedOutput } from '../programs/aws-profile.ts';
import { awsOperationOptions } from '../programs/command-table.ts';
import { readQuery } from '../programs/jmespath.ts';
import { lastOption } from '../programs/option-spec.ts';
import { isOwnFile, isQuiet, leavesForFile } from '../programs/output-filter.ts';
import { repeatedWord } from '../programs/printed-text.ts';
import { isPath } from '../programs/query-reading.ts';
import { typedText } from '../programs/side-steps.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import { onlySubstitution, type ShellStage, type ShellWord } from '../shell/shell-tree.ts';
import { shown } from '../verdicts/judged-part.ts';

/** Where `docker login` reads the password. */
export interface PasswordCall {
  /** The call of aws that prints it. */
  readonly call: ProgramCall;
  /** It is cut out of what `get-authorization-token` prints. */
  readonly decoded: boolean;
  /** A file that the password is written to on its way. */
  readonly keptIn: string | null;
}

/** What earlier steps wrote into files, without the redirection, by the name of the file. */
export type WrittenFiles = ReadonlyMap<string, readonly ShellStage[]>;

/** The call that prints the password, or in words why there is none. */
export type PasswordSource = PasswordCall | { readonly problem: string };

/** What stands on the standard input of the last call of a pipe. A redirection wins over the pipe, as in bash. */
export function standardInputOf(
  login: ProgramCall,
  before: readonly ShellStage[],
  files: WrittenFiles,
): PasswordSource {
  const redirect = login.redirects.findLast((candidate) => candidate.operator.startsWith('<') && !candidate.descriptor);
  if (redirect !== undefined) {
    const word = redirect.body ?? redirect.target;
    const isFile = redirect.operator === '<';
    const source =
      word === null ? null : (sourceIn(word, isFile ? '<(' : '$(') ?? (isFile ? sourceInFile(word, files) : null));
    return source ?? { problem: 'What is fed to docker login is not the password that aws prints.' };
  }
  if (before.length === 0)
    return { problem: 'Nothing feeds the password to docker login: pipe get-login-password into it.' };
  return sourceOf(before, files);
}

/** What a word is substituted with as a password; null where it is no substitution. */
export function sourceIn(word: ShellWord, kind: '$(' | '<('): PasswordSource | null {
  const substitution = onlySubstitution(word);
  if (substitution?.kind !== kind) return null;
  const [step, ...others] = substitution.body.steps;
  if (step === undefined) return null;
  if (others.length === 0) return sourceOf(step.stages, new Map());
  return { problem: `${shown(substitution.text)} holds more than the one command that prints the password.` };
}

/** In which form the password is, from stage to stage. */
type Form = 'answer' | 'quoted' | 'base64' | 'user and password' | 'password';

interface Carried {
  readonly form: Form;
  readonly source: PasswordCall;
}

function sourceInFile({ value }: ShellWord, files: WrittenFiles): PasswordSource | null {
  const stages = files.get(value);
  if (stages === undefined) return null;
  const source = sourceOf(stages, new Map());
  return 'problem' in source ? source : { ...source, keptIn: value };
}

function sourceOf(stages: readonly ShellStage[], files: WrittenFiles): PasswordSource {
  const calls = callsOf(stages);
  const [first = null, ...filters] = calls;
  if (first === null) return { problem: 'Before the pipe there must be one aws command.' };
  const start = carriedBy(first, files);
  if ('problem' in start) return start;
  let carried = start;
  for (const filter of filters) {
    const next = filter === null || hides(filter) ? null : passedOn(carried, filter);
    if (next === null) return { problem: filterProblem(carried.form, filter) };
    carried = next;
  }
  return carried.form === 'password' ? carried.source : { problem: formProblems[carried.form] };
}

const formProblems: Readonly<Record<Exclude<Form, 'password'>, string>> = {
  answer: 'get-authorization-token prints JSON, and docker login would take all of it for the password.',
  quoted: 'The token still has its quotation marks; --output text leaves them out.',
  base64: 'The token is still in base64: decode it, and cut off AWS: at its beginning.',
  'user and password': 'Decoded, the token is AWS:password; the password is what follows the colon.',
};

function filterProblem(form: Form, filter: ProgramCall | null): string {
  if (filter === null) return 'Between aws and docker login there must be single commands.';
  if (hides(filter))
    return `${shown(typedText(filter))} writes the password into a file, so nothing comes through the pipe.`;
  return form === 'password'
    ? `${shown(typedText(filter))} does not hand the password on as it is.`
    : `${shown(typedText(filter))} does not make the password of what get-authorization-token prints.`;
}

function hides(call: ProgramCall): boolean {
  return (
    call.redirects.some((redirect) => leavesForFile(redirect)) ||
    !call.redirects.every((redirect) => redirect.operator.startsWith('<') || isQuiet(redirect))
  );
}

/** What the first stage prints: the answer of aws, or what `echo "$TOKEN"` and its like repeat of it. */
function carriedBy(call: ProgramCall, files: WrittenFiles): Carried | { readonly problem: string } {
  if (hides(call)) return { problem: 'The password goes into a file, so nothing comes through the pipe.' };
  const repeated = repeatedWord(call);
  const inner = repeated === null ? null : sourceIn(repeated, '$(');
  if (inner !== null) return 'problem' in inner ? inner : { form: 'password', source: inner };
  const [file, ...more] = call.program === 'cat' ? call.arguments : [];
  const kept = file === undefined || more.length > 0 ? null : (sourceIn(file, '<(') ?? sourceInFile(file, files));
  if (kept !== null) return 'problem' in kept ? kept : { form: 'password', source: kept };
  if (call.program !== 'aws') return { form: 'password', source: { call, decoded: false, keptIn: null } };
  const aws = readAwsCommand(call, awsOperationOptions);
  if (aws.operation !== 'get-authorization-token') {
    return { form: 'password', source: { call, decoded: false, keptIn: null } };
  }
  return { form: authorizationForm(aws), source: { call, decoded: true, keptIn: null } };
}

function authorizationForm(aws: ReturnType<typeof readAwsCommand>): Form {
  const output = usedOutput(aws);
  const query = readQuery(lastOption(aws, 'query')?.values[0]?.value ?? '');
  if (query === null || !isPath(query, 'authorizationData.authorizationToken')) return 'answer';
  return output === 'text' ? 'base64' : 'quoted';
}

/** What a filter makes of the password; null where that is not plain. */
function passedOn({ form, source }: Carried, filter: ProgramCall): Carried | null {
  const words = filter.arguments.map(({ value }) => value);
  const [file] = words.filter((word) => !word.startsWith('-'));
  if (filter.program === 'tee' && file !== undefined && isOwnFile(file)) {
    return { form, source: { ...source, keptIn: file } };
  }
  const text = [filter.program, ...words].join(' ');
  if (keepsAll.test(text)) return { form, source };
  const rule = decoders.find(({ from, pattern }) => from === form && pattern.test(text));
  return rule === undefined ? null : { form: rule.to, source };
}

const keepsAll = /^cat$|^tr -d (?:\\[rn]|[\r\n])+$/;

/** Filters by which people make the password of a token, as they are typed without quotes. */
const decoders: readonly { readonly from: Form; readonly to: Form; readonly pattern: RegExp }[] = [
  {
    from: 'answer',
    to: 'base64',
    pattern: /^jq (?:-r|--raw-output) \.authorizationData(?:\[\d*\]| ?\| ?\.\[0\] ?\| ?)?\.authorizationToken$/,
  },
  {
    from: 'answer',
    to: 'user and password',
    pattern: /^jq (?:-r|--raw-output) \.authorizationData(?:\[\d*\])?\.authorizationToken ?\| ?@base64d$/,
  },
  { from: 'quoted', to: 'base64', pattern: /^jq (?:-r|--raw-output) \.$|^tr -d \\?"$|^sed s([/|])"\1\1g$/ },
  { from: 'quoted', to: 'user and password', pattern: /^jq (?:-r|--raw-output) @base64d$/ },
  {
    from: 'base64',
    to: 'user and password',
    pattern: /^base64 (?:-d|-D|-di|--decode|-d -i|-i -d)$|^openssl (?:enc )?-?base64 (?=.*-d)(?=.*-A)[-dA ]+$/,
  },
  {
    from: 'user and password',
    to: 'password',
    pattern:
      /^cut (?:(?:-d ?:|--delimiter=:) (?:-f ?2-?|--fields=2-?)|(?:-f ?2-?|--fields=2-?) (?:-d ?:|--delimiter=:)|-[cb] ?5-)$/,
  },
  { from: 'user and password', to: 'password', pattern: /^awk -F ?: ?\{ ?print \$2;? ?\}$/ },
  { from: 'user and password', to: 'password', pattern: /^sed (?:-e )?s([/|,#])\^?AWS:\1\1g?$|^tail -c \+5$/ },
];
