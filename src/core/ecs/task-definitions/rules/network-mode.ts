import { nearestName } from '../../../text/nearest-name.ts';
import { errorAt, type Finding, pointTo, quote } from '../../verdicts/finding.ts';
import { isUsed, nameOf, type TaskDefinition, textOf, textsIn } from './task-definition.ts';

const linuxModes = ['bridge', 'host', 'awsvpc', 'none'];
const windowsModes = ['default', 'awsvpc'];

/** T04: which mode the system allows. */
export function checkNetworkMode(definition: TaskDefinition): readonly Finding[] {
  const mode = textOf(definition.fields, 'networkMode');
  const allowed = definition.windows ? windowsModes : linuxModes;
  if (mode === null || allowed.includes(mode)) return [];
  const system = definition.windows ? 'Windows' : 'Linux';
  const elsewhere = [...linuxModes, ...windowsModes].includes(mode);
  const message = elsewhere
    ? `${system} tasks have no network mode ${quote(mode)}.`
    : `There is no network mode ${quote(mode)}.`;
  const nearest = elsewhere ? null : nearestName(mode, allowed);
  const fix =
    nearest === null ? `Write one of ${allowed.map((word) => `\`${word}\``).join(', ')}.` : `Write \`${nearest}\`.`;
  return [errorAt('T04', '/networkMode', message, fix)];
}

/** T06. */
export function checkFargateNetwork(definition: TaskDefinition): readonly Finding[] {
  const mode = textOf(definition.fields, 'networkMode');
  if (!definition.fargate || mode === 'awsvpc') return [];
  const message = `Fargate runs tasks in \`awsvpc\` mode only, and here it is ${mode === null ? 'not set' : quote(mode)}.`;
  return [errorAt('T06', mode === null ? '' : '/networkMode', message, 'Write `"networkMode": "awsvpc"`.')];
}

/** T46: what hosts other than Fargate's and one's own do not have. */
export function checkHostNetworks(definition: TaskDefinition): readonly Finding[] {
  const hosts = textsIn(definition.fields, 'requiresCompatibilities').map(({ value }) => value);
  const mode = textOf(definition.fields, 'networkMode');
  const findings: Finding[] = [];
  if (hosts.includes('EXTERNAL') && mode === 'awsvpc') {
    const message = 'External instances have no `awsvpc` mode: their network is not a VPC.';
    findings.push(errorAt('T46', '/networkMode', message, 'Write `bridge`, `host` or `none`.'));
  }
  // On Fargate too, T06 has said so already.
  if (!hosts.includes('MANAGED_INSTANCES') || definition.fargate) return findings;
  if (mode !== null && mode !== 'bridge' && mode !== 'default') return findings;
  const message =
    mode === null
      ? 'Managed Instances run no task without a network mode, and here it is not set.'
      : `Managed Instances have no network mode ${quote(mode)}.`;
  return [...findings, errorAt('T46', mode === null ? '' : '/networkMode', message, 'Write `awsvpc` or `host`.')];
}

/** T19: links, and whom they point at. */
export function checkLinks(definition: TaskDefinition): readonly Finding[] {
  const names = new Set(definition.containers.map((container) => container.name));
  return definition.containers.flatMap((container) => {
    const pointer = pointTo(container.pointer, 'links');
    if (!isUsed(container.fields, 'links')) return [];
    if (definition.networkMode !== 'bridge') {
      const message = `Links work in \`bridge\` mode only, not in ${quote(definition.networkMode)}.`;
      const fix =
        definition.networkMode === 'awsvpc'
          ? 'Take them out: containers of the task reach each other at localhost.'
          : 'Take them out.';
      return [errorAt('T19', pointer, message, fix)];
    }
    return textsIn(container.fields, 'links').flatMap(({ value, index }) => {
      const target = value.split(':', 1)[0] ?? '';
      if (names.has(target)) return [];
      return [
        errorAt(
          'T19',
          pointTo(pointer, index),
          `There is no container called ${quote(target)}.`,
          'Link to a container of this task.',
        ),
      ];
    });
  });
}

/** T20. */
export function checkHostNames(definition: TaskDefinition): readonly Finding[] {
  if (definition.networkMode !== 'awsvpc') return [];
  return definition.containers.flatMap((container) => {
    return ['hostname', 'extraHosts'].flatMap((field) => {
      if (!isUsed(container.fields, field)) return [];
      const message = `${nameOf(container)} sets \`${field}\`, which \`awsvpc\` mode does not have.`;
      return [errorAt('T20', pointTo(container.pointer, field), message, 'Take it out.')];
    });
  });
}
