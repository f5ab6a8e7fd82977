import { errorAt, type Finding, warningAt } from '../../verdicts/finding.ts';
import { isLinuxOnlyCpu, readTaskCpu } from '../fargate-sizes.ts';
import { fieldOf, objectOf, type TaskDefinition, textOf } from './task-definition.ts';

/** T34. Unknown words are found by their shape. */
export function checkPlatform(definition: TaskDefinition): readonly Finding[] {
  if (!definition.windows) return [];
  const findings: Finding[] = [];
  if (textOf(objectOf(definition.fields, 'runtimePlatform'), 'cpuArchitecture') === 'ARM64') {
    const message = 'Windows containers run on X86_64 only.';
    findings.push(errorAt('T34', '/runtimePlatform/cpuArchitecture', message, 'Write `X86_64`.'));
  }
  const cpu = readTaskCpu(fieldOf(definition.fields, 'cpu'));
  if (definition.fargate && cpu !== null && isLinuxOnlyCpu(cpu)) {
    const message = `On Fargate a Windows task has 1, 2 or 4 vCPU; ${cpu} CPU units are for Linux.`;
    findings.push(errorAt('T34', '/cpu', message, 'Write 1024, 2048 or 4096.'));
  }
  return findings;
}

/** T40. */
export function checkWindowsSizes(definition: TaskDefinition): readonly Finding[] {
  // On Fargate the size of the task must be there all the same: T07.
  if (!definition.windows || definition.fargate) return [];
  return ['cpu', 'memory']
    .filter((field) => fieldOf(definition.fields, field) !== undefined)
    .map((field) => {
      const message = `For Windows containers the task's \`${field}\` is ignored.`;
      return warningAt('T40', `/${field}`, message, `Give \`${field}\` to each container.`);
    });
}
