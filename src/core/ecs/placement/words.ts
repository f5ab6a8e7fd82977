import { countWords } from '../../text/count-words.ts';
import { printQuery } from '../query/print-query.ts';
import type { Reason } from './fleet.ts';
import type { Placement } from './place-tasks.ts';
import { isService } from './strategies.ts';
import type { PlacementConstraint, PlacementStrategy, TaskRequest } from './task-request.ts';

const resourceNames = {
  cpu: { one: 'CPU unit', many: 'CPU units', code: 'RESOURCE:CPU' },
  memory: { one: 'MiB of memory', many: 'MiB of memory', code: 'RESOURCE:MEMORY' },
  gpus: { one: 'GPU', many: 'GPUs', code: 'RESOURCE:GPU' },
  networkInterfaces: { one: 'network interface', many: 'network interfaces', code: 'RESOURCE:ENI' },
} as const;

/** Why an instance is out, as a sentence. */
export function reasonWords(reason: Reason): string {
  if (reason.step === 'constraint') {
    if (reason.type === 'memberOf') return `It does not match ${printQuery(reason.query)}.`;
    return `It already runs a task of ${reason.group}.`;
  }
  if ('needed' in reason) {
    const { one, many } = resourceNames[reason.resource];
    return `The task needs ${countWords(reason.needed, one, many)}; left: ${reason.available}.`;
  }
  if (reason.resource === 'status') return `It is ${reason.status}, and only ACTIVE instances get tasks.`;
  if (reason.resource === 'agent') return 'Its agent is not connected.';
  if (reason.resource === 'port') return `Its ${reason.protocol.toUpperCase()} port ${reason.port} is taken.`;
  return `It lacks the attribute ${reason.name}.`;
}

/** The reason that `RunTask` gives in `failures`; null where none is known. Source: TOOLKIT `ecs-troubleshooting-guide.md`. */
export function failureCode(reason: Reason): string | null {
  if (reason.step === 'constraint') {
    return reason.type === 'memberOf' ? 'MemberOf placement constraint unsatisfied' : null;
  }
  if ('needed' in reason) return resourceNames[reason.resource].code;
  return reason.resource === 'port' ? 'RESOURCE:PORTS' : reason.resource === 'agent' ? 'AGENT' : null;
}

/** What the caller learns of tasks without a place, in plain words; null when all were placed. */
export function unplacedWords({ unplaced, failures }: Placement, { group }: TaskRequest): string | null {
  if (unplaced === 0) return null;
  const count = countWords(unplaced, 'task');
  if (isService(group)) {
    const name = group.slice('service:'.length);
    return `The service ${name} could not place ${count}: no instance meets every requirement. It keeps trying, less often each time.`;
  }
  const codes = failures.flatMap(({ reasons }) => reasons.flatMap((reason) => failureCode(reason) ?? []));
  const given = codes.length === 0 ? '' : `: ${[...new Set(codes)].join(', ')}`;
  return `RunTask answers with failures for ${count}${given}.`;
}

export function strategyWords(strategy: PlacementStrategy): string {
  if (strategy.type === 'random') return 'random';
  return `${strategy.type} ${strategy.type === 'spread' ? 'over' : 'on'} ${strategy.field}`;
}

export function constraintWords(constraint: PlacementConstraint): string {
  return constraint.type === 'memberOf' ? `memberOf ${printQuery(constraint.query)}` : 'distinctInstance';
}
