import { onEc2, onFargate, onWindows, withSides } from '../task-definitions.ts';
import { doubts, first, ports, type RuleRow, refuses, second, takes } from './row.ts';

export const portRows: readonly RuleRow[] = [
  refuses('T13', 'no container port', onEc2({}, ports({ hostPort: 80 })), `${first}/portMappings/0`),
  refuses('T13', 'container port 0', onEc2({}, ports({ containerPort: 0 })), `${first}/portMappings/0/containerPort`),
  refuses(
    'T13',
    'port 65536',
    onEc2({}, ports({ containerPort: 80, hostPort: 65536 })),
    `${first}/portMappings/0/hostPort`,
  ),
  refuses(
    'T13',
    'protocol http',
    onEc2({}, ports({ containerPort: 80, protocol: 'http' })),
    `${first}/portMappings/0/protocol`,
  ),
  refuses(
    'T13',
    'a range in host mode',
    onEc2({ networkMode: 'host' }, ports({ containerPortRange: '80-90' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range from high to low',
    onEc2({}, ports({ containerPortRange: '90-80' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range of one port',
    onEc2({}, ports({ containerPortRange: '80-80' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range past 65535',
    onEc2({}, ports({ containerPortRange: '65000-65536' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range with a host port',
    onEc2({}, ports({ containerPortRange: '80-90', hostPort: 80 })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'ranges that overlap',
    onEc2({}, ports({ containerPortRange: '80-90' }, { containerPortRange: '90-95' })),
    `${first}/portMappings/1/containerPortRange`,
  ),
  refuses(
    'T13',
    'a port inside a range',
    onEc2({}, ports({ containerPort: 85 }, { containerPortRange: '80-90' })),
    `${first}/portMappings/0/containerPort`,
  ),
  refuses(
    'T13',
    '101 ranges',
    onEc2(
      {},
      ports(...Array.from({ length: 101 }, (_, at) => ({ containerPortRange: `${at * 2 + 1}-${at * 2 + 2}` }))),
    ),
    `${first}/portMappings`,
  ),
  takes(
    'T13',
    '100 ranges',
    onEc2(
      {},
      ports(...Array.from({ length: 100 }, (_, at) => ({ containerPortRange: `${at * 2 + 1}-${at * 2 + 2}` }))),
    ),
  ),
  takes(
    'T13',
    'ports 1 and 65535',
    onEc2({}, ports({ containerPort: 1, hostPort: 0 }, { containerPort: 65535, protocol: 'udp' })),
  ),
  takes(
    'T13',
    'a range and a port beside it',
    onFargate({}, ports({ containerPortRange: '80-90' }, { containerPort: 91 })),
  ),
  refuses(
    'T14',
    'ports without a network',
    onEc2({ networkMode: 'none' }, ports({ containerPort: 80 })),
    `${first}/portMappings`,
  ),
  takes('T14', 'no ports without a network', onEc2({ networkMode: 'none' }, ports())),
  ...['awsvpc', 'host'].flatMap((networkMode) => [
    refuses(
      'T15',
      `${networkMode}: 8080 for 80`,
      onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 8080 })),
      `${first}/portMappings/0/hostPort`,
    ),
    refuses(
      'T15',
      `${networkMode}: 0 for 80`,
      onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 0 })),
      `${first}/portMappings/0/hostPort`,
    ),
    takes('T15', `${networkMode}: 80 for 80`, onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 80 }))),
    takes('T15', `${networkMode}: no host port`, onEc2({ networkMode }, ports({ containerPort: 80 }))),
  ]),
  takes('T15', 'bridge: 8080 for 80', onEc2({}, ports({ containerPort: 80, hostPort: 8080 }))),
  ...[22, 2375, 2376, 51678, 51679].map((port) =>
    refuses(
      'T16',
      `reserved port ${port}`,
      onEc2({}, ports({ containerPort: 80, hostPort: port })),
      `${first}/portMappings/0/hostPort`,
    ),
  ),
  refuses(
    'T16',
    'reserved port 3389 on Windows',
    onWindows({}, ports({ containerPort: 80, hostPort: 3389 })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'port 22 for UDP is free but fixed',
    onEc2({}, ports({ containerPort: 80, hostPort: 22, protocol: 'udp' })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'a fixed port',
    onEc2({}, ports({ containerPort: 80, hostPort: 32767 })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'a fixed port in the ephemeral range',
    onEc2({}, ports({ containerPort: 80, hostPort: 32768 })),
    `${first}/portMappings/0/hostPort`,
    `${first}/portMappings/0/hostPort`,
  ),
  refuses(
    'T16',
    'one host port twice in host mode',
    onEc2({ networkMode: 'host', ...withSides(ports({ containerPort: 80 }), ports({ containerPort: 80 })) }),
    `${second}/portMappings/0`,
  ),
  takes(
    'T16',
    'dynamic ports, 0 or left out',
    onEc2(withSides(ports({ containerPort: 80, hostPort: 0 }), ports({ containerPort: 80 }))),
  ),
  takes('T16', 'awsvpc owns its ports', onFargate({}, ports({ containerPort: 22, hostPort: 22 }))),
  refuses(
    'T17',
    '53 for TCP and UDP',
    onEc2({}, ports({ containerPort: 53 }, { containerPort: 53, protocol: 'udp' })),
    `${first}/portMappings/1`,
  ),
  takes(
    'T17',
    'two containers may',
    onEc2(withSides(ports({ containerPort: 53 }), ports({ containerPort: 53, protocol: 'udp' }))),
  ),
  takes('T17', 'two ports', onEc2({}, ports({ containerPort: 53 }, { containerPort: 54, protocol: 'udp' }))),
  refuses(
    'T18',
    'one port in two containers',
    onFargate(withSides(ports({ containerPort: 80 }), { memory: 128, ...ports({ containerPort: 80 }) })),
    `${second}/portMappings/0/containerPort`,
  ),
  takes(
    'T18',
    'bridge gives each its own address',
    onEc2(withSides(ports({ containerPort: 80 }), ports({ containerPort: 80 }))),
  ),
  takes(
    'T18',
    'two ports',
    onFargate(withSides(ports({ containerPort: 80 }), { memory: 128, ...ports({ containerPort: 81 }) })),
  ),
];
