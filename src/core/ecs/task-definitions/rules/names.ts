import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { isUsed, listOf, type TaskDefinition, textOf } from './task-definition.ts';

const charset = /^[A-Za-z0-9_-]{1,255}$/;
const charsetFix = 'Use up to 255 letters, digits, `_` and `-`.';
const mostContainers = 10;

/** T01. A missing family is found by its shape. */
export function checkFamily(definition: TaskDefinition): readonly Finding[] {
  const family = textOf(definition.fields, 'family');
  if (family === null || charset.test(family)) return [];
  return [errorAt('T01', '/family', `${quote(family)} cannot be the name of a family.`, charsetFix)];
}

/** T02: how many containers, and what they are called. */
export function checkContainers(definition: TaskDefinition): readonly Finding[] {
  const count = listOf(definition.fields, 'containerDefinitions').length;
  const listed = Array.isArray(definition.fields.containerDefinitions);
  const findings = checkContainerNames(definition);
  if (!listed || (count >= 1 && count <= mostContainers)) return findings;
  const message = `A task definition has 1 to ${mostContainers} containers; this one has ${count}.`;
  const fix = count === 0 ? 'Add a container.' : 'Split it into several task definitions.';
  return [errorAt('T02', '/containerDefinitions', message, fix), ...findings];
}

function checkContainerNames(definition: TaskDefinition): readonly Finding[] {
  const seen = new Set<string>();
  return definition.containers.flatMap((container) => {
    const pointer = pointTo(container.pointer, 'name');
    const { name } = container;
    const findings: Finding[] = [];
    if (textOf(container.fields, 'image') === '') {
      findings.push(errorAt('T02', pointTo(container.pointer, 'image'), 'The image is empty.', 'Name the image.'));
    }
    if (name === null) return findings;
    const again = seen.has(name);
    seen.add(name);
    if (!charset.test(name))
      return [...findings, errorAt('T02', pointer, `${quote(name)} cannot name a container.`, charsetFix)];
    if (!again) return findings;
    return [
      ...findings,
      errorAt('T02', pointer, `Two containers are called ${quote(name)}.`, 'Give each its own name.'),
    ];
  });
}

/** T03: a container is essential unless it says otherwise. */
export function checkEssential(definition: TaskDefinition): readonly Finding[] {
  const { containers, fields } = definition;
  if (!isUsed(fields, 'containerDefinitions') || containers.length === 0) return [];
  if (containers.some((container) => container.essential)) return [];
  const message = 'No container is essential, so nothing would ever end the task.';
  const fix = 'Leave `essential` out, or set it to true, on the container that does the work.';
  return [errorAt('T03', '/containerDefinitions', message, fix)];
}
