import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { isLabName, type LabName } from './lab-names.ts';

/** An address is no longer than this; what browsers and servers take has no one limit, and this is below all of them. */
const longestScenario = 16_000;

/** Path of a lab, with the scenario that it opens with: `/labs/placement?s=…`. */
export function labPath(lab: LabName, scenario?: unknown): string {
  return scenario === undefined ? `/labs/${lab}` : `/labs/${lab}?s=${encodeURIComponent(JSON.stringify(scenario))}`;
}

/** Reads the path that `labPath` writes, without its search; null for any other. */
export function readLabPath(path: string): LabName | null {
  const [, name = ''] = /^\/labs\/([^/]+?)\/?$/.exec(path) ?? [];
  return isLabName(name) ? name : null;
}

/** J3: what an address says of the scenario; undefined where it says nothing. */
export function readScenarioText(text: string | null): {
  readonly scenario: unknown;
  readonly findings: readonly EngineFinding[];
} {
  if (text === null) return { scenario: undefined, findings: [] };
  if (text.length > longestScenario) {
    const message = `The scenario in the address is ${text.length} characters long.`;
    return unread(message, `Keep it below ${longestScenario}.`);
  }
  try {
    return { scenario: JSON.parse(text), findings: [] };
  } catch {
    return unread('The scenario in the address is no JSON.', 'Copy the whole link again.');
  }
}

function unread(message: string, fix: string) {
  return { scenario: undefined, findings: [findingOf('wrong', 'J3', '', message, fix)] };
}
