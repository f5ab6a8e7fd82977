import { container, onEc2, onFargate } from '../task-definitions.ts';
import { first, ports, type RuleRow, refuses, takes } from './row.ts';

export const shapes: readonly RuleRow[] = [
  refuses('T00', 'a list is no task definition', [], ''),
  refuses('T00', 'null is no task definition', null, ''),
  refuses('T00', 'a text is no task definition', 'family: shop', ''),
  refuses(
    'T00',
    'a port in quotes',
    onEc2({}, ports({ containerPort: '80' })),
    `${first}/portMappings/0/containerPort`,
  ),
  refuses('T00', 'a truth in quotes', onEc2({}, { essential: 'true' }), `${first}/essential`),
  refuses('T00', 'half a MiB', onEc2({}, { memory: 0.5 }), `${first}/memory`),
  refuses(
    'T00',
    'one container without its list',
    onEc2({ containerDefinitions: container() }),
    '/containerDefinitions',
  ),
  refuses('T00', 'a command in one piece', onEc2({}, { command: 'run it' }), `${first}/command`),
  refuses('T00', 'an option that is a number', onEc2({}, { dockerLabels: { a: 1 } }), `${first}/dockerLabels/a`),
  refuses('T00', 'null for a field', onEc2({ volumes: null }), '/volumes'),
  refuses(
    'T00',
    'a limit without its numbers',
    onEc2({}, { ulimits: [{ name: 'nofile' }] }),
    `${first}/ulimits/0`,
    `${first}/ulimits/0`,
  ),
  takes('T00', 'cpu of the task as number or text', onFargate({ cpu: 256, memory: '512' })),
  refuses(
    'T00',
    'a list of 5,001 members',
    onEc2({}, { environment: Array.from({ length: 5001 }, (_, at) => ({ name: `V${at}`, value: '' })) }),
    `${first}/environment`,
  ),
];
