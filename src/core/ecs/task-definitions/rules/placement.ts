import { parseQuery } from '../../query/parse-query.ts';
import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { listOf, objectsOf, type PointedObject, type TaskDefinition, textOf } from './task-definition.ts';

const mostConstraints = 10;
const longestExpression = 2000;

/** T22: a definition says which instances suit it; how copies are spread is the service's matter. */
export function checkPlacementConstraints(definition: TaskDefinition): readonly Finding[] {
  const count = listOf(definition.fields, 'placementConstraints').length;
  const findings = objectsOf(definition.fields, 'placementConstraints', '').flatMap(checkConstraint);
  if (count <= mostConstraints) return findings;
  const message = `A task may have ${mostConstraints} constraints, those given at run time included; here are ${count}.`;
  return [errorAt('T22', '/placementConstraints', message, 'Join expressions with `and`.'), ...findings];
}

/** T47. What T22 says of is not read, more constraints than it allows neither; what the documents leave open passes. */
export function checkPlacementExpressions(definition: TaskDefinition): readonly Finding[] {
  const constraints = objectsOf(definition.fields, 'placementConstraints', '').slice(0, mostConstraints);
  return constraints.flatMap(({ fields, pointer }) => {
    const expression = textOf(fields, 'expression') ?? '';
    if (expression.trim() === '' || expression.length > longestExpression) return [];
    const wrong = parseQuery(expression).diagnostics.filter(({ standing }) => standing === 'wrong');
    return wrong.map(({ message, fix }) => errorAt('T47', pointTo(pointer, 'expression'), message, fix));
  });
}

function checkConstraint(constraint: PointedObject): readonly Finding[] {
  const type = textOf(constraint.fields, 'type');
  const expression = textOf(constraint.fields, 'expression');
  if (type === 'distinctInstance') {
    const message = '`distinctInstance` is about the copies of a service, so a task definition cannot have it.';
    return [errorAt('T22', pointTo(constraint.pointer, 'type'), message, 'Give it to the service or to run-task.')];
  }
  if (type !== 'memberOf') {
    const message = type === null ? 'The constraint has no type.' : `There is no constraint ${quote(type)} here.`;
    const pointer = type === null ? constraint.pointer : pointTo(constraint.pointer, 'type');
    return [errorAt('T22', pointer, message, 'Write `"type": "memberOf"`.')];
  }
  if (expression === null || expression.trim() === '') {
    return [
      errorAt(
        'T22',
        constraint.pointer,
        '`memberOf` needs an expression.',
        'Add `expression`, such as `attribute:ecs.instance-type =~ t3.*`.',
      ),
    ];
  }
  if (expression.length <= longestExpression) return [];
  const message = `An expression has up to ${longestExpression} characters; this one has ${expression.length}.`;
  return [errorAt('T22', pointTo(constraint.pointer, 'expression'), message, 'Shorten it.')];
}
