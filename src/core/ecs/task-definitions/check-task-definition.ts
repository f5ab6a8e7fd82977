import { type Finding, mostFindings } from '../verdicts/finding.ts';
import { taskDefinitionRules } from './rules/rules.ts';
import { isObject, readTaskDefinition } from './rules/task-definition.ts';
import { checkShape } from './shapes/check-shape.ts';
import { taskDefinitionShape } from './shapes/task-definition-shape.ts';

/**
 * Checks what a learner would register with `register-task-definition`, by the rules T01 to T48 of `SPEC.md`: errors
 * first, then by rule, at most 100. Takes any JSON value and throws at none.
 */
export function checkTaskDefinition(json: unknown): readonly Finding[] {
  const shape = checkShape(taskDefinitionShape, json, '');
  if (!isObject(json)) return shape;
  const definition = readTaskDefinition(json);
  const findings = [...shape, ...taskDefinitionRules.flatMap((rule) => rule.check(definition))];
  return findings.sort(compare).slice(0, mostFindings);
}

function compare(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  if (a.code === b.code) return 0;
  return a.code < b.code ? -1 : 1;
}
