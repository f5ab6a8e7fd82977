import { errorAt, type Finding, pointTo, warningAt } from '../../verdicts/finding.ts';
import { firstEphemeralPort, linuxReservedPorts, windowsReservedPorts } from '../reserved-ports.ts';
import { mappingsOf, protocolOf } from './ports.ts';
import { numberOf, type PointedObject, type TaskDefinition } from './task-definition.ts';

/** T16: what a fixed port of the instance costs. */
export function checkHostPorts(definition: TaskDefinition): readonly Finding[] {
  const { networkMode } = definition;
  if (!['bridge', 'default', 'host'].includes(networkMode)) return [];
  const mappings = definition.containers.flatMap(mappingsOf);
  const fixed =
    networkMode === 'host' ? [] : mappings.flatMap((mapping) => checkFixedPort(mapping, definition.windows));
  return [...fixed, ...checkTakenTwice(mappings, networkMode)];
}

function checkFixedPort(mapping: PointedObject, windows: boolean): readonly Finding[] {
  const port = numberOf(mapping.fields, 'hostPort');
  if (port === null || port < 1 || port > 65535) return [];
  const pointer = pointTo(mapping.pointer, 'hostPort');
  const dynamic = 'Leave `hostPort` out (or write 0) and let the host pick one.';
  const reserved = windows ? windowsReservedPorts : linuxReservedPorts;
  if (protocolOf(mapping) === 'tcp' && reserved.includes(port)) {
    const message = `Host port ${port} is reserved on every instance: no instance can place the task.`;
    return [errorAt('T16', pointer, message, dynamic)];
  }
  const copies = `The fixed host port ${port} keeps a second copy of the task off the same instance.`;
  const clash = `Host port ${port} lies where the host picks dynamic ports (from ${firstEphemeralPort}), so it may be taken.`;
  const findings = [warningAt('T16', pointer, copies, dynamic)];
  return port < firstEphemeralPort
    ? findings
    : [...findings, warningAt('T16', pointer, clash, `Choose a port below ${firstEphemeralPort}.`)];
}

function checkTakenTwice(mappings: readonly PointedObject[], networkMode: string): readonly Finding[] {
  const taken = new Set<string>();
  return mappings.flatMap((mapping) => {
    const written = numberOf(mapping.fields, 'hostPort');
    const port = networkMode === 'host' ? (written ?? numberOf(mapping.fields, 'containerPort')) : written;
    const key = `${port}/${protocolOf(mapping)}`;
    const again = taken.has(key);
    taken.add(key);
    if (port === null || port === 0 || !again) return [];
    const message = `Two mappings of this task want host port ${port}, and an instance has it once.`;
    return [errorAt('T16', mapping.pointer, message, 'Give each its own port.')];
  });
}
