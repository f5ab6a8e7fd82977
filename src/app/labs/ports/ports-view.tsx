import type { ReactNode } from 'react';
import type { LabPart } from '../../../core/ecs/labs/lab.ts';
import { portsLab } from '../../../core/ecs/labs/ports/ports-lab.ts';
import { rangeWords } from '../../../core/ecs/labs/ports/ports-says.ts';
import type { PortsScenario } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import type { PortOnWay, PortsPicture } from '../../../core/ecs/labs/ports/ports-steps.ts';
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
  const beside = instanceWords(scenario);
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
        {portMappings.map(({ container, containerPort, hostPort, protocol }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mapping is its place
          <div key={at}>
            {container} <code>{`containerPort ${containerPort}`}</code>{' '}
            {hostPort === undefined ? 'without a host port' : <code>{`hostPort ${hostPort}`}</code>}
            {protocol === 'udp' ? ' by UDP' : null}
          </div>
        ))}
      </dd>
      <dt>Let in</dt>
      <dd>{inbound.length === 0 ? 'nothing' : inbound.map(rangeWords).join(', ')}</dd>
      {beside === '' ? null : (
        <>
          <dt>Instance</dt>
          <dd>{beside}</dd>
        </>
      )}
    </dl>
  );
}

/** What the instance has that matters in this mode; nothing where it is as always. */
function instanceWords({ launchType, networkMode, freeInterfaces, taken, dynamicRange }: PortsScenario): string {
  if (launchType === 'FARGATE' || networkMode === 'none') return '';
  if (networkMode === 'awsvpc') return `${countWords(freeInterfaces, 'network interface')} left`;
  const others = taken.map((each) => rangeWords({ ...each, first: each.port, last: each.port }));
  const words = others.length === 0 ? [] : [`other tasks have ${others.join(', ')}`];
  if (dynamicRange !== undefined) words.push(`dynamic ports ${dynamicRange.first}-${dynamicRange.last}`);
  return words.join('; ');
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
      {ways.length === 0 ? null : (
        <div className="lab-ways">
          {ways.map((way, at) => (
            <Way key={`${way.container} ${way.containerPort} ${way.port}`} way={way} isFirst={at === 0} />
          ))}
        </div>
      )}
      <PartWords part={part} />
    </article>
  );
}

function Way({ way, isFirst }: { readonly way: PortOnWay; readonly isFirst: boolean }): ReactNode {
  const { target, isOpen, port, of, container, containerPort } = way;
  return (
    <ol className="lab-way">
      {target === null ? null : (
        <>
          <li>load balancer {isFirst ? <code>:80</code> : null}</li>
          <li>
            target <code>{target}</code>
          </li>
        </>
      )}
      {isOpen === null ? null : (
        <li
          className={isOpen ? undefined : 'lab-shut'}
        >{`security group ${isOpen ? 'lets it in' : 'keeps it out'}`}</li>
      )}
      <li className={isOpen === false ? 'lab-unreached' : undefined}>
        {of} <code>{`:${port}`}</code>
      </li>
      <li className={isOpen === false ? 'lab-unreached' : undefined}>
        {container} <code>{`:${containerPort}`}</code>
      </li>
    </ol>
  );
}
