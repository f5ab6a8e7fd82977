import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import type { Lab, LabRun, LabStep } from '../../../core/ecs/labs/lab.ts';
import { labPath, readScenarioText } from '../../../core/ecs/labs/lab-path.ts';
import type { EngineFinding } from '../../../core/ecs/verdicts/engine-finding.ts';

/** A lab on a screen: its scenario as it is edited, and how far its steps were taken. */
export interface LabDesk<Scenario, Picture> {
  readonly draft: Scenario;
  /** The last draft that could be run. */
  readonly scenario: Scenario;
  readonly run: LabRun<Scenario, Picture> | null;
  /** What is wrong with the draft, or with the address that it came from. */
  readonly findings: readonly EngineFinding[];
  /** Steps taken; 0 before the first. */
  readonly taken: number;
  readonly step: LabStep<Picture> | null;
  readonly prediction: string | null;
  change(draft: Scenario): void;
  /** Reads what somebody wrote as JSON; what is wrong with it, where it cannot be taken. */
  take(value: unknown): readonly EngineFinding[];
  go(taken: number): void;
  predict(option: string): void;
}

interface DeskState<Scenario> {
  /** The scenario of the address, as text; null where it names none. */
  readonly address: string | null;
  readonly draft: Scenario;
  readonly scenario: Scenario;
  readonly findings: readonly EngineFinding[];
  readonly taken: number;
  readonly prediction: string | null;
}

/** The scenario stands in the address, so that a link opens it; the steps do not. */
export function useLab<Scenario, Picture>(lab: Lab<Scenario, Picture>): LabDesk<Scenario, Picture> {
  const address = new URLSearchParams(useSearch()).get('s');
  const [state, setState] = useState(() => openedBy(lab, address));
  // A link to the same lab with another scenario; what is changed here goes into the address and is known.
  if (address !== state.address) setState(openedBy(lab, address));
  const { draft, scenario, taken, prediction } = state;
  const ran = useMemo(() => lab.run(scenario), [lab, scenario]);
  const run = ran.value;
  const last = run?.steps.length ?? 0;
  function take(value: unknown, kept: Scenario = draft): readonly EngineFinding[] {
    const read = lab.read(value);
    if (read.value === null) {
      setState({ ...state, draft: kept, findings: read.diagnostics });
      return read.diagnostics;
    }
    const opened = { draft: read.value, scenario: read.value, findings: [], taken: 0, prediction: null };
    setState({ ...opened, address: JSON.stringify(read.value) });
    history.replaceState(history.state, '', labPath(lab.name, read.value));
    return [];
  }
  return {
    draft,
    scenario,
    run,
    findings: [...state.findings, ...ran.diagnostics],
    taken,
    step: run === null ? null : (run.steps[taken - 1] ?? run.before),
    prediction,
    change: (next) => void take(next, next),
    take: (value) => take(value),
    go: (to) => setState({ ...state, taken: Math.min(Math.max(to, 0), last) }),
    predict: (option) => setState({ ...state, prediction: option }),
  };
}

function openedBy<Scenario>(lab: Lab<Scenario, unknown>, text: string | null): DeskState<Scenario> {
  const { scenario, findings } = readScenarioText(text);
  const rest = { address: text, taken: 0, prediction: null };
  if (scenario === undefined) return { draft: lab.start, scenario: lab.start, findings, ...rest };
  const { value, diagnostics } = lab.read(scenario);
  const opened = value ?? lab.start;
  return { draft: opened, scenario: opened, findings: diagnostics, ...rest };
}
