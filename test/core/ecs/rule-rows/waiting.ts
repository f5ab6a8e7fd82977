import { onEc2, withSides } from '../task-definitions.ts';
import { first, healthCheck, type RuleRow, refuses, second, takes, waits } from './row.ts';

export const waiting: readonly RuleRow[] = [
  refuses('T29', 'nobody to wait for', onEc2({}, waits('db')), `${first}/dependsOn/0/containerName`),
  refuses('T29', 'a container waits for itself', onEc2({}, waits('web')), `${first}/dependsOn/0`),
  refuses('T29', 'two wait for each other', onEc2(withSides(waits('side1'), waits('web'))), `${first}/dependsOn/0`),
  refuses(
    'T29',
    'a circle of three behind a tail',
    onEc2(withSides(waits('side1'), waits('side2'), waits('side3'), waits('side1'))),
    `${second}/dependsOn/0`,
  ),
  refuses(
    'T29',
    'COMPLETE on an essential one',
    onEc2(withSides(waits('side1', 'COMPLETE'), {})),
    `${first}/dependsOn/0/condition`,
  ),
  refuses(
    'T29',
    'SUCCESS on an essential one',
    onEc2(withSides(waits('side1', 'SUCCESS'), { essential: true })),
    `${first}/dependsOn/0/condition`,
  ),
  refuses(
    'T29',
    'HEALTHY without a health check',
    onEc2(withSides(waits('side1', 'HEALTHY'), {})),
    `${first}/dependsOn/0/condition`,
  ),
  refuses('T29', 'no condition READY', onEc2(withSides(waits('side1', 'READY'), {})), `${first}/dependsOn/0/condition`),
  refuses(
    'T29',
    'a name and a condition are required',
    onEc2({}, { dependsOn: [{}] }),
    `${first}/dependsOn/0`,
    `${first}/dependsOn/0`,
  ),
  takes('T29', 'COMPLETE on one that may end', onEc2(withSides(waits('side1', 'COMPLETE'), { essential: false }))),
  takes('T29', 'HEALTHY with a health check', onEc2(withSides(waits('side1', 'HEALTHY'), { healthCheck }))),
  takes(
    'T29',
    'a diamond is no circle',
    onEc2(
      withSides(
        { dependsOn: [...waits('side1').dependsOn, ...waits('side2').dependsOn] },
        waits('side3'),
        waits('side3'),
        {},
      ),
    ),
  ),
  refuses(
    'T30',
    'a bare command',
    onEc2({}, { healthCheck: { command: ['curl', 'localhost'] } }),
    `${first}/healthCheck/command`,
  ),
  refuses('T30', 'nothing to run', onEc2({}, { healthCheck: { command: ['CMD'] } }), `${first}/healthCheck/command`),
  refuses('T30', 'no command', onEc2({}, { healthCheck: { interval: 30 } }), `${first}/healthCheck`),
  ...(
    [
      ['interval', 5, 300],
      ['timeout', 2, 60],
      ['retries', 1, 10],
      ['startPeriod', 0, 300],
    ] as const
  ).flatMap(([field, least, most]) => [
    refuses(
      'T30',
      `${field} ${least - 1}`,
      onEc2({}, { healthCheck: { ...healthCheck, [field]: least - 1 } }),
      `${first}/healthCheck/${field}`,
    ),
    refuses(
      'T30',
      `${field} ${most + 1}`,
      onEc2({}, { healthCheck: { ...healthCheck, [field]: most + 1 } }),
      `${first}/healthCheck/${field}`,
    ),
    takes('T30', `${field} ${least}`, onEc2({}, { healthCheck: { ...healthCheck, [field]: least } })),
    takes('T30', `${field} ${most}`, onEc2({}, { healthCheck: { ...healthCheck, [field]: most } })),
  ]),
  takes('T30', 'CMD-SHELL', onEc2({}, { healthCheck: { command: ['CMD-SHELL', 'exit 0'] } })),
];
