import { type ReactNode, useMemo } from 'react';
import { Link } from 'wouter';
import type { Lab } from '../../../core/ecs/labs/lab.ts';
import { labTitles } from '../../../core/ecs/labs/lab-names.ts';
import { allQuestions, browsePath } from '../../parts/browse/browse-path.ts';
import { copyText } from '../../parts/frame/copy-text.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { ScreenHeading } from '../../parts/frame/screen-heading.tsx';
import type { LabView } from '../lab-view.ts';
import { AsJson } from './as-json.tsx';
import { LabFindings } from './lab-findings.tsx';
import { LabLog } from './lab-log.tsx';
import { LabTables } from './lab-tables.tsx';
import { Predict } from './predict.tsx';
import { StepBar } from './step-bar.tsx';
import { useLab } from './use-lab.ts';
import '../../styles/labs.css';

/** Every lab: the scenario, a prediction, what happens step by step, and what came of it. */
export function LabFrame<Scenario, Picture>({ lab, view }: LabFrameProps<Scenario, Picture>): ReactNode {
  const desk = useLab(lab);
  const { draft, scenario, run, step, taken, findings } = desk;
  const tables = useMemo(() => ({ given: lab.given(scenario), compared: lab.compare(scenario) }), [lab, scenario]);
  const { subject, asks } = labTitles[lab.name];
  return (
    <div className="lab-page">
      <p className="eyebrow">{`Lab · ${subject}`}</p>
      <ScreenHeading title={asks} />
      <section className="sheet lab-scenario" aria-label="The scenario">
        <view.Given scenario={scenario} />
        <details className="lab-controls">
          <summary>Change the scenario</summary>
          <view.Controls draft={draft} onChange={desk.change} />
          <AsJson value={scenario} onTake={desk.take} />
        </details>
        <LabFindings findings={findings} />
      </section>
      {run === null || step === null ? null : (
        <>
          <Predict prediction={run.prediction} chosen={desk.prediction} isFixed={taken > 0} onPredict={desk.predict} />
          <section className="sheet lab-sheet" aria-labelledby="lab-picture">
            <h2 id="lab-picture" className="visually-hidden">
              What happens
            </h2>
            <Stages stages={run.stages} current={step.stage} />
            <view.Picture scenario={scenario} step={step} />
            <StepBar taken={taken} steps={run.steps} onGo={desk.go} />
          </section>
          <div className="lab-after">
            <LabLog run={run} taken={taken} prediction={desk.prediction} onTake={desk.change} />
            <aside className="aside">
              <h2>This scenario</h2>
              <p>It stands in the address of this page, so the link opens it again.</p>
              <button type="button" className="button" onClick={() => void copyText(location.href)}>
                <Icon name="link" /> Copy the link
              </button>
              <p>
                <Link href={questionsOfRules}>Practise questions that such rules make</Link>, with other numbers each
                time.
              </p>
            </aside>
          </div>
          <LabTables step={step} {...tables} />
        </>
      )}
    </div>
  );
}

const questionsOfRules = browsePath({ ...allQuestions, filter: { kind: ['lab'] } });

interface LabFrameProps<Scenario, Picture> {
  readonly lab: Lab<Scenario, Picture>;
  readonly view: LabView<Scenario, Picture>;
}

function Stages({ stages, current }: { readonly stages: readonly string[]; readonly current: number }): ReactNode {
  return (
    <ol className="lab-stages">
      {stages.map((stage, place) => (
        <li key={stage} aria-current={place === current ? 'step' : undefined}>
          {stage}
        </li>
      ))}
    </ol>
  );
}
