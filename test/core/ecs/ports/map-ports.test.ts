import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPorts, type PortBindings } from '../../../../src/core/ecs/ports/map-ports.ts';
import {
  dynamicRangeOf,
  type PortHost,
  type PortMapping,
  type PortRequest,
} from '../../../../src/core/ecs/ports/port-request.ts';
import { runsOf, seed } from '../../../seed.ts';
import { naiveStarts } from './naive-ports.ts';

const web: PortMapping = { container: 'web', containerPort: 80 };
const emptyHost: PortHost = { taken: [], dynamicRange: null, freeInterfaces: 2 };

function requestOf(part: Partial<PortRequest>): PortRequest {
  return { networkMode: 'bridge', mappings: [web], copies: 3, host: emptyHost, seed, ...part };
}
function bind(part: Partial<PortRequest>): PortBindings {
  const { value, diagnostics } = mapPorts(requestOf(part));
  if (value === null) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return value;
}
const found = (part: Partial<PortRequest>) =>
  mapPorts(requestOf(part)).diagnostics.map(({ code, pointer, standing }) => `${code} ${pointer} ${standing}`);
const starts = (bindings: PortBindings) => bindings.copies.map(({ obstacle }) => obstacle?.reason ?? 'starts');
const rules = ({ inboundRules }: PortBindings) =>
  inboundRules.map(({ protocol, first, last }) => `${protocol} ${first}-${last}`);

describe('a task that is refused', () => {
  it('[B1] is in another mode than awsvpc on Fargate', () => {
    expect(found({ host: null })).toEqual(['B1 /networkMode wrong']);
    expect(found({ host: null, networkMode: 'awsvpc' })).toEqual([]);
  });

  it('[B2] maps ports without a network', () => {
    expect(found({ networkMode: 'none' })).toEqual(['B2 /mappings wrong']);
    expect(starts(bind({ networkMode: 'none', mappings: [] }))).toEqual(['starts', 'starts', 'starts']);
  });

  it.each([
    [{ containerPort: 0 }, '/mappings/0'],
    [{ containerPort: 65536 }, '/mappings/0'],
    [{ containerPort: 80, hostPort: -1 }, '/mappings/0'],
    [{ containerPort: 80, hostPort: 1.5 }, '/mappings/0'],
  ])('[B3] has no port in %j', (ports, pointer) => {
    expect(found({ mappings: [{ container: 'web', ...ports }] })).toEqual([`B3 ${pointer} wrong`]);
  });

  it('[B3] may have the first and the last port', () => {
    expect(
      found({ networkMode: 'awsvpc', mappings: [1, 65535].map((port) => ({ ...web, containerPort: port })) }),
    ).toEqual([]);
    expect(found({ host: { ...emptyHost, dynamicRange: { first: 40000, last: 40000 } } })).toEqual([]);
  });

  it('[B3, B6] is only that, whatever else is doubtful or not documented about it', () => {
    const mappings = [
      { ...web, hostPort: 40000 },
      { ...web, containerPort: 0 },
    ];
    expect(found({ mappings })).toEqual(['B3 /mappings/1 wrong']);
  });

  it('[B3] is put where the dynamic range is none', () => {
    const host = { ...emptyHost, dynamicRange: { first: 9, last: 8 } };
    expect(found({ host })).toEqual(['B3 /host/dynamicRange wrong']);
  });

  it.each(['awsvpc', 'host'] as const)('[B4, B5] has another host port in %s mode', (networkMode) => {
    expect(found({ networkMode, mappings: [{ ...web, hostPort: 8080 }] })).toEqual(['B4 /mappings/0/hostPort wrong']);
    expect(found({ networkMode, mappings: [{ ...web, hostPort: 80 }] })).toEqual([]);
    expect(found({ networkMode, mappings: [{ ...web, hostPort: 0 }] })).toEqual([
      'B5 /mappings/0/hostPort not documented',
    ]);
  });

  it('[B7] exposes one port of a container for two protocols', () => {
    expect(found({ mappings: [web, { ...web, protocol: 'udp' }] })).toEqual(['B7 /mappings/1 wrong']);
    expect(found({ mappings: [web, { ...web, container: 'dns', protocol: 'udp' }] })).toEqual([]);
  });

  it('[B8] wants one host port twice', () => {
    const fixed = { ...web, hostPort: 8080 };
    expect(found({ mappings: [fixed, { ...fixed, container: 'api' }] })).toEqual(['B8 /mappings/1 wrong']);
    expect(found({ networkMode: 'host', mappings: [web, { ...web, container: 'api' }] })).toEqual([
      'B8 /mappings/1 wrong',
    ]);
    expect(found({ mappings: [fixed, { ...fixed, container: 'api', protocol: 'udp' }] })).toEqual([]);
  });

  it('[B9] has two containers on one port of one interface, of which no document speaks', () => {
    expect(found({ networkMode: 'awsvpc', mappings: [web, { ...web, container: 'api' }] })).toEqual([
      'B9 /mappings/1 not documented',
    ]);
  });
});

describe('in bridge mode', () => {
  it('[B6] a fixed port from 32768 on is doubtful', () => {
    const { value, diagnostics } = mapPorts(requestOf({ mappings: [{ ...web, hostPort: 32768 }] }));
    expect([value === null, diagnostics.map(({ code, standing }) => `${code} ${standing}`)]).toEqual([
      false,
      ['B6 doubtful'],
    ]);
  });

  it('[B10] a fixed port lets one copy start', () => {
    expect(starts(bind({ mappings: [{ ...web, hostPort: 8080 }] }))).toEqual([
      'starts',
      'taken by copy',
      'taken by copy',
    ]);
  });

  it('[B10] a port of another task is taken, and not for the other protocol', () => {
    const host: PortHost = { ...emptyHost, taken: [{ port: 8080, protocol: 'tcp' }] };
    expect(bind({ host, copies: 1, mappings: [{ ...web, hostPort: 8080 }] }).copies[0]?.obstacle).toEqual({
      reason: 'taken',
      port: 8080,
      protocol: 'tcp',
    });
    expect(starts(bind({ host, copies: 1, mappings: [{ ...web, hostPort: 8080, protocol: 'udp' }] }))).toEqual([
      'starts',
    ]);
  });

  it('[B11] a reserved TCP port lets none start', () => {
    expect(starts(bind({ mappings: [{ ...web, hostPort: 51678 }] }))).toEqual(['reserved', 'reserved', 'reserved']);
    expect(found({ mappings: [{ ...web, hostPort: 51678 }] })).toEqual([]);
    expect(found({ mappings: [{ ...web, hostPort: 51678, protocol: 'udp' }] })).toEqual([
      'B6 /mappings/0/hostPort doubtful',
    ]);
    expect(starts(bind({ copies: 1, mappings: [{ ...web, hostPort: 22, protocol: 'udp' }] }))).toEqual(['starts']);
    expect(starts(bind({ copies: 1, networkMode: 'default', mappings: [{ ...web, hostPort: 3389 }] }))).toEqual([
      'reserved',
    ]);
    expect(starts(bind({ copies: 1, mappings: [{ ...web, hostPort: 3389 }] }))).toEqual(['starts']);
  });

  it.each([undefined, 0])('[B12] host port %s gives each copy another port', (hostPort) => {
    const mapping = hostPort === undefined ? web : { ...web, hostPort };
    const { copies } = bind({ mappings: [mapping] });
    const ports = copies.flatMap(({ bindings }) => bindings.map(({ port, by }) => [port, by] as const));
    expect(new Set(ports.map(([port]) => port)).size).toBe(3);
    expect(ports.every(([port, by]) => by === 'dynamic' && port >= 32768 && port <= 60999)).toBe(true);
    expect(bind({ mappings: [web] })).toEqual(bind({ mappings: [{ ...web, hostPort: 0 }] }));
  });

  it('[B12] no copy starts that gets only some of its ports', () => {
    const host = { ...emptyHost, dynamicRange: { first: 51677, last: 51681 } };
    const mappings = [web, { ...web, containerPort: 81 }];
    expect(starts(bind({ host, mappings }))).toEqual(['starts', 'no dynamic port', 'no dynamic port']);
  });
});

describe('who lets traffic in', () => {
  it('[B13] a task in awsvpc mode has its own address, as long as there are interfaces', () => {
    const bound = bind({ networkMode: 'awsvpc' });
    expect(starts(bound)).toEqual(['starts', 'starts', 'no interface']);
    expect(bound.copies[1]?.bindings).toEqual([
      { container: 'web', containerPort: 80, protocol: 'tcp', port: 80, by: 'own address' },
    ]);
    expect(starts(bind({ networkMode: 'awsvpc', host: null }))).toEqual(['starts', 'starts', 'starts']);
  });

  it.each([
    ['bridge', 'instance', 'instance'],
    ['default', 'instance', 'instance'],
    ['host', 'instance', 'instance'],
    ['awsvpc', 'ip', 'task'],
  ] as const)('[B14] %s: target type %s, security group of the %s', (networkMode, targetType, owner) => {
    expect(bind({ networkMode })).toMatchObject({ targetType, securityGroupOf: owner });
    expect(bind({ networkMode, mappings: [] })).toMatchObject({ targetType: null, inboundRules: [] });
  });

  it('[B14] a task without a network has neither', () => {
    expect(bind({ networkMode: 'none', mappings: [] })).toMatchObject({ targetType: null, securityGroupOf: null });
  });

  it('[B15] dynamic ports need their range open, from 32768 unless the operator set another', () => {
    expect(rules(bind({}))).toEqual(['tcp 32768-65535']);
    expect(rules(bind({ networkMode: 'default' }))).toEqual(['tcp 32768-65535']);
    const host = { ...emptyHost, dynamicRange: { first: 40000, last: 40100 } };
    expect(rules(bind({ host }))).toEqual(['tcp 40000-40100']);
  });

  it('[B16] other ports need themselves open, once and by protocol', () => {
    const dns: PortMapping = { container: 'dns', containerPort: 53, hostPort: 5353, protocol: 'udp' };
    expect(rules(bind({ mappings: [{ ...web, hostPort: 8080 }, dns] }))).toEqual(['tcp 8080-8080', 'udp 5353-5353']);
    expect(rules(bind({ networkMode: 'host' }))).toEqual(['tcp 80-80']);
    expect(rules(bind({ networkMode: 'awsvpc' }))).toEqual(['tcp 80-80']);
    expect(
      rules(
        bind({
          mappings: [
            { ...web, hostPort: 40000 },
            { ...web, containerPort: 81 },
          ],
        }),
      ),
    ).toEqual(['tcp 32768-65535']);
  });
});

describe('[B17] the health check', () => {
  it('asks the port of each copy where the host picks it', () => {
    expect(bind({}).checksTrafficPort).toBe(true);
    expect(bind({ mappings: [{ ...web, hostPort: 8080 }] }).checksTrafficPort).toBe(false);
    expect(bind({ networkMode: 'awsvpc' }).checksTrafficPort).toBe(false);
    expect(bind({ networkMode: 'host' }).checksTrafficPort).toBe(false);
  });
});

const anyRange = fc
  .record({ first: fc.integer({ min: 51670, max: 51685 }), length: fc.nat({ max: 9 }) })
  .map(({ first, length }) => ({ first, last: first + length }));
const anyPort = fc.oneof(fc.integer({ min: 51670, max: 51690 }), fc.constantFrom(22, 53, 80, 443, 8080));
const anyProtocol = fc.constantFrom('tcp' as const, 'tcp' as const, 'udp' as const);
const anyHost: fc.Arbitrary<PortHost> = fc.record({
  taken: fc.array(fc.record({ port: anyPort, protocol: anyProtocol }), { maxLength: 4 }),
  dynamicRange: fc.oneof({ arbitrary: anyRange, weight: 4 }, fc.constant(null)),
  freeInterfaces: fc.nat({ max: 5 }),
});
const anyMapping: fc.Arbitrary<PortMapping> = fc
  .record({
    container: fc.constantFrom('web', 'api'),
    containerPort: anyPort,
    hostPort: fc.oneof(fc.constantFrom(0, undefined), anyPort),
    protocol: anyProtocol,
  })
  .map(({ hostPort, ...mapping }) => (hostPort === undefined ? mapping : { ...mapping, hostPort }));
const anyRequest: fc.Arbitrary<PortRequest> = fc.record({
  networkMode: fc.constantFrom('bridge', 'bridge', 'host', 'awsvpc', 'none', 'default'),
  mappings: fc.array(anyMapping, { maxLength: 3 }),
  copies: fc.nat({ max: 6 }),
  host: fc.oneof({ arbitrary: anyHost, weight: 8 }, fc.constant(null)),
  seed: fc.integer(),
});

describe('[B10, B11, B12, B13] any task that is not refused', () => {
  it('starts as many copies as were counted, the first ones, each with all of its ports', () => {
    let decided = 0;
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { value } = mapPorts(request);
        if (value === null) return;
        decided += 1;
        const started = value.copies.filter(({ obstacle }) => obstacle === null);
        expect(started).toHaveLength(naiveStarts(request));
        expect(value.copies.slice(0, started.length)).toEqual(started);
        expect(started.every(({ bindings }) => bindings.length === request.mappings.length)).toBe(true);
      }),
      { numRuns: runsOf(500, 30_000) },
    );
    expect(decided).toBeGreaterThan(runsOf(150, 10_000));
  });

  it('shares no port of the instance, and takes dynamic ones from the range, of those that nobody has', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { host, networkMode } = request;
        const { value } = mapPorts(request);
        if (value === null || host === null || networkMode === 'awsvpc') return;
        const { first, last } = dynamicRangeOf(networkMode, host);
        const bindings = value.copies.flatMap((copy) => copy.bindings);
        const all = [...bindings, ...host.taken].map(({ port, protocol }) => `${port} ${protocol}`);
        expect(new Set(all).size).toBe(
          all.length - (host.taken.length - new Set(host.taken.map((port) => `${port.port} ${port.protocol}`)).size),
        );
        const dynamic = bindings.filter(({ by }) => by === 'dynamic');
        expect(dynamic.every(({ port }) => port >= first && port <= last)).toBe(true);
        expect(
          bindings.filter(
            ({ port, protocol }) =>
              protocol === 'tcp' && [22, 51678, 51679].includes(port) && networkMode !== 'default',
          ),
        ).toEqual([]);
      }),
      { numRuns: runsOf(300, 10_000) },
    );
  });

  it('opens every port that a copy has, and the same request gives the same ports', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { value } = mapPorts(request);
        const open = (port: number, protocol: string) =>
          value?.inboundRules.some((rule) => rule.protocol === protocol && rule.first <= port && port <= rule.last);
        const bindings = value?.copies.flatMap((copy) => copy.bindings) ?? [];
        expect(bindings.filter(({ port, protocol }) => !open(port, protocol))).toEqual([]);
        expect(mapPorts(request).value).toEqual(value);
      }),
      { numRuns: runsOf(200, 10_000) },
    );
  });
});
