import { errorAt, type Finding, pointTo, quote, warningAt } from '../../verdicts/finding.ts';
import {
  fargateCpus,
  fargateMemories,
  fittingFargateSize,
  isFargateSize,
  readTaskCpu,
  readTaskMemory,
} from '../fargate-sizes.ts';
import { type Container, fieldOf, nameOf, numberOf, type TaskDefinition } from './task-definition.ts';

const cpuFix = 'Write CPU units (`"1024"`) or vCPU (`"1 vCPU"`).';
const memoryFix = 'Write MiB (`"2048"`) or GB (`"2 GB"`).';
const leastMemory = 6;

/** T07: Fargate offers certain pairs only. */
export function checkFargateSize(definition: TaskDefinition): readonly Finding[] {
  if (!definition.fargate) return [];
  const missing = ['cpu', 'memory'].filter((field) => fieldOf(definition.fields, field) === undefined);
  if (missing.length > 0) {
    return missing.map((field) => {
      const message = `On Fargate the task itself needs \`${field}\`: what its containers ask for is not enough.`;
      return errorAt('T07', '', message, `Add \`${field}\` beside \`family\`. ${field === 'cpu' ? cpuFix : memoryFix}`);
    });
  }
  const cpu = readTaskCpu(definition.fields.cpu);
  const memory = readTaskMemory(definition.fields.memory);
  if (cpu === null || memory === null) return unreadable('T07', cpu, memory);
  return isFargateSize({ cpu, memory }) ? [] : [noPair(cpu, memory)];
}

function noPair(cpu: number, memory: number): Finding {
  const offered = fargateMemories(cpu);
  const fitting = fittingFargateSize({ cpu, memory });
  const fix =
    fitting === null
      ? 'The largest size is 16384 with 122880.'
      : `Write ${fitting.cpu} with ${fitting.memory}, the next that fits.`;
  if (offered.length === 0) {
    return errorAt('T07', '/cpu', `Fargate has no task size of ${cpu} CPU units, only ${fargateCpus.join(', ')}.`, fix);
  }
  const range = `${offered[0]} to ${offered.at(-1)} MiB in steps`;
  return errorAt(
    'T07',
    '/memory',
    `Fargate offers ${range} with ${cpu} CPU units, and ${memory} is not among them.`,
    fix,
  );
}

function unreadable(code: string, cpu: number | null, memory: number | null): readonly Finding[] {
  const findings: Finding[] = [];
  if (cpu === null) findings.push(errorAt(code, '/cpu', "The task's `cpu` cannot be read.", cpuFix));
  if (memory === null) findings.push(errorAt(code, '/memory', "The task's `memory` cannot be read.", memoryFix));
  return findings;
}

/** T08: off Fargate, someone must say how much memory there is. */
export function checkMemoryGiven(definition: TaskDefinition): readonly Finding[] {
  if (definition.fargate) return [];
  if (fieldOf(definition.fields, 'memory') !== undefined) {
    return readTaskMemory(definition.fields.memory) === null ? unreadable('T08', 0, null) : [];
  }
  const silent = definition.containers.filter((container) => {
    return !['memory', 'memoryReservation'].some((field) => (numberOf(container.fields, field) ?? 0) > 0);
  });
  return silent.map((container) => {
    const message = `${nameOf(container)} says nothing about memory, and neither does the task.`;
    return errorAt(
      'T08',
      container.pointer,
      message,
      'Add `memory` or `memoryReservation` above zero to the container, or `memory` to the task.',
    );
  });
}

/** T09. */
export function checkReservation(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const limit = numberOf(container.fields, 'memory');
    const reserved = numberOf(container.fields, 'memoryReservation');
    if (limit === null || reserved === null || limit > reserved) return [];
    const message = `\`memory\` (${limit}) is the hard limit and must be greater than \`memoryReservation\` (${reserved}).`;
    return [
      errorAt('T09', pointTo(container.pointer, 'memory'), message, 'Raise `memory`, or lower `memoryReservation`.'),
    ];
  });
}

/** T10: the containers share what the task has. */
export function checkSums(definition: TaskDefinition): readonly Finding[] {
  const memory = sum(definition.containers, (container) => {
    return numberOf(container.fields, 'memory') ?? numberOf(container.fields, 'memoryReservation') ?? 0;
  });
  const cpu = sum(definition.containers, (container) => numberOf(container.fields, 'cpu') ?? 0);
  return [
    ...tooMuch('memory', 'MiB', memory, readTaskMemory(fieldOf(definition.fields, 'memory'))),
    ...tooMuch('cpu', 'CPU units', cpu, readTaskCpu(fieldOf(definition.fields, 'cpu'))),
  ];
}

function tooMuch(field: string, unit: string, asked: number, offered: number | null): readonly Finding[] {
  if (offered === null || asked <= offered) return [];
  const message = `The containers ask for ${asked} ${unit} together, and the task has ${offered}.`;
  return [errorAt('T10', `/${field}`, message, `Raise the task's \`${field}\`, or lower the containers'.`)];
}

function sum(containers: readonly Container[], amount: (container: Container) => number): number {
  return containers.reduce((total, container) => total + amount(container), 0);
}

/** T11. */
export function checkLeastMemory(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    return ['memory', 'memoryReservation'].flatMap((field) => {
      const amount = numberOf(container.fields, field);
      if (amount === null || amount === 0 || amount >= leastMemory) return [];
      const message = `${nameOf(container)} gets ${amount} MiB; Docker starts none with less than ${leastMemory}.`;
      return [
        warningAt('T11', pointTo(container.pointer, field), message, `Write ${leastMemory} or more; the unit is MiB.`),
      ];
    });
  });
}

/** T12. */
export function checkTaskCpu(definition: TaskDefinition): readonly Finding[] {
  const written = fieldOf(definition.fields, 'cpu');
  if (definition.fargate || written === undefined) return [];
  const cpu = readTaskCpu(written);
  if (cpu === null) return unreadable('T12', null, 0);
  if (cpu >= 128 && cpu <= 196608) return [];
  const message = `A task may ask for 128 to 196608 CPU units, not ${quote(String(written))}.`;
  return [errorAt('T12', '/cpu', message, cpuFix)];
}
