import type { ReactNode } from 'react';
import { type LabPart, type LabRun, wordsOfPart } from '../../../core/ecs/labs/lab.ts';
import { Worded } from '../../parts/text/worded.tsx';
import { LabFindings } from './lab-findings.tsx';
import { predictionWords } from './predict.tsx';

/** What has happened so far, line by line; at the end what came of it, and of the prediction. */
export function LabLog<Scenario>({ run, taken, prediction, onTake }: LabLogProps<Scenario>): ReactNode {
  const isOver = taken >= run.steps.length;
  return (
    <section className="sheet lab-log" aria-labelledby="lab-log">
      <h2 id="lab-log">What happened</h2>
      {taken === 0 ? <p>Nothing yet. Take the first step.</p> : null}
      <ol>
        {run.steps.slice(0, taken).map(({ says, parts }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the log is its place
          <li key={place}>
            <Worded text={says} />
            <PartLines parts={parts} isOpen={place === taken - 1} />
          </li>
        ))}
      </ol>
      {isOver ? <Outcome run={run} prediction={prediction} onTake={onTake} /> : null}
    </section>
  );
}

interface LabLogProps<Scenario> {
  readonly run: LabRun<Scenario, unknown>;
  readonly taken: number;
  readonly prediction: string | null;
  onTake(scenario: Scenario): void;
}

/** Of the latest step at once; of those before on demand. */
function PartLines({ parts, isOpen }: { readonly parts: readonly LabPart[]; readonly isOpen: boolean }): ReactNode {
  const told = parts.filter(({ standing }) => standing !== 'waiting');
  if (told.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>Each one</summary>
      <ul>
        {told.map((part) => (
          <li key={part.name}>
            <b>{part.name}</b>{' '}
            <span>
              <Worded text={wordsOfPart(part)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Outcome<Scenario>({ run, prediction, onTake }: Omit<LabLogProps<Scenario>, 'taken'>): ReactNode {
  const { outcome, remedies, findings } = run;
  return (
    <div className="lab-outcome">
      <p className="lab-end">
        <Worded text={outcome} />
      </p>
      {prediction === null ? null : <p>{predictionWords(run.prediction, prediction)}</p>}
      {remedies.length === 0 ? null : (
        <div className="button-row">
          {remedies.map(({ label, scenario }) => (
            <button key={label} type="button" className="button" onClick={() => onTake(scenario)}>
              {label}
            </button>
          ))}
        </div>
      )}
      <LabFindings findings={findings} />
    </div>
  );
}
