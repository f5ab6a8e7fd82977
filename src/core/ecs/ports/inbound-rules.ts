import { firstEphemeralPort } from '../task-definitions/reserved-ports.ts';
import { fixedPortOf } from './check-port-request.ts';
import { type PortMapping, type PortRange, type PortRequest, type Protocol, protocolOf } from './port-request.ts';

/** Lets ports in from the security group of the load balancer. */
export interface InboundRule extends PortRange {
  readonly protocol: Protocol;
  readonly source: 'security group of the load balancer';
}

/**
 * B15, B16: the narrowest rules that let a load balancer reach every copy, by protocol and port. For dynamic ports the
 * range that the operator set, else one that covers the defaults of Linux and of Windows.
 */
export function inboundRulesOf(request: PortRequest): readonly InboundRule[] {
  const ranges = request.mappings.map((mapping) => ({ ...rangeOf(request, mapping), protocol: protocolOf(mapping) }));
  return ranges
    .filter((range, at) => ranges.findIndex((other) => isWithin(range, other)) === at)
    .filter((range) => !ranges.some((other) => isWithin(range, other) && !isWithin(other, range)))
    .sort((a, b) => a.protocol.localeCompare(b.protocol) || a.first - b.first)
    .map(({ first, last, protocol }) => ({ protocol, first, last, source: 'security group of the load balancer' }));
}

function rangeOf({ networkMode, host }: PortRequest, mapping: PortMapping): PortRange {
  const own = networkMode === 'awsvpc' ? mapping.containerPort : fixedPortOf(networkMode, mapping);
  if (own !== null) return { first: own, last: own };
  return host?.dynamicRange ?? { first: firstEphemeralPort, last: 65_535 };
}

function isWithin(inner: PortRange & { protocol: Protocol }, outer: PortRange & { protocol: Protocol }): boolean {
  return inner.protocol === outer.protocol && inner.first >= outer.first && inner.last <= outer.last;
}
