import { onEc2, onFargate, withSides } from '../task-definitions.ts';
import { first, type RuleRow, refuses, takes } from './row.ts';

export const networks: readonly RuleRow[] = [
  refuses('T19', 'links in awsvpc', onFargate(withSides({ links: ['side1'] }, { memory: 128 })), `${first}/links`),
  refuses(
    'T19',
    'links in host',
    onEc2({ networkMode: 'host', ...withSides({ links: ['side1'] }, {}) }),
    `${first}/links`,
  ),
  refuses('T19', 'a link to nobody', onEc2({}, { links: ['cache:redis'] }), `${first}/links/0`),
  takes('T19', 'a link in bridge', onEc2(withSides({ links: ['side1:cache'] }, {}))),
  refuses('T20', 'hostname in awsvpc', onFargate({}, { hostname: 'web' }), `${first}/hostname`),
  refuses(
    'T20',
    'extraHosts in awsvpc',
    onEc2({ networkMode: 'awsvpc' }, { extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
    `${first}/extraHosts`,
  ),
  takes(
    'T20',
    'both in bridge',
    onEc2({}, { hostname: 'web', extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
  ),
];
