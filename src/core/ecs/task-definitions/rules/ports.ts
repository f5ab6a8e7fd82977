import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import {
  type Container,
  isUsed,
  nameOf,
  numberOf,
  objectsOf,
  type PointedObject,
  type TaskDefinition,
  textOf,
} from './task-definition.ts';

/** The port mappings of a container that are objects. */
export function mappingsOf(container: Container): readonly PointedObject[] {
  return objectsOf(container.fields, 'portMappings', container.pointer);
}

/** Where not given, `tcp`. */
export function protocolOf(mapping: PointedObject): string {
  return textOf(mapping.fields, 'protocol') ?? 'tcp';
}

/** T14. */
export function checkPortsWithoutNetwork(definition: TaskDefinition): readonly Finding[] {
  if (definition.networkMode !== 'none') return [];
  return definition.containers
    .filter((container) => isUsed(container.fields, 'portMappings'))
    .map((container) => {
      const message = `${nameOf(container)} maps ports, but with network mode \`none\` it has no network.`;
      return errorAt(
        'T14',
        pointTo(container.pointer, 'portMappings'),
        message,
        'Take the mappings out, or choose another mode.',
      );
    });
}

/** T15: the task has the host's ports (host) or its own address (awsvpc), so nothing is translated. */
export function checkEqualPorts(definition: TaskDefinition): readonly Finding[] {
  if (definition.networkMode !== 'awsvpc' && definition.networkMode !== 'host') return [];
  return definition.containers.flatMap(mappingsOf).flatMap((mapping) => {
    const host = numberOf(mapping.fields, 'hostPort');
    const inner = numberOf(mapping.fields, 'containerPort');
    if (host === null || inner === null || host === inner) return [];
    const message = `In \`${definition.networkMode}\` mode \`hostPort\` (${host}) must equal \`containerPort\` (${inner}).`;
    return [
      errorAt('T15', pointTo(mapping.pointer, 'hostPort'), message, `Leave \`hostPort\` out, or write ${inner}.`),
    ];
  });
}

/** T17: one container, one port, two protocols. */
export function checkProtocols(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const first = new Map<number, string>();
    return mappingsOf(container).flatMap((mapping) => {
      const port = numberOf(mapping.fields, 'containerPort');
      if (port === null) return [];
      const before = first.get(port);
      if (before === undefined) first.set(port, protocolOf(mapping));
      if (before === undefined || before === protocolOf(mapping)) return [];
      const message = `${nameOf(container)} exposes port ${port} for two protocols.`;
      return [errorAt('T17', mapping.pointer, message, 'Use one port for each protocol.')];
    });
  });
}

/** T18: in awsvpc mode the containers of a task share one address. */
export function checkSharedPorts(definition: TaskDefinition): readonly Finding[] {
  if (definition.networkMode !== 'awsvpc') return [];
  const owners = new Map<string, Container>();
  return definition.containers.flatMap((container) => {
    return mappingsOf(container).flatMap((mapping) => {
      const port = numberOf(mapping.fields, 'containerPort');
      const key = `${port}/${protocolOf(mapping)}`;
      const owner = owners.get(key) ?? container;
      owners.set(key, owner);
      if (port === null || owner === container) return [];
      const message = `Port ${port} is taken: in \`awsvpc\` mode the containers of a task share one address.`;
      return [
        errorAt(
          'T18',
          pointTo(mapping.pointer, 'containerPort'),
          message,
          'Let the containers listen on different ports.',
        ),
      ];
    });
  });
}
