import { capitalised } from '../../text/capitalised.ts';
import type { CopyBindings, PortObstacle } from './bind-copy.ts';
import type { InboundRule } from './inbound-rules.ts';

/** What became of a copy, in one sentence. */
export function copyWords(bindings: CopyBindings): string {
  const { copy, obstacle } = bindings;
  if (obstacle !== null) return `Copy ${copy} does not start: ${obstacleWords(obstacle)}.`;
  if (bindings.bindings.length === 0) return `Copy ${copy} starts. No port is mapped.`;
  return `Copy ${copy} starts: ${portsOfCopy(bindings)}.`;
}

/** Why a copy does not start, or which ports it has, without its name. */
export function portWords(bindings: CopyBindings): string {
  if (bindings.obstacle !== null) return `${capitalised(obstacleWords(bindings.obstacle))}.`;
  return bindings.bindings.length === 0 ? 'No port is mapped.' : `Mapped: ${portsOfCopy(bindings)}.`;
}

function portsOfCopy({ bindings }: CopyBindings): string {
  const ports = bindings.map(({ container, containerPort, protocol, port, by }) => {
    const where = by === 'own address' ? 'of its own address' : by === 'fixed' ? 'as written' : 'picked by the host';
    return `${container} ${containerPort}/${protocol} at port ${port} (${where})`;
  });
  return ports.join(', ');
}

function obstacleWords(obstacle: PortObstacle): string {
  switch (obstacle.reason) {
    case 'reserved':
      return `every instance reserves ${obstacle.protocol.toUpperCase()} port ${obstacle.port}`;
    case 'taken':
      return `another task has ${obstacle.protocol.toUpperCase()} port ${obstacle.port}`;
    case 'taken by copy':
      return `copy ${obstacle.copy} has ${obstacle.protocol.toUpperCase()} port ${obstacle.port}`;
    case 'no dynamic port':
      return `no ${obstacle.protocol.toUpperCase()} port is left in the dynamic range`;
    case 'no interface':
      return 'the instance has no network interface left';
  }
}

/** A rule of a security group in words. */
export function ruleWords({ protocol, first, last, source }: InboundRule): string {
  return `${protocol.toUpperCase()} ${first === last ? first : `${first}-${last}`} from the ${source}`;
}
