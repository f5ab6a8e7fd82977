import { onEc2, onFargate } from '../task-definitions.ts';
import { first, type RuleRow, refuses, takes } from './row.ts';

export const storage: readonly RuleRow[] = [
  refuses(
    'T31',
    'a volume that is not there',
    onEc2({}, { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
    `${first}/mountPoints/0/sourceVolume`,
  ),
  refuses('T31', 'no volume named', onEc2({}, { mountPoints: [{ containerPath: '/d' }] }), `${first}/mountPoints/0`),
  refuses('T31', 'a volume without a name', onEc2({ volumes: [{}] }), '/volumes/0'),
  refuses('T31', 'two volumes of one name', onEc2({ volumes: [{ name: 'a' }, { name: 'a' }] }), '/volumes/1/name'),
  refuses(
    'T31',
    'a volume of two kinds',
    onEc2({ volumes: [{ name: 'a', host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] }),
    '/volumes/0',
  ),
  refuses(
    'T31',
    'volumes from nobody',
    onEc2({}, { volumesFrom: [{ sourceContainer: 'db' }] }),
    `${first}/volumesFrom/0`,
  ),
  takes(
    'T31',
    'a volume that is there',
    onEc2({ volumes: [{ name: 'data' }] }, { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
  ),
  refuses('T32', '20 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 20 } }), '/ephemeralStorage/sizeInGiB'),
  refuses('T32', '201 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 201 } }), '/ephemeralStorage/sizeInGiB'),
  refuses('T32', 'on EC2', onEc2({ ephemeralStorage: { sizeInGiB: 50 } }), '/ephemeralStorage'),
  takes('T32', '21 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 21 } })),
  takes('T32', '200 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 200 } })),
  ...['startTimeout', 'stopTimeout'].flatMap((field) => [
    refuses('T33', `${field} 1`, onFargate({}, { [field]: 1 }), `${first}/${field}`),
    refuses('T33', `${field} 121`, onFargate({}, { [field]: 121 }), `${first}/${field}`),
    takes('T33', `${field} 2`, onFargate({}, { [field]: 2 })),
    takes('T33', `${field} 120`, onFargate({}, { [field]: 120 })),
    takes('T33', `${field} 600 on EC2`, onEc2({}, { [field]: 600 })),
  ]),
];
