import { fixedPortOf } from './check-port-request.ts';
import {
  dynamicRangeOf,
  type PortHost,
  type PortMapping,
  type PortRequest,
  type Protocol,
  protocolOf,
  reservedPortsOf,
} from './port-request.ts';

/** A port at which a copy can be reached, as `networkBindings` of DescribeTasks tells it. */
export interface PortBinding {
  readonly container: string;
  readonly containerPort: number;
  readonly protocol: Protocol;
  /** Of the instance; in `awsvpc` mode of the task's own address. */
  readonly port: number;
  readonly by: 'fixed' | 'dynamic' | 'own address';
}

/** Why a copy does not start. */
export type PortObstacle =
  | { readonly reason: 'reserved' | 'taken'; readonly port: number; readonly protocol: Protocol }
  | { readonly reason: 'taken by copy'; readonly port: number; readonly protocol: Protocol; readonly copy: number }
  | { readonly reason: 'no dynamic port'; readonly protocol: Protocol }
  | { readonly reason: 'no interface' };

export interface CopyBindings {
  /** From 1. */
  readonly copy: number;
  /** Null when it starts. */
  readonly obstacle: PortObstacle | null;
  readonly bindings: readonly PortBinding[];
}

/** Which copy has a port (0 for another task), by `port/protocol`. */
export type Owners = Map<string, number>;

export function keyOf(port: number, protocol: Protocol): string {
  return `${port}/${protocol}`;
}

/** B10 to B12: starts one copy on the ports of the instance, all of its mappings or none. Adds to `owners` what it takes. */
export function bindCopy(
  request: PortRequest,
  host: PortHost,
  owners: Owners,
  copy: number,
  random: (below: number) => number,
): CopyBindings {
  const obstacle = request.mappings
    .map((mapping) => obstacleTo(request, mapping, owners))
    .find((found) => found !== null);
  if (obstacle !== undefined) return { copy, obstacle, bindings: [] };
  const own: Owners = new Map(owners);
  const bindings: PortBinding[] = [];
  // Fixed ports first, so that the host does not give one of them away.
  for (const mapping of request.mappings) {
    const port = fixedPortOf(request.networkMode, mapping);
    if (port !== null) own.set(keyOf(port, protocolOf(mapping)), copy);
  }
  for (const mapping of request.mappings) {
    const fixed = fixedPortOf(request.networkMode, mapping);
    const port = fixed ?? drawPort(request, host, own, protocolOf(mapping), random);
    if (port === null) {
      return { copy, obstacle: { reason: 'no dynamic port', protocol: protocolOf(mapping) }, bindings: [] };
    }
    own.set(keyOf(port, protocolOf(mapping)), copy);
    bindings.push(bindingOf(mapping, port, fixed === null ? 'dynamic' : 'fixed'));
  }
  for (const [key, owner] of own) owners.set(key, owner);
  return { copy, obstacle: null, bindings };
}

/** A mapping at a port. */
export function bindingOf(mapping: PortMapping, port: number, by: PortBinding['by']): PortBinding {
  const { container, containerPort } = mapping;
  return { container, containerPort, protocol: protocolOf(mapping), port, by };
}

function obstacleTo({ networkMode }: PortRequest, mapping: PortMapping, owners: Owners): PortObstacle | null {
  const port = fixedPortOf(networkMode, mapping);
  const protocol = protocolOf(mapping);
  if (port === null) return null;
  if (protocol === 'tcp' && reservedPortsOf(networkMode).includes(port)) return { reason: 'reserved', port, protocol };
  const owner = owners.get(keyOf(port, protocol));
  if (owner === undefined) return null;
  return owner === 0 ? { reason: 'taken', port, protocol } : { reason: 'taken by copy', port, protocol, copy: owner };
}

/** A free port of the dynamic range, from a random place on; null when it is full. */
function drawPort(
  { networkMode }: PortRequest,
  host: PortHost,
  owners: Owners,
  protocol: Protocol,
  random: (below: number) => number,
): number | null {
  const { first, last } = dynamicRangeOf(networkMode, host);
  const reserved = protocol === 'tcp' ? reservedPortsOf(networkMode) : [];
  const length = last - first + 1;
  const start = random(length);
  for (let step = 0; step < length; step += 1) {
    const port = first + ((start + step) % length);
    if (!owners.has(keyOf(port, protocol)) && !reserved.includes(port)) return port;
  }
  return null;
}
