import { nearestName } from '../../../text/nearest-name.ts';
import { errorAt, type Finding, quote } from '../../verdicts/finding.ts';
import type { ObjectShape } from './shape.ts';
import { containerShape, taskDefinitionShape } from './task-definition-shape.ts';

/** Fields of a service or of `run-task`. */
const launchFields: ReadonlySet<string> = new Set([
  'assignPublicIp',
  'awsvpcConfiguration',
  'capacityProviderStrategy',
  'cluster',
  'count',
  'deploymentConfiguration',
  'desiredCount',
  'enableExecuteCommand',
  'launchType',
  'loadBalancers',
  'networkConfiguration',
  'placementStrategy',
  'platformVersion',
  'schedulingStrategy',
  'securityGroups',
  'serviceName',
  'subnets',
  'taskDefinition',
]);

/** Fields that ECS adds when it shows a registered definition. */
const shownFields: ReadonlySet<string> = new Set([
  'compatibilities',
  'deregisteredAt',
  'registeredAt',
  'registeredBy',
  'requiresAttributes',
  'revision',
  'status',
  'taskDefinitionArn',
]);

/** T38: a field that a task definition does not have, in the words that help most. */
export function unknownField(name: string, shape: ObjectShape, pointer: string): Finding {
  const shown = quote(name);
  if (launchFields.has(name)) {
    const message = `${shown} is no field of a task definition: it belongs to the service or to run-task.`;
    return errorAt(
      'T38',
      pointer,
      message,
      'Take it out here, and give it when you create the service or run the task.',
    );
  }
  if (shownFields.has(name) && shape === taskDefinitionShape) {
    const message = `${shown} is what ECS adds to a registered task definition; you cannot register it.`;
    return errorAt('T38', pointer, message, 'Take it out.');
  }
  const home = homeOf(name, shape);
  if (home !== null) return errorAt('T38', pointer, `${shown} does not belong here but ${home}.`, `Move it ${home}.`);
  const nearest = nearestName(name, Object.keys(shape.fields));
  const fix = nearest === null ? 'Take it out.' : `Write \`${nearest}\`.`;
  return errorAt('T38', pointer, `There is no field called ${shown} here.`, fix);
}

function homeOf(name: string, shape: ObjectShape): string | null {
  if (shape !== containerShape && Object.hasOwn(containerShape.fields, name)) return 'into a container definition';
  if (shape !== taskDefinitionShape && Object.hasOwn(taskDefinitionShape.fields, name)) {
    return 'to the top of the task definition';
  }
  return null;
}
