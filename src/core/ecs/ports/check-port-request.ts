import { firstEphemeralPort } from '../task-definitions/reserved-ports.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { pointTo } from '../verdicts/finding.ts';
import { type PortMapping, type PortRequest, protocolOf, reservedPortsOf } from './port-request.ts';

/** B1 to B9: why a task with these mappings is refused wherever it goes, and what is doubtful about them. */
export function checkPortRequest(request: PortRequest): readonly EngineFinding[] {
  const each = request.mappings.flatMap((mapping, at) => checkMapping(request, mapping, at));
  const findings = [...checkMode(request), ...checkRange(request), ...each, ...checkPairs(request)];
  return findings.some(({ standing }) => standing === 'wrong')
    ? findings.filter(({ standing }) => standing === 'wrong')
    : findings;
}

function checkMode({ networkMode, mappings, host }: PortRequest): readonly EngineFinding[] {
  const findings: EngineFinding[] = [];
  if (host === null && networkMode !== 'awsvpc') {
    const message = `Fargate runs no task in \`${networkMode}\` mode.`;
    findings.push(findingOf('wrong', 'B1', '/networkMode', message, 'Write `awsvpc`.'));
  }
  if (networkMode === 'none' && mappings.length > 0) {
    const message = 'A task without a network has no port to map.';
    findings.push(findingOf('wrong', 'B2', '/mappings', message, 'Take the mappings out, or choose another mode.'));
  }
  return findings;
}

function checkRange({ host }: PortRequest): readonly EngineFinding[] {
  const range = host?.dynamicRange ?? null;
  if (range === null || (isPort(range.first) && isPort(range.last) && range.first <= range.last)) return [];
  const message = `${range.first}-${range.last} is no range of ports.`;
  return [findingOf('wrong', 'B3', '/host/dynamicRange', message, 'Write two ports from 1 to 65535, the lower first.')];
}

function checkMapping(request: PortRequest, mapping: PortMapping, at: number): readonly EngineFinding[] {
  const { containerPort, hostPort } = mapping;
  const pointer = `/mappings/${at}`;
  if (!isPort(containerPort) || (hostPort !== undefined && hostPort !== 0 && !isPort(hostPort))) {
    const message = `${isPort(containerPort) ? hostPort : containerPort} is no port.`;
    return [findingOf('wrong', 'B3', pointer, message, 'Write a port from 1 to 65535.')];
  }
  if (hostPort === undefined) return [];
  if (request.networkMode === 'awsvpc' || request.networkMode === 'host') {
    return hostPort === containerPort ? [] : [unequalPorts(request, mapping, pointTo(pointer, 'hostPort'))];
  }
  return hostPort === 0 ? [] : checkFixedPort(request, mapping, pointTo(pointer, 'hostPort'));
}

/** 0 asks for a port of the host's choice, where nothing is translated: AWS does not say whether that counts as absent. */
function unequalPorts({ networkMode }: PortRequest, mapping: PortMapping, pointer: string): EngineFinding {
  const fix = `Leave \`hostPort\` out, or write ${mapping.containerPort}.`;
  if (mapping.hostPort === 0) {
    const message = `What \`hostPort\` 0 does in \`${networkMode}\` mode is not documented.`;
    return findingOf('not documented', 'B5', pointer, message, fix);
  }
  const message = `In \`${networkMode}\` mode \`hostPort\` equals \`containerPort\`.`;
  return findingOf('wrong', 'B4', pointer, message, fix);
}

function checkFixedPort({ networkMode }: PortRequest, mapping: PortMapping, pointer: string): readonly EngineFinding[] {
  const { hostPort: port = 0 } = mapping;
  const isReserved = protocolOf(mapping) === 'tcp' && reservedPortsOf(networkMode).includes(port);
  if (isReserved || port < firstEphemeralPort) return [];
  const message = `Host port ${port} lies where hosts pick dynamic ports, so another task may have it.`;
  return [findingOf('doubtful', 'B6', pointer, message, `Choose a port below ${firstEphemeralPort}.`)];
}

/** B7 to B9: what two mappings of one task cannot both have. */
function checkPairs(request: PortRequest): readonly EngineFinding[] {
  return request.mappings.flatMap((mapping, at) => {
    const clashes = request.mappings.slice(0, at).flatMap((earlier) => clashOf(request, earlier, mapping, at));
    return clashes.slice(0, 1);
  });
}

function clashOf(
  { networkMode }: PortRequest,
  earlier: PortMapping,
  mapping: PortMapping,
  at: number,
): readonly EngineFinding[] {
  const pointer = `/mappings/${at}`;
  const isSamePort = earlier.containerPort === mapping.containerPort;
  const isSameProtocol = protocolOf(earlier) === protocolOf(mapping);
  if (isSamePort && !isSameProtocol && earlier.container === mapping.container) {
    const message = `${mapping.container} exposes port ${mapping.containerPort} for two protocols.`;
    return [findingOf('wrong', 'B7', pointer, message, 'Use one port for each protocol.')];
  }
  if (!isSameProtocol) return [];
  if (networkMode === 'awsvpc' && isSamePort) {
    const message = `Two mappings want port ${mapping.containerPort} of one network interface: what comes of it is not documented.`;
    return [findingOf('not documented', 'B9', pointer, message, 'Give each its own port.')];
  }
  const port = fixedPortOf(networkMode, mapping);
  if (port === null || port !== fixedPortOf(networkMode, earlier)) return [];
  const message = `Two mappings of this task want host port ${port}, and an instance has it once.`;
  return [findingOf('wrong', 'B8', pointer, message, 'Give each its own port.')];
}

/** The port of the host that a mapping names itself; null when the host picks it, or has no part in it. */
export function fixedPortOf(networkMode: PortRequest['networkMode'], mapping: PortMapping): number | null {
  if (networkMode === 'awsvpc' || networkMode === 'none') return null;
  if (networkMode === 'host') return mapping.containerPort;
  return mapping.hostPort === undefined || mapping.hostPort === 0 ? null : mapping.hostPort;
}

function isPort(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 65_535;
}
