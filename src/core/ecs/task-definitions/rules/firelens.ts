import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import { type Container, fieldOf, nameOf, objectOf, type TaskDefinition, textOf } from './task-definition.ts';

/** T41: a log router and those who write to it need each other, and a task has one router. */
export function checkFirelens(definition: TaskDefinition): readonly Finding[] {
  const routers = definition.containers.filter(
    (container) => fieldOf(container.fields, 'firelensConfiguration') !== undefined,
  );
  const writers = definition.containers.filter(writesToRouter);
  return [
    ...(routers.length === 0 ? writers.map(withoutRouter) : []),
    ...(writers.length === 0 ? routers.slice(0, 1).map(withoutWriter) : []),
    ...routers.slice(1).map(secondRouter),
  ];
}

function writesToRouter(container: Container): boolean {
  return textOf(objectOf(container.fields, 'logConfiguration'), 'logDriver') === 'awsfirelens';
}

function withoutRouter(container: Container): Finding {
  const message = `${nameOf(container)} logs through \`awsfirelens\`, and no container has a \`firelensConfiguration\`.`;
  const fix = 'Add a container for the log router, such as Fluent Bit, with `firelensConfiguration`.';
  return errorAt('T41', `${container.pointer}/logConfiguration/logDriver`, message, fix);
}

function withoutWriter(container: Container): Finding {
  const message = `${nameOf(container)} is a log router, and no container logs through \`awsfirelens\`.`;
  const fix = 'Give the other containers the log driver `awsfirelens`, or take the router out.';
  return errorAt('T41', pointTo(container.pointer, 'firelensConfiguration'), message, fix);
}

function secondRouter(container: Container): Finding {
  const message = `${nameOf(container)} is a second log router, and a task has one.`;
  return errorAt('T41', pointTo(container.pointer, 'firelensConfiguration'), message, 'Keep one of them.');
}
