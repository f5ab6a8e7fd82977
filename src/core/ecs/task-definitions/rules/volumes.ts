import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { fieldOf, objectsOf, type PointedObject, type TaskDefinition, textOf } from './task-definition.ts';

const kinds = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
];

/** T31. A missing name is found by its shape. */
export function checkVolumes(definition: TaskDefinition): readonly Finding[] {
  const volumes = objectsOf(definition.fields, 'volumes', '');
  const names = new Set<string>();
  const own = volumes.flatMap((volume) => checkVolume(volume, names));
  return [...own, ...checkMounts(definition, names), ...checkSources(definition)];
}

function checkVolume(volume: PointedObject, names: Set<string>): readonly Finding[] {
  const name = textOf(volume.fields, 'name');
  const findings: Finding[] = [];
  if (name === '')
    findings.push(errorAt('T31', pointTo(volume.pointer, 'name'), 'The volume has no name.', 'Name it.'));
  if (name !== null && names.has(name)) {
    findings.push(
      errorAt('T31', pointTo(volume.pointer, 'name'), `Two volumes are called ${quote(name)}.`, 'Rename one.'),
    );
  }
  if (name !== null) names.add(name);
  const used = kinds.filter((kind) => fieldOf(volume.fields, kind) !== undefined);
  if (used.length < 2) return findings;
  const message = `A volume is of one kind; this one has ${used.map((kind) => `\`${kind}\``).join(' and ')}.`;
  return [...findings, errorAt('T31', volume.pointer, message, 'Keep one of them.')];
}

function checkMounts(definition: TaskDefinition, names: ReadonlySet<string>): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    return objectsOf(container.fields, 'mountPoints', container.pointer).flatMap((mount) => {
      const source = textOf(mount.fields, 'sourceVolume');
      if (source !== null && names.has(source)) return [];
      if (source === null) {
        return [errorAt('T31', mount.pointer, 'The mount point names no volume.', 'Add `sourceVolume`.')];
      }
      const message = `There is no volume called ${quote(source)}.`;
      return [
        errorAt('T31', pointTo(mount.pointer, 'sourceVolume'), message, 'Add it to `volumes`, or correct the name.'),
      ];
    });
  });
}

function checkSources(definition: TaskDefinition): readonly Finding[] {
  const names = new Set(definition.containers.map((container) => container.name));
  return definition.containers.flatMap((container) => {
    return objectsOf(container.fields, 'volumesFrom', container.pointer).flatMap((from) => {
      const source = textOf(from.fields, 'sourceContainer');
      if (source !== null && names.has(source)) return [];
      const message = `There is no container called ${quote(source ?? '')} to take volumes from.`;
      return [errorAt('T31', from.pointer, message, 'Name a container of this task.')];
    });
  });
}
