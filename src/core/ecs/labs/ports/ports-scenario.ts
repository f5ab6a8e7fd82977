import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import type { PortRequest } from '../../ports/port-request.ts';
import { type EngineFinding, wrong } from '../../verdicts/engine-finding.ts';
import { listOf, oneOf, only, readScenario, shortText, whole } from '../read-scenario.ts';

const protocol = v.optional(oneOf(['tcp', 'udp']), 'tcp');
const port = whole(1, 65_535);
const aList = 'Write a list of mappings.';

const schema = only({
  launchType: v.optional(oneOf(['EC2', 'FARGATE']), 'EC2'),
  networkMode: v.optional(oneOf(['bridge', 'host', 'awsvpc', 'none', 'default']), 'bridge'),
  portMappings: listOf(
    only({
      container: v.optional(shortText(40), 'web'),
      containerPort: port,
      hostPort: v.optional(whole(0, 65_535)),
      protocol,
    }),
    0,
    4,
  ),
  copies: v.optional(whole(1, 4), 2),
  // What other tasks on the instance have.
  taken: v.optional(listOf(only({ port, protocol }), 0, 10), []),
  dynamicRange: v.optional(only({ first: port, last: port })),
  freeInterfaces: v.optional(whole(0, 20), 3),
  // What the security group lets in from the load balancer's.
  inbound: v.optional(listOf(only({ first: port, last: port, protocol }), 0, 6), []),
  seed: v.optional(whole(0, 1_000_000), 1),
});

/** Copies of one task on one instance, or on Fargate, behind a load balancer; AWS's names for AWS's fields. */
export type PortsScenario = v.InferOutput<typeof schema>;

/** J1, J7: ranges of rules begin with their lower port; that of the host is looked at by the engine (B3). */
export function readPortsScenario(value: unknown): Outcome<PortsScenario, EngineFinding> {
  const read = readScenario(schema, value);
  const turned = read.value?.inbound.findIndex(({ first, last }) => first > last) ?? -1;
  const rule = read.value?.inbound[turned];
  if (rule === undefined) return read;
  const message = `${rule.first}-${rule.last} is no range of ports.`;
  return {
    value: null,
    diagnostics: [wrong('J7', `/inbound/${turned}`, message, 'Write the lower port first.')],
  };
}

/** As much of a task definition as ports need; other members are passed over. */
const definition = v.object(
  {
    networkMode: v.optional(v.unknown(), 'bridge'),
    containerDefinitions: v.array(
      v.object(
        {
          name: v.optional(v.unknown(), 'web'),
          portMappings: v.optional(v.array(v.record(v.string(), v.unknown()), aList), []),
        },
        'Write an object with `name` and `portMappings`.',
      ),
      'Write a list of containers.',
    ),
  },
  'Write a task definition: an object with `networkMode` and `containerDefinitions`.',
);

/** The network mode and the mappings of a scenario as they stand in a task definition. */
export function definitionOf({ networkMode, portMappings }: PortsScenario): object {
  const names = [...new Set(portMappings.map(({ container }) => container))];
  const ofContainer = (name: string) =>
    portMappings.filter(({ container }) => container === name).map(({ container: _, ...mapping }) => mapping);
  return { networkMode, containerDefinitions: names.map((name) => ({ name, portMappings: ofContainer(name) })) };
}

/** The scenario with the network mode and the mappings of a task definition. */
export function withDefinition(scenario: PortsScenario, value: unknown): Outcome<PortsScenario, EngineFinding> {
  const read = readScenario(definition, value);
  if (read.value === null) return { value: null, diagnostics: read.diagnostics };
  const { networkMode, containerDefinitions } = read.value;
  const portMappings = containerDefinitions.flatMap(({ name, portMappings: own }) =>
    own.map((mapping) => ({ ...mapping, container: name })),
  );
  return readPortsScenario({ ...scenario, networkMode, portMappings });
}

export function portRequestOf(scenario: PortsScenario): PortRequest {
  const { launchType, networkMode, portMappings, copies, taken, dynamicRange = null, freeInterfaces, seed } = scenario;
  const host = launchType === 'FARGATE' ? null : { taken, dynamicRange, freeInterfaces };
  const mappings = portMappings.map(({ hostPort, ...mapping }) =>
    hostPort === undefined ? mapping : { ...mapping, hostPort },
  );
  return { networkMode, mappings, copies, host, seed };
}

/** Some copies in any network mode, with a security group that is right in about half of them. */
export function drawPorts(seed: number): PortsScenario {
  const random = seededRandom(seed);
  const networkMode = (['bridge', 'bridge', 'host', 'awsvpc', 'default'] as const)[random(5)] ?? 'bridge';
  const inbound = [
    { first: 80, last: 80 },
    { first: 32_768, last: 65_535 },
    { first: 8080, last: 8081 },
  ][random(3)];
  const portMappings = [drawMapping('web', 80, networkMode, random)];
  if (random(3) === 0) portMappings.push(drawMapping('metrics', 9090, networkMode, random));
  return {
    launchType: networkMode === 'awsvpc' && random(3) === 0 ? 'FARGATE' : 'EC2',
    networkMode,
    portMappings,
    copies: 2 + random(3),
    taken: random(4) === 0 ? [{ port: 8080, protocol: 'tcp' }] : [],
    freeInterfaces: 2 + random(3),
    inbound: inbound === undefined ? [] : [{ ...inbound, protocol: 'tcp' }],
    seed: random(1_000_000),
  };
}

function drawMapping(container: string, containerPort: number, networkMode: string, random: (below: number) => number) {
  const isFixed = random(2) === 0;
  const mapping = { container, containerPort, protocol: 'tcp' as const };
  if (!isFixed)
    return random(2) === 0 || networkMode === 'host' || networkMode === 'awsvpc'
      ? mapping
      : { ...mapping, hostPort: 0 };
  if (networkMode === 'host' || networkMode === 'awsvpc') return { ...mapping, hostPort: containerPort };
  return { ...mapping, hostPort: [8080, 8080, 8081, 51_678, 40_000][random(5)] ?? 8080 };
}
