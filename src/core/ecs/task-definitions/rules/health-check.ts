import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import { fieldOf, listOf, numberOf, objectOf, type TaskDefinition } from './task-definition.ts';

interface Bound {
  readonly field: string;
  readonly least: number;
  readonly most: number;
  /** What holds when the field is left out. */
  readonly silent: string;
}

const bounds: readonly Bound[] = [
  { field: 'interval', least: 5, most: 300, silent: '30 seconds' },
  { field: 'timeout', least: 2, most: 60, silent: '5 seconds' },
  { field: 'retries', least: 1, most: 10, silent: '3' },
  { field: 'startPeriod', least: 0, most: 300, silent: 'no grace period' },
];

/** T30. A missing command is found by its shape. */
export function checkHealthChecks(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const check = objectOf(container.fields, 'healthCheck');
    const pointer = pointTo(container.pointer, 'healthCheck');
    return [
      ...checkCommand(listOf(check, 'command'), fieldOf(check, 'command'), pointer),
      ...bounds.flatMap((bound) => {
        const value = numberOf(check, bound.field);
        if (value === null || (value >= bound.least && value <= bound.most)) return [];
        const message = `\`${bound.field}\` is ${bound.least} to ${bound.most}, not ${value}.`;
        return [
          errorAt(
            'T30',
            pointTo(pointer, bound.field),
            message,
            `Write a number in these bounds, or leave it out for ${bound.silent}.`,
          ),
        ];
      }),
    ];
  });
}

function checkCommand(command: readonly unknown[], written: unknown, pointer: string): readonly Finding[] {
  if (!Array.isArray(written)) return [];
  const first = command[0];
  const fix = 'Write `["CMD-SHELL", "curl -f http://localhost/ || exit 1"]` or `["CMD", "/bin/check"]`.';
  const place = pointTo(pointer, 'command');
  if (first !== 'CMD' && first !== 'CMD-SHELL') {
    return [errorAt('T30', place, 'The command of a health check begins with `CMD` or `CMD-SHELL`.', fix)];
  }
  if (command.length > 1) return [];
  return [errorAt('T30', place, `After \`${first}\` stands nothing to run.`, fix)];
}
