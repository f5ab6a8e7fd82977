import { onEc2, onFargate } from '../task-definitions.ts';
import { first, logs, type RuleRow, refuses, takes } from './row.ts';

export const fargate: readonly RuleRow[] = [
  refuses('T21', 'privileged', onFargate({}, { privileged: true }), `${first}/privileged`),
  refuses(
    'T21',
    'placement constraints',
    onFargate({ placementConstraints: [{ type: 'memberOf', expression: 'agentVersion > 1' }] }),
    '/placementConstraints',
  ),
  refuses(
    'T21',
    'a Docker volume',
    onFargate({ volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task' } }] }),
    '/volumes/0/dockerVolumeConfiguration',
  ),
  refuses(
    'T21',
    'a folder of the host',
    onFargate({ volumes: [{ name: 'v', host: { sourcePath: '/srv' } }] }),
    '/volumes/0/host/sourcePath',
  ),
  refuses(
    'T21',
    'ipcMode and the host’s processes',
    onFargate({ ipcMode: 'task', pidMode: 'host' }),
    '/ipcMode',
    '/pidMode',
  ),
  refuses(
    'T21',
    'security options and name servers',
    onFargate({}, { dockerSecurityOptions: ['label:x'], dnsServers: ['10.0.0.2'] }),
    `${first}/dockerSecurityOptions`,
    `${first}/dnsServers`,
  ),
  refuses(
    'T21',
    'swap, capabilities and a GPU',
    onFargate(
      {},
      {
        linuxParameters: { maxSwap: 1, capabilities: { add: ['NET_ADMIN'] } },
        resourceRequirements: [{ type: 'GPU', value: '1' }],
      },
    ),
    `${first}/linuxParameters/maxSwap`,
    `${first}/linuxParameters/capabilities/add`,
    `${first}/resourceRequirements/0`,
  ),
  takes('T21', 'privileged on EC2', onEc2({ ipcMode: 'host' }, { privileged: true })),
  takes(
    'T21',
    'privileged: false, SYS_PTRACE, pidMode task',
    onFargate(
      { pidMode: 'task' },
      { privileged: false, linuxParameters: { capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } } },
    ),
  ),
  refuses(
    'T22',
    'distinctInstance',
    onEc2({ placementConstraints: [{ type: 'distinctInstance' }] }),
    '/placementConstraints/0/type',
  ),
  refuses('T22', 'a strategy', onEc2({ placementConstraints: [{ type: 'spread' }] }), '/placementConstraints/0/type'),
  refuses(
    'T22',
    'memberOf without expression',
    onEc2({ placementConstraints: [{ type: 'memberOf' }] }),
    '/placementConstraints/0',
  ),
  refuses(
    'T22',
    '2001 characters',
    onEc2({ placementConstraints: [{ type: 'memberOf', expression: 'x'.repeat(2001) }] }),
    '/placementConstraints/0/expression',
  ),
  refuses(
    'T22',
    'eleven constraints',
    onEc2({ placementConstraints: Array.from({ length: 11 }, () => ({ type: 'memberOf', expression: 'a == b' })) }),
    '/placementConstraints',
  ),
  takes(
    'T22',
    'ten times memberOf',
    onEc2({ placementConstraints: Array.from({ length: 10 }, () => ({ type: 'memberOf', expression: 'a == b' })) }),
  ),
  ...['fluentd', 'gelf', 'json-file', 'journald', 'syslog'].flatMap((driver) => [
    refuses('T23', `${driver} on Fargate`, onFargate({}, logs(driver)), `${first}/logConfiguration/logDriver`),
    takes('T23', `${driver} on EC2`, onEc2({}, logs(driver))),
  ]),
  ...['awslogs', 'splunk', 'awsfirelens'].map((driver) =>
    takes('T23', `${driver} on Fargate`, onFargate({}, logs(driver))),
  ),
  refuses('T23', 'no driver cloudwatch', onEc2({}, logs('cloudwatch')), `${first}/logConfiguration/logDriver`),
  refuses('T23', 'a driver is required', onEc2({}, { logConfiguration: {} }), `${first}/logConfiguration`),
];
