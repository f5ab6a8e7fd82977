import { readDockerOptions } from '../programs/docker-options.ts';
import type { OptionFault, OptionSpec } from '../programs/option-spec.ts';
import { steersProgram } from '../programs/program-environment.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import { canonical } from './canonical.ts';
import { type MeaningToken, token } from './meaning.ts';

/** A command of the host: systemctl, service, curl, or a program that is compared word by word. */
export interface HostMeaning {
  readonly verb: string;
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
  readonly showing: boolean;
}

const quiet = (name: string, takes: OptionSpec['takes'], short?: string): OptionSpec => ({
  name,
  takes,
  harmless: true,
  ...(short !== undefined && { short }),
});

/** Options of curl that change nothing of a plain GET. Source: curl 8, `man curl`. */
const curlOptions: readonly OptionSpec[] = [
  quiet('silent', 'nothing', 's'),
  quiet('show-error', 'nothing', 'S'),
  quiet('fail', 'nothing', 'f'),
  quiet('verbose', 'nothing', 'v'),
  quiet('include', 'nothing', 'i'),
  quiet('location', 'nothing', 'L'),
  quiet('no-buffer', 'nothing', 'N'),
  quiet('globoff', 'nothing', 'g'),
  quiet('compressed', 'nothing'),
  quiet('ipv4', 'nothing', '4'),
  quiet('http1.1', 'nothing'),
  quiet('progress-bar', 'nothing', '#'),
  quiet('max-time', 'value', 'm'),
  quiet('connect-timeout', 'value'),
  quiet('retry', 'value'),
  quiet('noproxy', 'value'),
  { name: 'request', takes: 'value', short: 'X', default: 'GET' },
  quiet('header', 'repeat', 'H'),
  { name: 'output', takes: 'value', short: 'o', form: 'path', default: '-' },
  { name: 'head', takes: 'nothing', short: 'I' },
  { name: 'data', takes: 'repeat', short: 'd' },
  { name: 'url', takes: 'repeat', form: 'address' },
];

const systemOptions: readonly OptionSpec[] = [
  quiet('no-pager', 'nothing'),
  quiet('quiet', 'nothing', 'q'),
  quiet('full', 'nothing', 'l'),
  quiet('no-ask-password', 'nothing'),
  quiet('no-block', 'nothing'),
  quiet('no-wall', 'nothing'),
  { name: 'now', takes: 'nothing' },
  { name: 'user', takes: 'nothing' },
  { name: 'system', takes: 'nothing', harmless: true },
  { name: 'force', takes: 'nothing', short: 'f' },
];

export function hostMeaning(call: ProgramCall): HostMeaning {
  if (call.program === 'curl') return curlMeaning(call);
  return call.program === 'systemctl' || call.program === 'service' ? unitMeaning(call) : wordMeaning(call);
}

function curlMeaning(call: ProgramCall): HostMeaning {
  const { options, operands, faults } = readDockerOptions(call.arguments, curlOptions, 'curl');
  const addresses = operands.map((word) => token('address', canonical(word.value, 'address'), word.text));
  const tokens = options.flatMap(({ spec, values, text }): readonly MeaningToken[] => {
    const value = canonical(values[0]?.value ?? '', spec.form ?? null);
    if (spec.name === 'url') return [token('address', value, text)];
    if (value === spec.default) return [];
    return [token(`--${spec.name}`, value, text, { harmless: spec.harmless === true })];
  });
  return { verb: 'curl', tokens: [...tokens, ...addresses, ...variableTokens(call)], faults, showing: true };
}

/** `service ecs restart` is `systemctl restart ecs`. */
function unitMeaning(call: ProgramCall): HostMeaning {
  const isService = call.program === 'service' && call.arguments.length === 2;
  const read = readDockerOptions(call.arguments, isService ? [] : systemOptions, call.program);
  const words = isService ? read.operands.toReversed() : read.operands;
  const options = read.options.map(({ spec, text }) =>
    token(`--${spec.name}`, '', text, { harmless: spec.harmless === true }),
  );
  const operands = words.map((word, index) =>
    token(index === 0 ? 'action' : `word ${index}`, canonical(word.value, 'unit'), word.text, { form: 'unit' }),
  );
  const verb = isService ? 'systemctl' : call.program;
  return {
    verb,
    tokens: [...rootTokens(call), ...variableTokens(call), ...options, ...operands],
    faults: read.faults,
    showing: false,
  };
}

function wordMeaning(call: ProgramCall): HostMeaning {
  const words = call.arguments.map((word, index) => token(`word ${index + 1}`, word.value, word.text));
  return {
    verb: call.program,
    tokens: [...rootTokens(call), ...variableTokens(call), ...words],
    faults: [],
    showing: false,
  };
}

function variableTokens(call: ProgramCall): readonly MeaningToken[] {
  return [...call.environment]
    .filter(([name]) => steersProgram(name))
    .map(([name, { value }]) => token(`${name}=`, value, `${name}=${value}`));
}

function rootTokens(call: ProgramCall): readonly MeaningToken[] {
  return call.asRoot ? [token('sudo', 'sudo', 'sudo', { harmless: true })] : [];
}
