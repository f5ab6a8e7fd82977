import type { PortBindings } from '../../ports/map-ports.ts';
import { dynamicRangeOf } from '../../ports/port-request.ts';
import { ruleWords } from '../../ports/words.ts';
import { type PortsScenario, portRequestOf } from './ports-scenario.ts';

/** B10, B12, B13: where the ports of the copies come from. */
export function originWords(scenario: PortsScenario): string {
  const { networkMode, launchType, portMappings, freeInterfaces } = scenario;
  if (networkMode === 'none') return 'Mode `none` gives the task no network, so it has no ports.';
  if (networkMode === 'awsvpc') {
    const own = 'Each copy takes a network interface of its own, with an address and a security group.';
    return launchType === 'FARGATE' ? own : `${own} The instance has ${freeInterfaces} left.`;
  }
  if (portMappings.length === 0) return 'No port is mapped, so the copies ask the instance for none.';
  if (networkMode === 'host') {
    return 'In `host` mode a container port is a port of the instance, so every copy asks for the same.';
  }
  return [
    portMappings.some(({ hostPort = 0 }) => hostPort > 0)
      ? 'A `hostPort` that is written down is asked for by every copy, and an instance has each port once.'
      : '',
    portMappings.some(({ hostPort = 0 }) => hostPort === 0) ? dynamicWords(scenario) : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function dynamicWords(scenario: PortsScenario): string {
  const { networkMode, host } = portRequestOf(scenario);
  if (host === null) return '';
  const { first, last } = dynamicRangeOf(networkMode, host);
  const whose = host.dynamicRange === null ? '' : ', which `ECS_DYNAMIC_HOST_PORT_RANGE` sets';
  return `Where \`hostPort\` is 0 or left out, the host picks a free port from ${first}-${last} for each copy${whose}.`;
}

/** B14: what stands in the target group. */
export function targetWords({ portMappings }: PortsScenario, { targetType }: PortBindings): string {
  if (targetType === null) return 'No port is mapped, so no target is registered.';
  const what =
    targetType === 'ip'
      ? 'the address of its interface and its container port'
      : 'the instance and the port that the copy has there';
  const udp = portMappings.some(({ protocol }) => protocol === 'udp') ? ' UDP takes a Network Load Balancer.' : '';
  return `ECS registers each copy that runs in a target group of type \`${targetType}\`: ${what}.${udp}`;
}

/** B15, B16: what is let in, what has to be, and why. */
export function securityWords(
  { inbound }: PortsScenario,
  { securityGroupOf, inboundRules, checksTrafficPort }: PortBindings,
): string {
  if (securityGroupOf === null) return 'There is no network, so there is nothing to let in.';
  const own = inbound.map(rangeWords).join(', ') || 'nothing';
  const needed = inboundRules.map(ruleWords).join(' and ') || 'nothing';
  const whose = securityGroupOf === 'task' ? 'on the interface of each task' : 'of the instance';
  const why = checksTrafficPort
    ? ' Which port a copy gets is known only once it runs, so the whole range must be let in.'
    : '';
  return `The security group ${whose} lets in ${own}. Needed is ${needed}.${why}`;
}

/** B17, B18: how the load balancer finds out. */
export function healthWords({ targetType, checksTrafficPort }: PortBindings): string {
  if (targetType === null) return 'Without a target there is no health check of a load balancer.';
  return checksTrafficPort
    ? 'The health check of the target group must ask `traffic-port`, for the port differs from copy to copy.'
    : 'The health check asks each target at its port, which the copies have in common.';
}

/** Ports of a rule: `TCP 80`, `TCP 32768-65535`. */
export function rangeWords({ first, last, protocol }: PortsScenario['inbound'][number]): string {
  return `${protocol.toUpperCase()} ${first === last ? first : `${first}-${last}`}`;
}
