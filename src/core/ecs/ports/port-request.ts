import { linuxReservedPorts, windowsReservedPorts } from '../task-definitions/reserved-ports.ts';

export type Protocol = 'tcp' | 'udp';

/** A port mapping of a container, named as in API-ECS `PortMapping`. */
export interface PortMapping {
  /** The name of the container that listens. */
  readonly container: string;
  readonly containerPort: number;
  /** 0 and absent both leave the choice to the host where it chooses. */
  readonly hostPort?: number;
  /** TCP when left out. */
  readonly protocol?: Protocol;
}

/** Ports from `first` to `last`, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

export interface PortOfHost {
  readonly port: number;
  readonly protocol: Protocol;
}

/** An EC2 instance, as far as ports go. */
export interface PortHost {
  /** What other tasks have, chosen by hand or by the host; what the agent reserves is known. */
  readonly taken: readonly PortOfHost[];
  /** `ECS_DYNAMIC_HOST_PORT_RANGE`; null for that of the system. */
  readonly dynamicRange: PortRange | null;
  /** Network interfaces left for tasks of their own: those of the type less one, or of its trunk. */
  readonly freeInterfaces: number;
}

/** Copies of one task that are to start on one instance, or on Fargate (`host` null). */
export interface PortRequest {
  /** `default` is NAT on Windows; the others run on Linux. */
  readonly networkMode: 'bridge' | 'host' | 'awsvpc' | 'none' | 'default';
  readonly mappings: readonly PortMapping[];
  readonly copies: number;
  readonly host: PortHost | null;
  /** What dynamic ports are drawn from. */
  readonly seed: number;
}

/** TCP ports that no task gets on an instance of this mode; UDP has none. Source: AGENT `agent/config/config_unix.go`. */
export function reservedPortsOf(networkMode: PortRequest['networkMode']): readonly number[] {
  return networkMode === 'default' ? windowsReservedPorts : linuxReservedPorts;
}

/**
 * Where the host picks dynamic ports from: what the operator set, else what a Linux kernel and Docker on Windows have
 * unless somebody changed them. Source: API-ECS `PortMapping.hostPort`; AGENT `agent/utils/ephemeral_ports_linux.go`.
 */
export function dynamicRangeOf(networkMode: PortRequest['networkMode'], host: PortHost): PortRange {
  if (host.dynamicRange !== null) return host.dynamicRange;
  return networkMode === 'default' ? { first: 49_152, last: 65_535 } : { first: 32_768, last: 60_999 };
}

export function protocolOf({ protocol = 'tcp' }: PortMapping): Protocol {
  return protocol;
}
