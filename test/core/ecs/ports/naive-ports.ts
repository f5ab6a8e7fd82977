import type { PortRequest } from '../../../../src/core/ecs/ports/port-request.ts';

const reservedOnLinux = [22, 2375, 2376, 51678, 51679];
const reservedOnWindows = [53, 135, 139, 445, 2375, 2376, 3389, 5985, 5986, 51678, 51679];

/** How many copies start, counted without starting any: by what there is of each kind and what a copy needs. */
export function naiveStarts({ networkMode, mappings, copies, host }: PortRequest): number {
  if (host === null) return copies;
  if (networkMode === 'awsvpc') return Math.min(copies, host.freeInterfaces);
  const limits = (['tcp', 'udp'] as const).map((protocol) => {
    const ours = mappings.filter((mapping) => (mapping.protocol ?? 'tcp') === protocol);
    const reserved = networkMode === 'default' ? reservedOnWindows : reservedOnLinux;
    const gone = new Set([
      ...(protocol === 'tcp' ? reserved : []),
      ...host.taken.filter((port) => port.protocol === protocol).map(({ port }) => port),
    ]);
    const fixed = ours.flatMap((mapping) => {
      const port = networkMode === 'host' ? mapping.containerPort : (mapping.hostPort ?? 0);
      return port === 0 ? [] : [port];
    });
    if (fixed.some((port) => gone.has(port))) return 0;
    const { first, last } = host.dynamicRange ?? (networkMode === 'default' ? windows : linux);
    const gaps = new Set([...gone, ...fixed].filter((port) => port >= first && port <= last));
    const free = last - first + 1 - gaps.size;
    const dynamic = ours.length - fixed.length;
    return Math.min(fixed.length > 0 ? 1 : copies, dynamic > 0 ? Math.floor(free / dynamic) : copies);
  });
  return Math.min(copies, ...limits);
}
const linux = { first: 32768, last: 60999 };
const windows = { first: 49152, last: 65535 };
