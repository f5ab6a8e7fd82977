import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { type Container, isUsed, objectsOf, type TaskDefinition, textOf } from './task-definition.ts';

/** As many containers of a circle as a message names. */
const mostNamed = 10;

interface Edge {
  readonly pointer: string;
  readonly from: Container;
  readonly to: Container;
  readonly condition: string | null;
}

/** T29. */
export function checkDependencies(definition: TaskDefinition): readonly Finding[] {
  const byName = new Map(definition.containers.map((container) => [container.name, container] as const));
  const findings: Finding[] = [];
  const edges: Edge[] = [];
  for (const from of definition.containers) {
    for (const dependency of objectsOf(from.fields, 'dependsOn', from.pointer)) {
      const name = textOf(dependency.fields, 'containerName');
      const to = name === null ? undefined : byName.get(name);
      const { pointer, fields } = dependency;
      if (to !== undefined) edges.push({ pointer, from, to, condition: textOf(fields, 'condition') });
      else if (name !== null) findings.push(unknownTarget(name, pointer));
    }
  }
  return [...findings, ...edges.flatMap(checkCondition), ...checkCycle(edges)];
}

function unknownTarget(name: string, pointer: string): Finding {
  const message = `There is no container called ${quote(name)}.`;
  return errorAt('T29', pointTo(pointer, 'containerName'), message, 'Name a container of this task.');
}

function checkCondition(edge: Edge): readonly Finding[] {
  const pointer = pointTo(edge.pointer, 'condition');
  const target = quote(edge.to.name ?? '');
  if ((edge.condition === 'COMPLETE' || edge.condition === 'SUCCESS') && edge.to.essential) {
    const message = `${quote(edge.condition)} waits until ${target} ends, but it is essential: when it ends, the task stops.`;
    return [errorAt('T29', pointer, message, `Set \`"essential": false\` on ${target}.`)];
  }
  if (edge.condition !== 'HEALTHY' || isUsed(edge.to.fields, 'healthCheck')) return [];
  const message = `\`HEALTHY\` waits for a health check, and ${target} has none.`;
  return [errorAt('T29', pointer, message, `Add a \`healthCheck\` to ${target}, or wait for \`START\`.`)];
}

function checkCycle(edges: readonly Edge[]): readonly Finding[] {
  const stuck = stuckContainers(edges);
  const onward = new Map<Container, Edge>();
  for (const edge of edges) {
    if (stuck.has(edge.from) && stuck.has(edge.to)) onward.set(edge.from, edge);
  }
  // From a stuck container every step leads to a stuck one, so the walk must come back to where it was.
  const walked = new Set<Container>();
  let [at] = stuck;
  while (at !== undefined && !walked.has(at)) {
    walked.add(at);
    at = onward.get(at)?.to;
  }
  const edge = at === undefined ? undefined : onward.get(at);
  if (at === undefined || edge === undefined) return [];
  const path = [...walked];
  const circle = [...path.slice(path.indexOf(at), path.indexOf(at) + mostNamed), at];
  const message = `These containers wait in a circle: ${circle.map((container) => quote(container.name ?? '')).join(', ')}.`;
  return [errorAt('T29', edge.pointer, message, 'Let one of them start without waiting.')];
}

/** Whoever waits for a circle, or in one: what is left when containers that need wait no more are taken away. */
function stuckContainers(edges: readonly Edge[]): ReadonlySet<Container> {
  const waiting = new Map<Container, number>();
  const waiters = new Map<Container, Container[]>();
  for (const { from, to } of edges) {
    waiting.set(from, (waiting.get(from) ?? 0) + 1);
    const others = waiters.get(to);
    if (others === undefined) waiters.set(to, [from]);
    else others.push(from);
  }
  const free = [...waiters.keys()].filter((container) => !waiting.has(container));
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    for (const waiter of waiters.get(next) ?? []) {
      const left = (waiting.get(waiter) ?? 0) - 1;
      waiting.set(waiter, left);
      if (left === 0) free.push(waiter);
    }
  }
  return new Set([...waiting].filter(([, left]) => left > 0).map(([container]) => container));
}
