import { type ConfigLine, readConfigLines } from '../../agent-config/agent-config-lines.ts';
import { canonicalAgentValue } from '../../agent-config/agent-value.ts';
import { checkAgentConfig, effectiveAgentConfig, readAgentConfig } from '../../agent-config/check-agent-config.ts';
import type { Finding } from '../../verdicts/finding.ts';
import { quote } from '../../verdicts/finding.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Remedy } from '../lab.ts';
import { drawRegistration, type RegistrationScenario, readRegistrationScenario } from './registration-scenario.ts';

/** The lines of the file that have something to say, as the parts name them, with how each was taken. */
export interface RegistrationPicture {
  readonly lines: number;
}

const heads = ['What it says'];
const stages = ['The file', 'The cluster', 'The network', 'The role', 'Registration'];
const nowhere = 'none, it does not register';

/** Which cluster an instance joins when its agent starts. */
export const registrationLab: Lab<RegistrationScenario, RegistrationPicture> = {
  name: 'ecs-config',
  start: {
    file: '# /etc/ecs/ecs.config\nECS_CLUSTER = web',
    instanceRole: 'may register',
    inbound: 'nothing',
    outbound: true,
  },
  read: readRegistrationScenario,
  draw: drawRegistration,
  given: ({ file, instanceRole, inbound, outbound }) => [
    {
      caption: 'The instance',
      heads: ['What', 'How'],
      rows: [
        ['/etc/ecs/ecs.config', file === '' ? 'empty' : file.split('\n').map(quote).join(' ')],
        ['instance role', instanceRole],
        ['let in by the security group', inbound],
        ['a way out to ECS over HTTPS', outbound ? 'yes' : 'no'],
      ],
    },
  ],
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

/** A line and what the checker says of it. */
interface ReadLine {
  readonly line: ConfigLine;
  readonly findings: readonly Finding[];
}

function linesOf(file: string): readonly ReadLine[] {
  const findings = checkAgentConfig(file).filter(({ code }) => code !== 'C09');
  return readConfigLines(file)
    .filter(({ content }) => content !== 'blank')
    .map((line) => ({ line, findings: findings.filter(({ pointer }) => pointer === `/${line.number}`) }));
}

interface Registration {
  readonly cluster: string;
  /** Whether AWS takes the name. */
  readonly isName: boolean;
  readonly isRegistered: boolean;
}

function registrationOf({ file, outbound, instanceRole }: RegistrationScenario): Registration {
  const cluster = effectiveAgentConfig(file, 'ecs-init').get('ECS_CLUSTER') ?? 'default';
  const isName = canonicalAgentValue({ type: 'cluster' }, cluster) !== null;
  return { cluster, isName, isRegistered: outbound && instanceRole === 'may register' && isName };
}

function runOf(scenario: RegistrationScenario): LabRun<RegistrationScenario, RegistrationPicture> {
  const lines = linesOf(scenario.file);
  const registration = registrationOf(scenario);
  const outcome = outcomeOf(scenario, registration);
  const says = [
    ...lines.map(({ line, findings }) => ({ stage: 0, says: lineWords(line, findings) })),
    { stage: 1, says: clusterWords(scenario, registration) },
    { stage: 2, says: networkWords(scenario) },
    ...(scenario.outbound ? [{ stage: 3, says: roleWords(scenario) }] : []),
    { stage: 4, says: outcome },
  ];
  return {
    prediction: predictionOf(scenario, registration),
    stages,
    before: stepOf(scenario, -1, 'The agent has not been started anew.', 0),
    steps: says.map(({ stage, says: words }, at) => stepOf(scenario, stage, words, at + 1)),
    outcome,
    measures: {
      registered: registration.isRegistered ? 1 : 0,
      'lines with a fault': lines.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
        .length,
      'joins default': registration.isRegistered && registration.cluster === 'default' ? 1 : 0,
    },
    remedies: remediesOf(scenario, registration),
    findings: [],
  };
}

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;

const waiting: Stand = { standing: 'waiting', lead: 'Not read', words: '' };

/** The parts after so many steps: the lines first, then what the instance needs. */
function stepOf(
  scenario: RegistrationScenario,
  stage: number,
  says: string,
  told: number,
): LabStep<RegistrationPicture> {
  const lines = linesOf(scenario.file);
  const registration = registrationOf(scenario);
  const at = stage < 0 ? 0 : stage;
  const parts: readonly LabPart[] = [
    ...lines.map(({ line, findings }, place): LabPart => {
      const stand = place < told ? lineStand(line, findings) : waiting;
      return { name: `Line ${line.number}`, ...stand, cells: [quote(line.text)] };
    }),
    {
      name: 'ECS_CLUSTER',
      ...(at >= 1 ? clusterStand(registration) : waiting),
      cells: [at >= 1 ? quote(registration.cluster) : 'not known yet'],
    },
    { name: 'Let in', ...(at >= 2 ? inboundStand : waiting), cells: [scenario.inbound] },
    {
      name: 'Way out',
      ...(at >= 2 ? outboundStand(scenario) : waiting),
      cells: [scenario.outbound ? 'HTTPS to ECS' : 'none'],
    },
    { name: 'Instance role', ...(at >= 3 ? roleStand(scenario) : waiting), cells: [scenario.instanceRole] },
    {
      name: 'Registration',
      ...(at >= 4 ? endStand(scenario, registration) : waiting),
      cells: [at >= 4 ? (registration.isRegistered ? 'done' : 'failed') : 'not yet'],
    },
  ];
  return { stage, says, heads, parts, picture: { lines: lines.length } };
}

function lineWords({ number, content, text }: ConfigLine, findings: readonly Finding[]): string {
  const told = `Line ${number}, ${quote(text)}:`;
  if (findings.length > 0) return `${told} ${findings.map(({ message, fix }) => `${message} ${fix}`).join(' ')}`;
  return content === 'comment' ? `${told} a comment, passed over.` : `${told} read as it stands.`;
}

function lineStand({ content, key, value }: ConfigLine, findings: readonly Finding[]): Stand {
  const [worst] = findings.toSorted((a, b) => a.severity.localeCompare(b.severity));
  if (worst !== undefined) {
    const isError = worst.severity === 'error';
    return {
      standing: isError ? 'out' : 'behind',
      lead: isError ? 'A fault' : 'Doubtful',
      words: `${worst.message} ${worst.fix}`,
    };
  }
  if (content === 'comment') return { standing: 'behind', lead: 'A comment', words: 'The reader passes it over.' };
  return { standing: 'kept', lead: 'Read', words: `${quote(key)} is ${value === '' ? 'empty' : quote(value)}.` };
}

function clusterWords({ file }: RegistrationScenario, { cluster, isName }: Registration): string {
  const written = readAgentConfig(file).get('ECS_CLUSTER');
  if (written === undefined) return 'No line sets ECS_CLUSTER, so the agent asks for the cluster `default`.';
  const told = `The agent asks for the cluster ${quote(cluster)}, from line ${written.line}.`;
  return isName ? told : `${told} No cluster can be called so.`;
}

function clusterStand({ cluster, isName }: Registration): Stand {
  if (!isName) return { standing: 'out', lead: 'No name', words: `No cluster can be called ${quote(cluster)}.` };
  const words = cluster === 'default' ? 'What the agent takes where nothing names one.' : 'As the file says.';
  return { standing: 'kept', lead: cluster, words };
}

const inboundStand: Stand = {
  standing: 'kept',
  lead: 'Does not matter',
  words: 'The agent opens the connection itself, from the inside out.',
};

function outboundStand({ outbound }: RegistrationScenario): Stand {
  if (outbound) return { standing: 'kept', lead: 'Open', words: 'The agent reaches ECS over HTTPS.' };
  return { standing: 'out', lead: 'Closed', words: 'Without a way out over HTTPS the agent does not reach ECS.' };
}

function networkWords({ inbound, outbound }: RegistrationScenario): string {
  const same = `What the security group lets in (${inbound}) changes nothing: the agent opens the connection itself.`;
  return outbound
    ? `${same} The way out to ECS is open.`
    : `${same} But there is no way out over HTTPS, so the call fails.`;
}

function roleWords({ instanceRole }: RegistrationScenario): string {
  if (instanceRole === 'none') return 'The instance has no role, so the agent has nothing to sign the call with.';
  if (instanceRole === 'may not register')
    return 'The instance role does not allow ecs:RegisterContainerInstance, so the call is denied.';
  return 'The agent signs RegisterContainerInstance with the instance role, which allows it.';
}

function roleStand(scenario: RegistrationScenario): Stand {
  if (!scenario.outbound) return { standing: 'waiting', lead: 'Not asked', words: 'The call never left the instance.' };
  const isFine = scenario.instanceRole === 'may register';
  return { standing: isFine ? 'kept' : 'out', lead: isFine ? 'Allowed' : 'Denied', words: roleWords(scenario) };
}

function endStand(scenario: RegistrationScenario, registration: Registration): Stand {
  const { isRegistered } = registration;
  return {
    standing: isRegistered ? 'chosen' : 'out',
    lead: isRegistered ? 'Registered' : 'Not registered',
    words: outcomeOf(scenario, registration),
  };
}

function outcomeOf({ outbound, instanceRole }: RegistrationScenario, { cluster, isName }: Registration): string {
  if (!outbound) return 'The instance does not register: it cannot reach ECS.';
  if (instanceRole !== 'may register') return 'The instance does not register: its role does not let it.';
  if (!isName) return `The instance does not register: AWS refuses the name ${quote(cluster)}.`;
  return `The instance registers in the cluster ${cluster}.`;
}

function predictionOf({ file }: RegistrationScenario, registration: Registration) {
  const typed = [...file.matchAll(/[=:]\s*"?([\w-]+)"?\s*(?:#.*)?$/gm)].map(([, name = '']) => name);
  const names = typed.filter((name) => !['true', 'false', ''].includes(name)).slice(0, 4);
  const { cluster, isRegistered } = registration;
  return {
    asks: 'Which cluster does the instance join?',
    options: [...new Set([...names, 'default', ...(isRegistered ? [cluster] : []), nowhere])],
    right: [isRegistered ? cluster : nowhere],
  };
}

function remediesOf(
  scenario: RegistrationScenario,
  { isRegistered, cluster }: Registration,
): readonly Remedy<RegistrationScenario>[] {
  const remedies: Remedy<RegistrationScenario>[] = [];
  if (!scenario.outbound)
    remedies.push({ label: 'Give it a way out to ECS', scenario: { ...scenario, outbound: true } });
  if (scenario.instanceRole !== 'may register') {
    remedies.push({ label: 'Let the instance role register', scenario: { ...scenario, instanceRole: 'may register' } });
  }
  const isFaulty = linesOf(scenario.file).some(({ findings }) => findings.length > 0);
  if (!isRegistered || cluster === 'default' || isFaulty) {
    remedies.push({
      label: 'Write ECS_CLUSTER=web and nothing else',
      scenario: { ...scenario, file: 'ECS_CLUSTER=web' },
    });
  }
  return remedies;
}

/** The same file under other rules for what comes in: nothing of it matters. */
function compare(scenario: RegistrationScenario): LabTable {
  const rows = (['nothing', 'HTTPS', 'everything'] as const).map((inbound) => {
    const { isRegistered, cluster } = registrationOf({ ...scenario, inbound });
    return [inbound, isRegistered ? `registers in ${cluster}` : 'does not register'];
  });
  return { caption: 'The same under other inbound rules', heads: ['Let in', 'The instance'], rows };
}
