import { countWords } from '../../../text/count-words.ts';
import type { CopyBindings } from '../../ports/bind-copy.ts';
import type { InboundRule } from '../../ports/inbound-rules.ts';
import { mapPorts, type PortBindings } from '../../ports/map-ports.ts';
import { copyWords, ruleWords } from '../../ports/words.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Remedy } from '../lab.ts';
import { drawPorts, type PortsScenario, portRequestOf, readPortsScenario } from './ports-scenario.ts';

/** The ports of each copy, in the order of the parts. */
export interface PortsPicture {
  readonly copies: readonly { readonly ports: readonly PortOnWay[] }[];
}

/** A port from the load balancer to a container. `isOpen` is null before the security group was asked. */
export interface PortOnWay {
  /** What stands in the target group. */
  readonly target: string;
  readonly port: number;
  readonly container: string;
  readonly containerPort: number;
  readonly isOpen: boolean | null;
}

const stages = ['The mappings', 'A port each', 'Targets', 'Security group'];
const heads = ['Ports', 'Target'];

/** Which port each copy of a task gets, and whether the load balancer can reach it. */
export const portsLab: Lab<PortsScenario, PortsPicture> = {
  name: 'ports',
  start: {
    launchType: 'EC2',
    networkMode: 'bridge',
    portMappings: [{ container: 'web', containerPort: 80, hostPort: 8080, protocol: 'tcp' }],
    copies: 2,
    taken: [],
    freeInterfaces: 3,
    inbound: [{ first: 8080, last: 8080, protocol: 'tcp' }],
    seed: 1,
  },
  read: readPortsScenario,
  draw: drawPorts,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given({ networkMode, launchType, portMappings, taken, inbound }: PortsScenario): readonly LabTable[] {
  const others = taken.map(({ port, protocol }) => `${protocol.toUpperCase()} ${port}`).join(', ');
  return [
    {
      caption: `Port mappings, network mode ${networkMode}${launchType === 'FARGATE' ? ' on Fargate' : ''}`,
      heads: ['Container', 'containerPort', 'hostPort', 'Protocol'],
      rows: portMappings.map(({ container, containerPort, hostPort, protocol }) => [
        container,
        String(containerPort),
        hostPort === undefined ? 'absent' : String(hostPort),
        protocol,
      ]),
    },
    {
      caption: 'Around it',
      heads: ['What', 'Ports'],
      rows: [
        ['other tasks on the instance', others || 'none'],
        ['let in from the load balancer', inbound.map(rangeWords).join(', ') || 'none'],
      ],
    },
  ];
}

function rangeWords({ first, last, protocol }: PortsScenario['inbound'][number]): string {
  return `${protocol.toUpperCase()} ${first === last ? first : `${first}-${last}`}`;
}

function runOf(scenario: PortsScenario): LabRun<PortsScenario, PortsPicture> {
  const { value, diagnostics } = mapPorts(portRequestOf(scenario));
  const waiting: Stand = { standing: 'waiting', lead: 'Not started', words: '' };
  const before = stepOf(scenario, null, -1, 'No copy has been started yet.', () => waiting, 'nothing');
  const steps = value === null ? [refused(scenario, diagnostics)] : stepsOf(scenario, value, waiting);
  const started = value?.copies.filter(({ obstacle }) => obstacle === null).length ?? 0;
  const reached = value?.copies.filter((copy) => isReached(scenario, copy)).length ?? 0;
  return {
    prediction: {
      asks: `How many of ${countWords(scenario.copies, 'copy', 'copies')} can the load balancer reach?`,
      options: Array.from({ length: scenario.copies + 1 }, (_, n) => String(n)),
      right: [String(reached)],
    },
    stages,
    before,
    steps,
    outcome: outcomeOf(scenario, value, { started, reached }),
    measures: {
      'copies started': started,
      'copies reached': reached,
      'ports let in': scenario.inbound.reduce((sum, { first, last }) => sum + Math.max(0, last - first + 1), 0),
    },
    remedies: remediesOf(scenario, value, { started, reached }),
    findings: diagnostics,
  };
}

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;
type Known = 'nothing' | 'ports' | 'targets' | 'all';

function stepsOf(scenario: PortsScenario, bindings: PortBindings, waiting: Stand): readonly LabStep<PortsPicture>[] {
  const { copies, targetType, securityGroupOf, inboundRules } = bindings;
  const step = (stage: number, says: string, standOf: (copy: CopyBindings) => Stand, known: Known) =>
    stepOf(scenario, bindings, stage, says, standOf, known);
  const group =
    securityGroupOf === null
      ? 'There is no network, so there is nothing to let in.'
      : securityWords(scenario, bindings);
  return [
    step(
      0,
      'ECS takes the mappings.',
      () => ({ standing: 'kept', lead: 'Asks', words: asksWords(scenario) }),
      'nothing',
    ),
    ...copies.map((copy, at) =>
      step(1, copyWords(copy), (each) => (each.copy <= at + 1 ? portStand(each) : waiting), 'ports'),
    ),
    step(
      2,
      targetType === null
        ? 'No port is mapped, so no target is registered.'
        : `Each copy that runs is a target of type ${targetType}.`,
      portStand,
      'targets',
    ),
    step(3, group, (copy) => reachStand(scenario, copy, inboundRules), 'all'),
  ];
}

function stepOf(
  scenario: PortsScenario,
  bindings: PortBindings | null,
  stage: number,
  says: string,
  standOf: (copy: CopyBindings) => Stand,
  known: Known,
): LabStep<PortsPicture> {
  const copies =
    bindings?.copies ??
    Array.from({ length: scenario.copies }, (_, at) => ({ copy: at + 1, obstacle: null, bindings: [] }));
  const parts = copies.map((copy): LabPart => {
    const stand = standOf(copy);
    const isTold = known !== 'nothing' && stand.standing !== 'waiting' && copy.obstacle === null;
    const ports = isTold ? copy.bindings.map(({ port }) => String(port)).join(', ') : '';
    const targets =
      isTold && known !== 'ports'
        ? waysOf(scenario, copy)
            .map(({ target }) => target)
            .join(', ')
        : '';
    return { name: `Copy ${copy.copy}`, ...stand, cells: [ports || 'none', targets || 'none'] };
  });
  const picture = {
    copies: copies.map((copy, at) => {
      const isShown = known !== 'nothing' && parts[at]?.standing !== 'waiting' && copy.obstacle === null;
      const ways = isShown ? waysOf(scenario, copy) : [];
      return { ports: known === 'all' ? ways : ways.map((way) => ({ ...way, isOpen: null })) };
    }),
  };
  return { stage, says, heads, parts, picture };
}

/** The way of each port of a copy that runs. */
function waysOf(scenario: PortsScenario, { copy, bindings }: CopyBindings): readonly PortOnWay[] {
  return bindings.map(({ port, container, containerPort, protocol, by }) => ({
    target: by === 'own address' ? `10.0.1.${10 + copy}:${port}` : `instance:${port}`,
    port,
    container,
    containerPort,
    isOpen: isLetIn(scenario, port, protocol),
  }));
}

function isLetIn({ inbound }: PortsScenario, port: number, protocol: string): boolean {
  return inbound.some((rule) => rule.protocol === protocol && rule.first <= port && port <= rule.last);
}

function isReached(scenario: PortsScenario, copy: CopyBindings): boolean {
  return copy.obstacle === null && copy.bindings.length > 0 && waysOf(scenario, copy).every(({ isOpen }) => isOpen);
}

function asksWords({ portMappings }: PortsScenario): string {
  if (portMappings.length === 0) return 'No port is mapped.';
  return portMappings
    .map(
      ({ container, hostPort }) =>
        `${container} asks for ${hostPort === undefined || hostPort === 0 ? 'a port of the host’s choice' : `host port ${hostPort}`}.`,
    )
    .join(' ');
}

function portStand(copy: CopyBindings): Stand {
  const isOut = copy.obstacle !== null;
  return { standing: isOut ? 'out' : 'kept', lead: isOut ? 'Does not start' : 'Runs', words: copyWords(copy) };
}

function reachStand(scenario: PortsScenario, copy: CopyBindings, rules: readonly InboundRule[]): Stand {
  if (copy.obstacle !== null) return portStand(copy);
  if (copy.bindings.length === 0)
    return { standing: 'behind', lead: 'Runs', words: 'No port is mapped, so nothing reaches it.' };
  const closed = waysOf(scenario, copy).filter(({ isOpen }) => !isOpen);
  if (closed.length === 0)
    return {
      standing: 'best',
      lead: 'Reached',
      words: `The security group lets in ${copy.bindings.map(({ port }) => port).join(' and ')}.`,
    };
  const needed = rules.map(ruleWords).join(' and ');
  return {
    standing: 'behind',
    lead: 'Not reached',
    words: `Nothing lets in ${closed.map(({ port }) => port).join(' and ')}. Needed: ${needed}.`,
  };
}

function securityWords(
  { inbound }: PortsScenario,
  { securityGroupOf, inboundRules, checksTrafficPort }: PortBindings,
): string {
  const own = inbound.map(rangeWords).join(', ') || 'nothing';
  const needed = inboundRules.map(ruleWords).join(' and ') || 'nothing';
  const health = checksTrafficPort
    ? ' The health check must ask traffic-port, for the port differs from copy to copy.'
    : '';
  return `The security group of the ${securityGroupOf} lets in ${own}; needed is ${needed}.${health}`;
}

function refused(scenario: PortsScenario, diagnostics: readonly EngineFinding[]): LabStep<PortsPicture> {
  const isWrong = diagnostics.some(({ standing }) => standing === 'wrong');
  const lead = isWrong ? 'Refused' : 'Not documented';
  const words = isWrong ? 'A task with these mappings is not taken.' : 'No document says what comes of it.';
  const says = diagnostics.map(({ message, fix }) => `${message} ${fix}`).join(' ');
  return stepOf(scenario, null, 0, says, () => ({ standing: 'out', lead, words }), 'nothing');
}

interface Reach {
  readonly started: number;
  readonly reached: number;
}

function outcomeOf({ copies }: PortsScenario, bindings: PortBindings | null, { started, reached }: Reach): string {
  if (bindings === null) return 'No copy starts.';
  const of = countWords(copies, 'copy', 'copies');
  return `${started} of ${of} ${started === 1 ? 'runs' : 'run'}, and the load balancer reaches ${reached}.`;
}

function remediesOf(
  scenario: PortsScenario,
  bindings: PortBindings | null,
  { started, reached }: Reach,
): readonly Remedy<PortsScenario>[] {
  const remedies: Remedy<PortsScenario>[] = [];
  const isFixed = scenario.portMappings.some(({ hostPort = 0 }) => hostPort > 0);
  if (started < scenario.copies && isFixed && ['bridge', 'default'].includes(scenario.networkMode)) {
    const portMappings = scenario.portMappings.map((mapping) => ({ ...mapping, hostPort: 0 }));
    remedies.push({ label: 'Let the host pick the ports (hostPort 0)', scenario: { ...scenario, portMappings } });
  }
  if (started < scenario.copies && scenario.networkMode === 'host') {
    remedies.push({
      label: 'Give each copy an address of its own (awsvpc)',
      scenario: { ...scenario, networkMode: 'awsvpc' },
    });
  }
  if (bindings !== null && reached < started && bindings.inboundRules.length > 0) {
    const inbound = bindings.inboundRules.map(({ first, last, protocol }) => ({ first, last, protocol }));
    remedies.push({ label: 'Let in what is needed', scenario: { ...scenario, inbound } });
  }
  return remedies;
}

const modes = ['bridge', 'host', 'awsvpc'] as const;

/** The same mappings in the network modes of Linux. */
function compare(scenario: PortsScenario): LabTable {
  const rows = modes.map((networkMode) => {
    const { value, diagnostics } = mapPorts(portRequestOf({ ...scenario, networkMode }));
    if (value === null) return [networkMode, diagnostics[0]?.message ?? '', 'none', 'none'];
    const started = value.copies.filter(({ obstacle }) => obstacle === null).length;
    return [
      networkMode,
      `${started} of ${scenario.copies} run`,
      value.targetType ?? 'none',
      value.inboundRules.map(ruleWords).join(', ') || 'none',
    ];
  });
  return {
    caption: 'The same mappings in other network modes',
    heads: ['Mode', 'Copies', 'Target type', 'To let in'],
    rows,
  };
}
