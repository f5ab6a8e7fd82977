import type { ContainerInstance, RunningTask } from '../../../../src/core/ecs/placement/container-instance.ts';

/** An idle instance with room for everything, but for what is given. */
export function instance(id: string, fields: Partial<ContainerInstance> = {}): ContainerInstance {
  return {
    id,
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: '1.89.3',
    registeredAt: '2026-01-01T00:00:00Z',
    attributes: {},
    remaining: { cpu: 4096, memory: 16_384, gpus: 0, networkInterfaces: 3 },
    takenPorts: { tcp: [22, 2375, 2376, 51_678, 51_679], udp: [] },
    tasks: [],
    ...fields,
  };
}

export function running(...groups: readonly string[]): readonly RunningTask[] {
  return groups.map((group) => ({ group, cpu: 128, memory: 256 }));
}

function where(zone: string, type: string, more: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { 'ecs.availability-zone': `us-east-1${zone}`, 'ecs.instance-type': type, ...more };
}

/** Five instances that differ in everything that an expression can ask about; the tests call them A to E. */
export const fleet: readonly ContainerInstance[] = [
  instance('i-aaaa1111', {
    attributes: where('a', 't3.small', { stack: 'prod' }),
    tasks: running('service:web'),
    agentVersion: '1.9.0',
    registeredAt: '2018-02-12T23:59:59Z',
  }),
  instance('i-bbbb2222', {
    attributes: where('b', 't3.medium', { stack: 'dev' }),
    tasks: running('service:web', 'family:batch'),
    agentVersion: '1.14.5',
    registeredAt: '2018-02-13',
  }),
  instance('i-cccc3333', {
    attributes: where('c', 'g4dn.xlarge', { stack: 'prod', gpu: 'true' }),
    agentVersion: '1.105.1',
    registeredAt: '2024-06-01T10:00:00Z',
  }),
  instance('i-dddd4444', {
    attributes: where('a', 'm5.large', { retiring: 'true' }),
    tasks: running('database'),
    agentVersion: '1.89.3',
    registeredAt: '2025-01-01',
    agentConnected: false,
  }),
  instance('i-eeee5555', {
    attributes: where('d', 'm5.xlarge', { stack: 'test', retiring: 'false' }),
    tasks: running('service:web', 'service:web', 'database'),
    agentVersion: '1.14.4',
    registeredAt: '2026-03-03T00:00:00+00:00',
  }),
];
