import { mapPorts, type PortBindings } from '../../core/ecs/ports/map-ports.ts';
import type { PortMapping, PortRequest } from '../../core/ecs/ports/port-request.ts';
import { copyWords, ruleWords } from '../../core/ecs/ports/words.ts';
import { countWords } from '../../core/text/count-words.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

/** Some copies of a task on one instance, in any network mode. */
export function portsLab(seed: number): LabSheet {
  const random = seededRandom(seed);
  const modes = ['bridge', 'bridge', 'host', 'awsvpc', 'default'] as const;
  const networkMode = modes[random(modes.length)] ?? 'bridge';
  const mappings: PortMapping[] = [{ container: 'web', ...portsOf(networkMode, 80, random) }];
  if (random(3) === 0) mappings.push({ container: 'metrics', ...portsOf(networkMode, 9090, random) });
  const copies = 2 + random(3);
  const taken = random(4) === 0 ? [{ port: 8080, protocol: 'tcp' as const }] : [];
  const host = { taken, dynamicRange: null, freeInterfaces: 2 + random(3) };
  const request: PortRequest = { networkMode, mappings, copies, host, seed };
  const { value, diagnostics } = mapPorts(request);
  return {
    given: givenOf(request),
    answer: [
      ...diagnostics.map(({ code, message }) => `${code}: ${message}`),
      ...(value === null ? [] : answerOf(value)),
    ],
  };
}

function portsOf(networkMode: string, containerPort: number, random: (below: number) => number) {
  const isFixed = random(2) === 0;
  if (networkMode === 'host' || networkMode === 'awsvpc') {
    return isFixed ? { containerPort, hostPort: containerPort } : { containerPort };
  }
  const fixed = [8080, 8080, 8081, 51_678, 40_000][random(5)] ?? 8080;
  return isFixed ? { containerPort, hostPort: fixed } : { containerPort };
}

function givenOf({ networkMode, mappings, copies, host }: PortRequest): readonly string[] {
  const taken = host?.taken.map(({ port, protocol }) => `${protocol.toUpperCase()} ${port}`) ?? [];
  const windows = networkMode === 'default' ? ' (Windows)' : '';
  return [
    `${countWords(copies, 'copy', 'copies')} of a task in network mode ${networkMode}${windows} are to start on one instance.`,
    `Other tasks have ${taken.length === 0 ? 'no port' : taken.join(', ')}; ${countWords(host?.freeInterfaces ?? 0, 'network interface')} can be given to tasks.`,
    'Which copies start, at which ports, and what does the load balancer need?',
    '',
    ...tableOf([
      ['container', 'containerPort', 'hostPort'],
      ...mappings.map(({ container, containerPort, hostPort }) => [container, containerPort, hostPort ?? 'absent']),
    ]),
  ];
}

function answerOf(bindings: PortBindings): readonly string[] {
  const { copies, targetType, securityGroupOf, inboundRules, checksTrafficPort } = bindings;
  return [
    ...copies.map(copyWords),
    `The target group has target type ${targetType}.`,
    ...(checksTrafficPort ? ['Its health check asks traffic-port.'] : []),
    `The security group of the ${securityGroupOf} lets in ${inboundRules.map(ruleWords).join(' and ')}.`,
  ];
}
