import { nearestName } from '../../../text/nearest-name.ts';
import { errorAt, type Finding, mostFindings, pointTo, quote } from '../../verdicts/finding.ts';
import {
  type Container,
  fieldOf,
  isUsed,
  type JsonObject,
  objectOf,
  type TaskDefinition,
  textOf,
} from './task-definition.ts';

const fargateDrivers = ['awslogs', 'splunk', 'awsfirelens'];
const hostDrivers = ['fluentd', 'gelf', 'json-file', 'journald', 'syslog'];

/** T23. A missing driver is found by its shape. */
export function checkLogDriver(definition: TaskDefinition): readonly Finding[] {
  const allowed = definition.fargate ? fargateDrivers : [...fargateDrivers, ...hostDrivers];
  return definition.containers.flatMap((container) => {
    const driver = textOf(objectOf(container.fields, 'logConfiguration'), 'logDriver');
    if (driver === null || allowed.includes(driver)) return [];
    const pointer = `${container.pointer}/logConfiguration/logDriver`;
    const list = `Write one of ${allowed.map((name) => `\`${name}\``).join(', ')}.`;
    if (hostDrivers.includes(driver)) {
      return [errorAt('T23', pointer, `Fargate does not have the log driver ${quote(driver)}.`, list)];
    }
    const nearest = nearestName(driver, allowed);
    return [
      errorAt(
        'T23',
        pointer,
        `There is no log driver ${quote(driver)}.`,
        nearest === null ? list : `Write \`${nearest}\`.`,
      ),
    ];
  });
}

/** T24: what `awslogs` must be told. */
export function checkLogOptions(definition: TaskDefinition): readonly Finding[] {
  const needed = ['awslogs-group', 'awslogs-region', ...(definition.fargate ? ['awslogs-stream-prefix'] : [])];
  return withAwslogs(definition).flatMap(({ container, options }) => {
    const pointer = isUsed(objectOf(container.fields, 'logConfiguration'), 'options')
      ? `${container.pointer}/logConfiguration/options`
      : `${container.pointer}/logConfiguration`;
    return needed
      .filter((name) => (fieldOf(options, name) ?? '') === '')
      .map((name) => {
        const where = name === 'awslogs-stream-prefix' ? 'On Fargate the driver' : 'The driver';
        return errorAt(
          'T24',
          pointer,
          `${where} \`awslogs\` needs \`${name}\`.`,
          `Add \`"${name}"\` to its \`options\`.`,
        );
      });
  });
}

const awslogsOptions = [
  'awslogs-create-group',
  'awslogs-datetime-format',
  'awslogs-group',
  'awslogs-multiline-pattern',
  'awslogs-region',
  'awslogs-stream-prefix',
  'max-buffer-size',
  'mode',
];
const optionValues: Readonly<Record<string, readonly string[]>> = {
  'awslogs-create-group': ['true'],
  mode: ['blocking', 'non-blocking'],
};

/** T42: options that ECS lets through to `awslogs`, fewer than Docker has, and their words. */
export function checkKnownLogOptions(definition: TaskDefinition): readonly Finding[] {
  return withAwslogs(definition).flatMap(({ container, options }) => {
    const pointer = `${container.pointer}/logConfiguration/options`;
    return Object.entries(options)
      .slice(0, mostFindings)
      .flatMap(([name, value]) => checkOption(name, value, pointTo(pointer, name)));
  });
}

function checkOption(name: string, value: unknown, pointer: string): readonly Finding[] {
  if (!awslogsOptions.includes(name)) {
    const nearest = nearestName(name, awslogsOptions);
    const fix = nearest === null ? 'Take it out.' : `Write \`${nearest}\`.`;
    return [errorAt('T42', pointer, `The driver \`awslogs\` has no option ${quote(name)} in ECS.`, fix)];
  }
  const allowed = Object.hasOwn(optionValues, name) ? optionValues[name] : undefined;
  if (allowed === undefined || typeof value !== 'string' || allowed.includes(value)) return [];
  const fix = `Write ${allowed.map((word) => `\`${word}\``).join(' or ')}, or leave it out.`;
  return [errorAt('T42', pointer, `${quote(value)} is not a value of \`${name}\`.`, fix)];
}

/** T25. */
export function checkMultiline(definition: TaskDefinition): readonly Finding[] {
  return withAwslogs(definition).flatMap(({ container, options }) => {
    const both = ['awslogs-datetime-format', 'awslogs-multiline-pattern'];
    if (!both.every((name) => fieldOf(options, name) !== undefined)) return [];
    const pointer = `${container.pointer}/logConfiguration/options/awslogs-multiline-pattern`;
    const message = '`awslogs-datetime-format` and `awslogs-multiline-pattern` both say where an entry begins.';
    return [errorAt('T25', pointer, message, 'Keep one of the two.')];
  });
}

/** Whether the container's log goes to CloudWatch through `awslogs`. */
export function usesAwslogs(container: Container): boolean {
  return textOf(objectOf(container.fields, 'logConfiguration'), 'logDriver') === 'awslogs';
}

function withAwslogs(
  definition: TaskDefinition,
): readonly { readonly container: Container; readonly options: JsonObject }[] {
  return definition.containers.filter(usesAwslogs).map((container) => {
    return { container, options: objectOf(objectOf(container.fields, 'logConfiguration'), 'options') };
  });
}

/** Where the secrets of a log driver stand. */
export function logSecretsPointer(container: Container): string | null {
  const used = isUsed(objectOf(container.fields, 'logConfiguration'), 'secretOptions');
  return used ? pointTo(pointTo(container.pointer, 'logConfiguration'), 'secretOptions') : null;
}
