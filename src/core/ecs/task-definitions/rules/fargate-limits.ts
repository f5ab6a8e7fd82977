import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import {
  type Container,
  isUsed,
  type JsonObject,
  nameOf,
  numberOf,
  objectOf,
  objectsOf,
  type TaskDefinition,
  textOf,
} from './task-definition.ts';

/** T21: what needs a host of one's own. The *list for Fargate* (SPEC.md). */
export function checkFargateLimits(definition: TaskDefinition): readonly Finding[] {
  if (!definition.fargate) return [];
  const { fields } = definition;
  return [
    ...used(fields, ['placementConstraints', 'ipcMode', 'inferenceAccelerators'], ''),
    ...(textOf(fields, 'pidMode') === 'host' ? [refused('pidMode', '/pidMode')] : []),
    ...objectsOf(fields, 'volumes', '').flatMap((volume) => [
      ...used(volume.fields, ['dockerVolumeConfiguration'], volume.pointer),
      ...used(objectOf(volume.fields, 'host'), ['sourcePath'], pointTo(volume.pointer, 'host')),
    ]),
    ...definition.containers.flatMap(checkContainer),
  ];
}

function checkContainer(container: Container): readonly Finding[] {
  const linux = objectOf(container.fields, 'linuxParameters');
  const pointer = pointTo(container.pointer, 'linuxParameters');
  const gpu = objectsOf(container.fields, 'resourceRequirements', container.pointer).filter((requirement) => {
    return textOf(requirement.fields, 'type') === 'GPU';
  });
  return [
    ...used(
      container.fields,
      ['privileged', 'dockerSecurityOptions', 'dnsServers', 'dnsSearchDomains', 'disableNetworking'],
      container.pointer,
    ),
    ...used(linux, ['maxSwap', 'swappiness'], pointer),
    ...addedCapabilities(linux, pointer),
    ...gpu.map((requirement) => refused('GPU', requirement.pointer)),
  ];
}

function addedCapabilities(linux: JsonObject, pointer: string): readonly Finding[] {
  const added = objectOf(linux, 'capabilities').add;
  // SYS_PTRACE alone was opened on platform version 1.4.0.
  const refusedOnes = Array.isArray(added) && added.some((capability) => capability !== 'SYS_PTRACE');
  return refusedOnes ? [refused('capabilities', `${pointer}/capabilities/add`)] : [];
}

function used(fields: JsonObject, names: readonly string[], pointer: string): readonly Finding[] {
  return names.filter((name) => isUsed(fields, name)).map((name) => refused(name, pointTo(pointer, name)));
}

function refused(name: string, pointer: string): Finding {
  const message = `Fargate does not have \`${name}\`: there is no host of your own to give it.`;
  return errorAt('T21', pointer, message, 'Take it out, or run the task on EC2.');
}

/** T32. */
export function checkEphemeralStorage(definition: TaskDefinition): readonly Finding[] {
  if (!isUsed(definition.fields, 'ephemeralStorage')) return [];
  if (!definition.fargate) {
    const message = 'Only tasks on Fargate have `ephemeralStorage`.';
    return [errorAt('T32', '/ephemeralStorage', message, 'Take it out, or add FARGATE to `requiresCompatibilities`.')];
  }
  const amount = numberOf(objectOf(definition.fields, 'ephemeralStorage'), 'sizeInGiB');
  if (amount === null || (amount >= 21 && amount <= 200)) return [];
  const message = `A task has 20 GiB without asking and may ask for 21 to 200, not ${amount}.`;
  return [
    errorAt('T32', '/ephemeralStorage/sizeInGiB', message, 'Write a number from 21 to 200, or leave it out for 20.'),
  ];
}

/** T33. */
export function checkTimeouts(definition: TaskDefinition): readonly Finding[] {
  if (!definition.fargate) return [];
  return definition.containers.flatMap((container) => {
    return ['startTimeout', 'stopTimeout'].flatMap((field) => {
      const seconds = numberOf(container.fields, field);
      if (seconds === null || (seconds >= 2 && seconds <= 120)) return [];
      const message = `On Fargate \`${field}\` is 2 to 120 seconds, not ${seconds}.`;
      return [errorAt('T33', pointTo(container.pointer, field), message, 'Write a number from 2 to 120.')];
    });
  });
}

/** T39. */
export function checkLinuxParameters(definition: TaskDefinition): readonly Finding[] {
  if (!definition.fargate) return [];
  return definition.containers.flatMap((container) => {
    const linux = objectOf(container.fields, 'linuxParameters');
    return ['tmpfs', 'devices', 'sharedMemorySize'].flatMap((field) => {
      if (!isUsed(linux, field)) return [];
      const message = `${nameOf(container)} sets \`${field}\`, which Fargate does not have.`;
      return [
        errorAt(
          'T39',
          `${container.pointer}/linuxParameters/${field}`,
          message,
          'Take it out, or run the task on EC2.',
        ),
      ];
    });
  });
}
