import type { ReactNode } from 'react';
import type { LabPart } from '../../../core/ecs/labs/lab.ts';
import type { Bin, Bins, Fill } from '../../../core/ecs/labs/placement/bins.ts';
import { placementLab } from '../../../core/ecs/labs/placement/placement-lab.ts';
import type { PlacementScenario } from '../../../core/ecs/labs/placement/placement-scenario.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { Squares } from '../../parts/notebook/squares.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartWords } from '../frame/part-words.tsx';
import type { LabView, PictureProps } from '../lab-view.ts';
import { PlacementControls } from './placement-controls.tsx';

export function PlacementLab(): ReactNode {
  return <LabFrame lab={placementLab} view={placementView} />;
}

const placementView: LabView<PlacementScenario, Bins> = {
  Given,
  Controls: PlacementControls,
  Picture,
};

function Given({ scenario }: { readonly scenario: PlacementScenario }): ReactNode {
  const { task, count, group, action, placementStrategy, placementConstraints } = scenario;
  const port = task.hostPort === 0 ? 'hostPort 0' : `hostPort ${task.hostPort}`;
  const constraints = placementConstraints.map((each) => (each.type === 'memberOf' ? each.expression : each.type));
  const strategies = placementStrategy.map((each) => ('field' in each ? `${each.type}(${each.field})` : each.type));
  return (
    <dl className="lab-given">
      <dt>{action === 'place' ? 'To place' : 'To stop'}</dt>
      <dd>{`${countWords(count, 'task')} of ${group}${scenario.launchType === 'FARGATE' ? ' on Fargate' : ''}`}</dd>
      <dt>Each task</dt>
      <dd>
        <FillSquares fill={{ total: 0, used: 0, incoming: task.cpu }} unit={cpuSquare} /> {`${task.cpu} CPU units`}{' '}
        <FillSquares fill={{ total: 0, used: 0, incoming: task.memory }} unit={memorySquare} /> {`${task.memory} MiB`}{' '}
        <code>{port}</code>
      </dd>
      <dt>Strategies</dt>
      <dd>{strategies.length === 0 ? 'none named, so the default of services' : <Codes texts={strategies} />}</dd>
      <dt>Constraints</dt>
      <dd>{constraints.length === 0 ? 'none' : <Codes texts={constraints} />}</dd>
    </dl>
  );
}

function Codes({ texts }: { readonly texts: readonly string[] }): ReactNode {
  return texts.map((text, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a strategy is its place
    <span key={place}>
      {place === 0 ? '' : ', then '}
      <code>{text}</code>
    </span>
  ));
}

/** Bins by zone; each with its squares, its free amounts and how it stands. */
function Picture({ step }: PictureProps<PlacementScenario, Bins>): ReactNode {
  const { bins } = step.picture;
  const zones = [...new Set(bins.map(({ zone }) => zone))];
  return (
    <>
      <div className="lab-zones">
        {zones.map((zone) => (
          <section key={zone} aria-label={zone}>
            <h3>
              <code>{zone}</code>
            </h3>
            {bins.map((bin, at) => {
              const part = step.parts[at];
              return bin.zone !== zone || part === undefined ? null : (
                <BinSheet key={part.name} bin={bin} part={part} />
              );
            })}
          </section>
        ))}
      </div>
      <p className="field-hint">
        {`One square: ${cpuSquare} CPU units or ${memorySquare} MiB. A real instance registers somewhat less memory than its type has.`}
      </p>
    </>
  );
}

function BinSheet({ bin, part }: { readonly bin: Bin; readonly part: LabPart }): ReactNode {
  return (
    <article className={`lab-bin lab-bin-${part.standing}`}>
      <h4>
        {part.name} <small>{`${bin.type}, ${countWords(bin.tasks, 'task')}`}</small>
      </h4>
      <dl>
        <dt>CPU</dt>
        <dd>
          <FillSquares fill={bin.cpu} unit={cpuSquare} /> <span>{freeWords(bin.cpu)}</span>
        </dd>
        <dt>Mem</dt>
        <dd>
          <FillSquares fill={bin.memory} unit={memorySquare} /> <span>{freeWords(bin.memory)}</span>
        </dd>
      </dl>
      <PartWords part={part} />
    </article>
  );
}

const [cpuSquare, memorySquare] = [256, 512];
/** What is larger is drawn as so many; the figure beside it is exact. */
const mostSquares = 32;

/** Used, then coming in, then free; a part of a square counts as one where it is used. */
function FillSquares({ fill, unit }: { readonly fill: Fill; readonly unit: number }): ReactNode {
  const used = Math.ceil(fill.used / unit);
  const filled = Math.ceil((fill.used + fill.incoming) / unit);
  const all = Math.max(filled, Math.floor(fill.total / unit));
  const inks = Array.from({ length: Math.min(all, mostSquares) }, (_, at) =>
    at < used ? 'cell-done' : at < filled ? 'cell-new' : '',
  );
  return <Squares inks={inks} />;
}

function freeWords({ total, used }: Fill): string {
  return `${total - used} free`;
}
