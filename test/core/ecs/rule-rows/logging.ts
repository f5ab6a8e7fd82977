import { onEc2, onFargate } from '../task-definitions.ts';
import { first, group, logs, type RuleRow, refuses, takes } from './row.ts';

export const logging: readonly RuleRow[] = [
  refuses(
    'T24',
    'no group',
    onEc2({}, logs('awslogs', { 'awslogs-region': 'eu-west-1' })),
    `${first}/logConfiguration/options`,
  ),
  refuses(
    'T24',
    'no Region',
    onEc2({}, logs('awslogs', { 'awslogs-group': 'g' })),
    `${first}/logConfiguration/options`,
  ),
  refuses(
    'T24',
    'no options',
    onEc2({}, { logConfiguration: { logDriver: 'awslogs' } }),
    `${first}/logConfiguration`,
    `${first}/logConfiguration`,
  ),
  refuses('T24', 'no prefix on Fargate', onFargate({}, logs('awslogs', group)), `${first}/logConfiguration/options`),
  takes('T24', 'no prefix on EC2', onEc2({}, logs('awslogs', group))),
  takes('T24', 'all three on Fargate', onFargate({}, logs('awslogs', { ...group, 'awslogs-stream-prefix': 'web' }))),
  takes('T24', 'another driver', onEc2({}, logs('splunk'))),
  refuses(
    'T25',
    'both beginnings',
    onEc2({}, logs('awslogs', { ...group, 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^\\d' })),
    `${first}/logConfiguration/options/awslogs-multiline-pattern`,
  ),
  takes('T25', 'one beginning', onEc2({}, logs('awslogs', { ...group, 'awslogs-multiline-pattern': '^\\d' }))),
];
