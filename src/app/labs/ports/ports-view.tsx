import type { ReactNode } from 'react';
import type { LabPart } from '../../../core/ecs/labs/lab.ts';
import { type PortOnWay, type PortsPicture, portsLab } from '../../../core/ecs/labs/ports/ports-lab.ts';
import type { PortsScenario } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartWords } from '../frame/part-words.tsx';
import type { LabView, PictureProps } from '../lab-view.ts';
import { PortsControls } from './ports-controls.tsx';

export function PortsLab(): ReactNode {
  return <LabFrame lab={portsLab} view={portsView} />;
}

const portsView: LabView<PortsScenario, PortsPicture> = { Given, Controls: PortsControls, Picture };

function Given({ scenario }: { readonly scenario: PortsScenario }): ReactNode {
  const { networkMode, launchType, portMappings, copies, inbound } = scenario;
  return (
    <dl className="lab-given">
      <dt>To start</dt>
      <dd>{`${countWords(copies, 'copy', 'copies')} ${launchType === 'FARGATE' ? 'on Fargate' : 'on one instance'}`}</dd>
      <dt>Network mode</dt>
      <dd>
        <code>{networkMode}</code>
      </dd>
      <dt>Mappings</dt>
      <dd>
        {portMappings.length === 0 ? 'none' : null}
        {portMappings.map(({ container, containerPort, hostPort }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mapping is its place
          <span key={at}>
            {container} <code>{`containerPort ${containerPort}`}</code>{' '}
            {hostPort === undefined ? 'without a host port' : <code>{`hostPort ${hostPort}`}</code>}{' '}
          </span>
        ))}
      </dd>
      <dt>Let in</dt>
      <dd>
        {inbound.length === 0
          ? 'nothing'
          : inbound.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ')}
      </dd>
    </dl>
  );
}

/** The way of every port, from the load balancer to the container. */
function Picture({ step }: PictureProps<PortsScenario, PortsPicture>): ReactNode {
  return (
    <div className="lab-strips">
      {step.parts.map((part, at) => (
        <CopySheet key={part.name} part={part} ways={step.picture.copies[at]?.ports ?? []} />
      ))}
    </div>
  );
}

function CopySheet({ part, ways }: { readonly part: LabPart; readonly ways: readonly PortOnWay[] }): ReactNode {
  return (
    <article className={`lab-bin lab-bin-${part.standing}`}>
      <h3>{part.name}</h3>
      {ways.map((way) => (
        <ol key={way.target} className="lab-way">
          <li>load balancer</li>
          <li>
            target <code>{way.target}</code>
          </li>
          <li className={way.isOpen === false ? 'lab-shut' : undefined}>{gateWords(way.isOpen)}</li>
          <li>
            {way.container} <code>{way.containerPort}</code>
          </li>
        </ol>
      ))}
      <PartWords part={part} />
    </article>
  );
}

function gateWords(isOpen: boolean | null): string {
  if (isOpen === null) return 'security group';
  return isOpen ? 'security group lets it in' : 'security group keeps it out';
}
