import { errorAt, type Finding, mostFindings, quote, warningAt } from '../verdicts/finding.ts';
import { checkConfigKey, meantVariable } from './agent-config-key.ts';
import { type ConfigLine, readConfigLines } from './agent-config-lines.ts';
import { checkScriptLine } from './agent-config-script.ts';
import { checkConfigValue } from './agent-config-value.ts';
import { checkWhole, type MeantLine } from './agent-config-whole.ts';
import { canonicalAgentValue, trimSpace } from './agent-value.ts';
import { type AgentHost, type AgentVariable, agentVariable, agentVariables } from './agent-variables.ts';

const longestFile = 100_000;
const hidden = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Checks the text of `/etc/ecs/ecs.config`. Pointers are lines (`/1` is the first). Rules C01 to C16 of `SPEC.md`. */
export function checkAgentConfig(text: string): readonly Finding[] {
  if (text.length > longestFile) return [tooLong(text.length)];
  const findings = [...checkLineEnds(text)];
  const assignments: MeantLine[] = [];
  for (const line of readConfigLines(text)) {
    const full = findings.length >= mostFindings;
    const script = checkScriptLine(line);
    const assigns = line.content === 'assignment' && script === null;
    // A full page still wants to know whether a later line names the cluster, but not what slips were meant for.
    const meant = assigns ? (full ? (agentVariable(line.key)?.name ?? null) : meantVariable(line)) : null;
    if (assigns) assignments.push({ line, meant });
    if (!full) findings.push(...checkHidden(line), ...checkLine(line, script, meant));
  }
  findings.push(...checkWhole(assignments));
  return findings.sort((a, b) => lineOf(a) - lineOf(b)).slice(0, mostFindings);
}

/**
 * What ecs-init reads: for each key the value after the first `=`, both literal, and its line. Where a key stands
 * twice the last line holds. Comments are left out. Source: AGENT:`ecs-init/docker/docker.go` `getEnvVars`.
 */
export function readAgentConfig(text: string): ReadonlyMap<string, { readonly value: string; readonly line: number }> {
  const assignments = readConfigLines(text).filter((line) => line.content === 'assignment');
  return new Map(assignments.map((line) => [line.key, { value: line.value, line: line.number }]));
}

/**
 * The variables of `agent-variables.ts` as they hold on a host with this file, each meaning in one spelling (`true` for `1`,
 * `10800s` for `3h`, lists sorted), so that equal texts mean the same. Unset variables are absent. A value that the
 * agent cannot read leaves the agent's own default, not the one of ecs-init, which the line has overridden.
 */
export function effectiveAgentConfig(text: string, host: AgentHost): ReadonlyMap<string, string> {
  const written = readAgentConfig(text);
  const entries = agentVariables.flatMap((variable) => {
    const value = effectiveValue(variable, written.get(variable.name)?.value ?? null, host);
    return value === null ? [] : [[variable.name, value] as const];
  });
  return new Map(entries);
}

function effectiveValue(variable: AgentVariable, written: string | null, host: AgentHost): string | null {
  const own = variable.defaults[host === 'ecs-init' && written !== null ? 'agent' : host];
  const silent = own === null ? null : (canonicalAgentValue(variable.kind, own) ?? own);
  if (written === null) return silent;
  // A name that AWS will refuse is still the name that the agent asks for.
  const literal = ['cluster', 'region'].includes(variable.kind.type) ? trimSpace(written) : null;
  return canonicalAgentValue(variable.kind, written) ?? (literal || silent);
}

function checkLine(line: ConfigLine, script: Finding | null, meant: string | null): readonly Finding[] {
  if (script !== null) return [script];
  if (line.content === 'other') return [withoutEquals(line)];
  return line.content === 'assignment' ? [...checkConfigKey(line, meant), ...checkConfigValue(line, meant)] : [];
}

function checkHidden(line: ConfigLine): readonly Finding[] {
  const character = hidden.exec(line.text)?.[0];
  if (character === undefined) return [];
  const message = `An invisible character, ${quote(character)}, stands in this line and becomes part of the key or the value.`;
  const fix = 'Delete the line and type it anew instead of pasting it.';
  return [(line.content === 'comment' ? warningAt : errorAt)('C12', `/${line.number}`, message, fix)];
}

function withoutEquals(line: ConfigLine): Finding {
  const [name = '', colon] = line.text.split(/(:)/, 2);
  const message = `The reader skips this line, for it has no \`=\`: ${quote(line.text)}.`;
  const fix = colon !== undefined && agentVariable(name.trim()) ? `Write \`=\` for the colon.` : 'Write `KEY=value`.';
  return errorAt('C11', `/${line.number}`, message, fix);
}

function checkLineEnds(text: string): readonly Finding[] {
  const first = text.indexOf('\r\n');
  if (first < 0) return [];
  const line = text.slice(0, first).split('\n').length;
  const message = 'The lines end as on Windows (CR LF). ecs-init trims them; other readers take CR into the value.';
  return [warningAt('C13', `/${line}`, message, 'Save the file with Linux line ends.')];
}

function lineOf(finding: Finding): number {
  return Number(finding.pointer.slice(1));
}

function tooLong(length: number): Finding {
  const message = `The text has ${length} characters; a file of the agent has a few lines.`;
  return errorAt('C15', '/1', message, 'Keep only the `KEY=value` lines.');
}
