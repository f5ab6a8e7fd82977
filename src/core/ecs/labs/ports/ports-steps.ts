import type { CopyBindings } from '../../ports/bind-copy.ts';
import type { PortBindings } from '../../ports/map-ports.ts';
import { copyWords, portWords, ruleWords } from '../../ports/words.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import type { LabPart, LabStep } from '../lab.ts';
import { healthWords, originWords, securityWords, targetWords } from './ports-says.ts';
import type { PortsScenario } from './ports-scenario.ts';

/** The ports of each copy, in the order of the parts. */
export interface PortsPicture {
  readonly copies: readonly { readonly ports: readonly PortOnWay[] }[];
}

/** A port from the load balancer to a container. */
export interface PortOnWay {
  /** What stands in the target group; null before it is registered. */
  readonly target: string | null;
  readonly port: number;
  /** Whose port it is. */
  readonly of: 'instance' | 'interface';
  readonly container: string;
  readonly containerPort: number;
  /** Null before the security group was asked. */
  readonly isOpen: boolean | null;
}

export const stages = ['The mappings', 'A port each', 'Targets', 'Security group', 'Health'];
const heads = ['Ports', 'Target', 'Let in'];

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;
type StandOf = (copy: CopyBindings) => Stand;

/** How much of the way is known: ports, then targets, then what the security group lets in. */
type Known = 'nothing' | 'ports' | 'targets' | 'all';

const waiting: Stand = { standing: 'waiting', lead: 'Not started', words: '' };

export function beforeStep(scenario: PortsScenario): LabStep<PortsPicture> {
  return stepOf(scenario, null, { stage: -1, says: 'No copy has been started yet.', known: 'nothing' }, () => waiting);
}

/** Where the ports come from, each copy in turn, then what stands between the load balancer and all of them. */
export function stepsOf(scenario: PortsScenario, bindings: PortBindings): readonly LabStep<PortsPicture>[] {
  const step = (stage: number, says: string, known: Known, standOf: StandOf) =>
    stepOf(scenario, bindings, { stage, says, known }, standOf);
  const asks: Stand = { standing: 'kept', lead: 'Asks', words: asksWords(scenario) };
  return [
    step(0, originWords(scenario), 'nothing', () => asks),
    ...bindings.copies.map((copy, at) =>
      step(1, copyWords(copy), 'ports', (each) => (each.copy <= at + 1 ? portStand(each) : waiting)),
    ),
    step(2, targetWords(scenario, bindings), 'targets', portStand),
    step(3, securityWords(scenario, bindings), 'all', (copy) => reachStand(scenario, copy, bindings)),
    step(4, healthWords(bindings), 'all', (copy) => healthStand(scenario, copy)),
  ];
}

export function refusedStep(scenario: PortsScenario, diagnostics: readonly EngineFinding[]): LabStep<PortsPicture> {
  const isWrong = diagnostics.some(({ standing }) => standing === 'wrong');
  const lead = isWrong ? 'Refused' : 'Not documented';
  const words = isWrong ? 'A task with these mappings is not taken.' : 'No document says what comes of it.';
  const says = diagnostics.map(({ message, fix }) => `${message} ${fix}`).join(' ');
  return stepOf(scenario, null, { stage: 0, says, known: 'nothing' }, () => ({ standing: 'out', lead, words }));
}

function stepOf(
  scenario: PortsScenario,
  bindings: PortBindings | null,
  { stage, says, known }: { readonly stage: number; readonly says: string; readonly known: Known },
  standOf: StandOf,
): LabStep<PortsPicture> {
  const copies =
    bindings?.copies ??
    Array.from({ length: scenario.copies }, (_, at) => ({ copy: at + 1, obstacle: null, bindings: [] }));
  const stands = copies.map(standOf);
  const ways = copies.map((copy, at) => (stands[at]?.standing === 'waiting' ? [] : waysOf(scenario, copy, known)));
  const parts = copies.map(({ copy }, at): LabPart => {
    const own = ways[at] ?? [];
    const cellOf = (isKnown: boolean, cell: (way: PortOnWay) => string) =>
      isKnown && stands[at]?.standing !== 'waiting' ? own.map(cell).join(', ') || 'none' : 'not yet';
    const cells = [
      cellOf(known !== 'nothing', ({ port }) => String(port)),
      cellOf(known === 'targets' || known === 'all', ({ target }) => target ?? 'none'),
      cellOf(known === 'all', ({ isOpen }) => (isOpen ? 'yes' : 'no')),
    ];
    return { name: `Copy ${copy}`, ...(stands[at] ?? waiting), cells };
  });
  return { stage, says, heads, parts, picture: { copies: ways.map((ports) => ({ ports })) } };
}

/** The way of each port of a copy that runs. */
function waysOf(scenario: PortsScenario, copy: CopyBindings, known: Known): readonly PortOnWay[] {
  if (known === 'nothing' || copy.obstacle !== null) return [];
  return copy.bindings.map(({ port, container, containerPort, protocol, by }) => ({
    target: known === 'ports' ? null : by === 'own address' ? `10.0.1.${10 + copy.copy}:${port}` : `instance:${port}`,
    port,
    of: by === 'own address' ? 'interface' : 'instance',
    container,
    containerPort,
    isOpen: known === 'all' ? isLetIn(scenario, port, protocol) : null,
  }));
}

function isLetIn({ inbound }: PortsScenario, port: number, protocol: string): boolean {
  return inbound.some((rule) => rule.protocol === protocol && rule.first <= port && port <= rule.last);
}

/** B18: runs, and every port of it is let in. */
export function isReached(scenario: PortsScenario, copy: CopyBindings): boolean {
  return copy.obstacle === null && copy.bindings.length > 0 && shutPorts(scenario, copy).length === 0;
}

function shutPorts(scenario: PortsScenario, { bindings }: CopyBindings): readonly number[] {
  return bindings.filter(({ port, protocol }) => !isLetIn(scenario, port, protocol)).map(({ port }) => port);
}

function asksWords({ networkMode, portMappings }: PortsScenario): string {
  if (portMappings.length === 0) return 'No port is mapped.';
  if (networkMode === 'awsvpc') return 'A network interface of its own.';
  return portMappings
    .map(({ container, containerPort, hostPort = 0 }) => {
      const port = networkMode === 'host' ? containerPort : hostPort;
      return `${container} asks for ${port === 0 ? 'a port of the host’s choice' : `host port ${port}`}.`;
    })
    .join(' ');
}

function portStand(copy: CopyBindings): Stand {
  const isOut = copy.obstacle !== null;
  return { standing: isOut ? 'out' : 'kept', lead: isOut ? 'Does not start' : 'Runs', words: portWords(copy) };
}

function reachStand(scenario: PortsScenario, copy: CopyBindings, { inboundRules }: PortBindings): Stand {
  if (copy.obstacle !== null) return portStand(copy);
  if (copy.bindings.length === 0) {
    return { standing: 'behind', lead: 'Runs', words: 'No port is mapped, so nothing reaches it.' };
  }
  if (isReached(scenario, copy)) {
    const ports = copy.bindings.map(({ port }) => port).join(' and ');
    return { standing: 'best', lead: 'Reached', words: `The security group lets in ${ports}.` };
  }
  const needed = inboundRules.map(ruleWords).join(' and ');
  const words = `Nothing lets in ${shutPorts(scenario, copy).join(' and ')}. Needed: ${needed}.`;
  return { standing: 'behind', lead: 'Not reached', words };
}

function healthStand(scenario: PortsScenario, copy: CopyBindings): Stand {
  if (copy.obstacle !== null) return portStand(copy);
  if (copy.bindings.length === 0) {
    return { standing: 'behind', lead: 'Runs', words: 'It is no target, so nothing checks it.' };
  }
  if (isReached(scenario, copy)) {
    return { standing: 'best', lead: 'Healthy', words: 'The health check comes through, and the application answers.' };
  }
  const words = `The health check waits in vain at ${shutPorts(scenario, copy).join(' and ')}, so the service replaces the task, again and again.`;
  return { standing: 'out', lead: 'Unhealthy', words };
}
