import { errorAt, type Finding, pointTo } from '../../verdicts/finding.ts';
import { listOf, numberOf, objectOf, type TaskDefinition } from './task-definition.ts';

const leastPeriod = 60;
const mostPeriod = 1800;
const mostExitCodes = 50;

/** T44. */
export function checkRestartPolicies(definition: TaskDefinition): readonly Finding[] {
  return definition.containers.flatMap((container) => {
    const policy = objectOf(container.fields, 'restartPolicy');
    const pointer = pointTo(container.pointer, 'restartPolicy');
    const findings: Finding[] = [];
    const period = numberOf(policy, 'restartAttemptPeriod');
    if (period !== null && (period < leastPeriod || period > mostPeriod)) {
      const message = `\`restartAttemptPeriod\` is ${leastPeriod} to ${mostPeriod} seconds, not ${period}.`;
      const fix = 'Write a number in these bounds, or leave it out for 300.';
      findings.push(errorAt('T44', pointTo(pointer, 'restartAttemptPeriod'), message, fix));
    }
    const count = listOf(policy, 'ignoredExitCodes').length;
    if (count > mostExitCodes) {
      const message = `A policy ignores up to ${mostExitCodes} exit codes; here are ${count}.`;
      findings.push(errorAt('T44', pointTo(pointer, 'ignoredExitCodes'), message, 'Take some out.'));
    }
    return findings;
  });
}
