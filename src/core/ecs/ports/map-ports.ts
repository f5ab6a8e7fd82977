import type { Outcome } from '../../model/diagnostic.ts';
import { seededRandom } from '../../text/seeded-random.ts';
import type { EngineFinding } from '../verdicts/engine-finding.ts';
import { bindCopy, bindingOf, type CopyBindings, keyOf, type Owners } from './bind-copy.ts';
import { checkPortRequest, fixedPortOf } from './check-port-request.ts';
import { type InboundRule, inboundRulesOf } from './inbound-rules.ts';
import type { PortHost, PortRequest } from './port-request.ts';

/** Which copies start at which ports, and what their load balancer and security group need. */
export interface PortBindings {
  /** In the order in which they were started. */
  readonly copies: readonly CopyBindings[];
  /** Of the target group that they are registered in; null when no port is mapped. */
  readonly targetType: 'instance' | 'ip' | null;
  /** Whose security group lets traffic in; null when the task has no network. */
  readonly securityGroupOf: 'instance' | 'task' | null;
  /** What that group has to let in from the load balancer's. */
  readonly inboundRules: readonly InboundRule[];
  /** The health check of the target group must ask the port that each copy is registered with, whichever it is. */
  readonly checksTrafficPort: boolean;
}

/**
 * B1 to B17: the ports of several copies of a task on one instance, or on Fargate.
 *
 * No value when AWS refuses the task, or does not say what comes of it. Ports are all that is looked at: CPU and memory
 * are assumed to be there. Source: API-ECS `PortMapping`, `NetworkMode`; ECSDG `task-networking-awsvpc.md`.
 */
export function mapPorts(request: PortRequest): Outcome<PortBindings, EngineFinding> {
  if (!Number.isInteger(request.copies) || request.copies < 0) {
    throw new Error(`Inconsistent: ${request.copies} is no number of copies`);
  }
  const diagnostics = checkPortRequest(request);
  if (diagnostics.some(({ standing }) => standing !== 'doubtful')) return { value: null, diagnostics };
  const { networkMode, mappings } = request;
  const ownAddress = networkMode === 'awsvpc';
  const value: PortBindings = {
    copies: ownAddress ? copiesWithAddress(request) : copiesOnHost(request),
    targetType: mappings.length === 0 ? null : ownAddress ? 'ip' : 'instance',
    securityGroupOf: networkMode === 'none' ? null : ownAddress ? 'task' : 'instance',
    inboundRules: inboundRulesOf(request),
    checksTrafficPort: !ownAddress && mappings.some((mapping) => fixedPortOf(networkMode, mapping) === null),
  };
  return { value, diagnostics };
}

/** B13: each has an interface of its own, so that its ports meet no others. */
function copiesWithAddress({ mappings, copies, host }: PortRequest): readonly CopyBindings[] {
  const room = host === null ? copies : host.freeInterfaces;
  return Array.from({ length: copies }, (_, at) => {
    if (at >= room) return { copy: at + 1, obstacle: { reason: 'no interface' }, bindings: [] };
    const bindings = mappings.map((mapping) => bindingOf(mapping, mapping.containerPort, 'own address'));
    return { copy: at + 1, obstacle: null, bindings };
  });
}

function copiesOnHost(request: PortRequest): readonly CopyBindings[] {
  const host: PortHost = request.host ?? { taken: [], dynamicRange: null, freeInterfaces: 0 };
  const random = seededRandom(request.seed);
  const owners: Owners = new Map(host.taken.map(({ port, protocol }) => [keyOf(port, protocol), 0]));
  return Array.from({ length: request.copies }, (_, at) => bindCopy(request, host, owners, at + 1, random));
}
