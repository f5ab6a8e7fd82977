import { onEc2, onFargate, onWindows } from '../task-definitions.ts';
import { type RuleRow, refuses, takes } from './row.ts';

export const modes: readonly RuleRow[] = [
  refuses('T04', 'no mode nat', onEc2({ networkMode: 'nat' }), '/networkMode'),
  refuses('T04', 'no mode Bridge', onEc2({ networkMode: 'Bridge' }), '/networkMode'),
  refuses('T04', 'no mode default on Linux', onEc2({ networkMode: 'default' }), '/networkMode'),
  refuses('T04', 'no mode bridge on Windows', onWindows({ networkMode: 'bridge' }), '/networkMode'),
  ...['bridge', 'host', 'awsvpc', 'none'].map((mode) => takes('T04', `${mode} on Linux`, onEc2({ networkMode: mode }))),
  ...['default', 'awsvpc'].map((mode) => takes('T04', `${mode} on Windows`, onWindows({ networkMode: mode }))),
  refuses('T05', 'no FARGATE_SPOT', onEc2({ requiresCompatibilities: ['FARGATE_SPOT'] }), '/requiresCompatibilities/0'),
  refuses(
    'T05',
    'no small letters',
    onEc2({ requiresCompatibilities: ['EC2', 'fargate'] }),
    '/requiresCompatibilities/1',
  ),
  takes('T05', 'all four', onFargate({ requiresCompatibilities: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] })),
  ...['bridge', 'host', 'none'].map((mode) =>
    refuses('T06', `Fargate with ${mode}`, onFargate({ networkMode: mode }), '/networkMode'),
  ),
  refuses('T06', 'Fargate with no mode', { ...onFargate(), networkMode: undefined }, ''),
  refuses(
    'T06',
    'Fargate beside EC2 with bridge',
    onFargate({ requiresCompatibilities: ['EC2', 'FARGATE'], networkMode: 'bridge' }),
    '/networkMode',
  ),
  takes('T06', 'Fargate with awsvpc', onFargate()),
  takes('T06', 'EC2 with bridge', onEc2({ requiresCompatibilities: ['EC2'], networkMode: 'bridge' })),
];
