import { type Finding, mostFindings, quote, warningAt } from '../verdicts/finding.ts';
import type { ConfigLine } from './agent-config-lines.ts';

/** An assignment and the variable that it is about, slips forgiven. */
export interface MeantLine {
  readonly line: ConfigLine;
  readonly meant: string | null;
}

/** The complaints that no single line shows: C09, C10, C16. */
export function checkWhole(assignments: readonly MeantLine[]): readonly Finding[] {
  const meant = new Map(assignments.map((assignment) => [assignment.meant, assignment.line]));
  return [...checkCluster(meant), ...checkTwice(assignments.map(({ line }) => line)), ...checkCompanions(meant)];
}

function checkCluster(meant: ReadonlyMap<string | null, ConfigLine>): readonly Finding[] {
  if (meant.has('ECS_CLUSTER')) return [];
  const message = 'There is no `ECS_CLUSTER`: the instance joins the cluster called `default`.';
  return [warningAt('C09', '/1', message, "Add `ECS_CLUSTER=` and the cluster's name.")];
}

function checkTwice(assignments: readonly ConfigLine[]): readonly Finding[] {
  const last = new Map(assignments.map((line) => [line.key, line.number]));
  return assignments
    .filter((line) => last.get(line.key) !== line.number)
    .slice(0, mostFindings)
    .map((line) => {
      const message = `${quote(line.key)} stands again in line ${last.get(line.key)}, and the last line holds.`;
      return warningAt('C10', `/${line.number}`, message, 'Keep one of the two lines.');
    });
}

const socket = '/var/run/docker.sock';
const reachable: readonly string[] = ['169.254.169.254', '169.254.170.2', socket];

function checkCompanions(meant: ReadonlyMap<string | null, ConfigLine>): readonly Finding[] {
  const findings: Finding[] = [];
  const proxy = meant.get('HTTP_PROXY');
  const without = meant.get('NO_PROXY')?.value ?? '';
  const missing = reachable.filter((address) => !without.includes(address));
  if (proxy !== undefined && missing.length > 0) {
    const message = `With a proxy, \`NO_PROXY\` must list ${missing.map((address) => `\`${address}\``).join(', ')}.`;
    const fix = `Write \`NO_PROXY=${reachable.join(',')}\`.`;
    findings.push(warningAt('C16', `/${(meant.get('NO_PROXY') ?? proxy).number}`, message, fix));
  }
  const type = meant.get('ECS_ENGINE_AUTH_TYPE');
  const data = meant.get('ECS_ENGINE_AUTH_DATA');
  const alone = type === undefined || data === undefined ? (type ?? data) : undefined;
  if (alone === undefined) return findings;
  const message = '`ECS_ENGINE_AUTH_TYPE` and `ECS_ENGINE_AUTH_DATA` work only together.';
  return [...findings, warningAt('C16', `/${alone.number}`, message, 'Write both lines, or neither.')];
}
