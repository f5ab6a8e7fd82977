import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import { objectOf, objectsOf, type PointedObject, type TaskDefinition, textOf } from './task-definition.ts';

/** T45: what the mount helper of EFS asks for. */
export function checkEfsVolumes(definition: TaskDefinition): readonly Finding[] {
  return objectsOf(definition.fields, 'volumes', '').flatMap(checkEfs);
}

function checkEfs(volume: PointedObject): readonly Finding[] {
  const efs = objectOf(volume.fields, 'efsVolumeConfiguration');
  const authorization = objectOf(efs, 'authorizationConfig');
  const pointer = pointTo(volume.pointer, 'efsVolumeConfiguration');
  const hasAccessPoint = textOf(authorization, 'accessPointId') !== null;
  const reason =
    textOf(authorization, 'iam') === 'ENABLED' ? 'IAM authorization' : hasAccessPoint ? 'an access point' : null;
  const findings: Finding[] = [];
  if (reason !== null && textOf(efs, 'transitEncryption') !== 'ENABLED') {
    const message = `EFS with ${reason} needs encryption in transit, which is off unless it is turned on.`;
    findings.push(errorAt('T45', pointer, message, 'Write `"transitEncryption": "ENABLED"`.'));
  }
  const root = textOf(efs, 'rootDirectory');
  if (hasAccessPoint && root !== null && root !== '/') {
    const message = 'An access point has a root folder of its own, so the volume names none, or `/`.';
    findings.push(errorAt('T45', pointTo(pointer, 'rootDirectory'), message, 'Take it out.'));
  }
  return findings;
}
