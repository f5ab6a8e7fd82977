import { type ReactNode, useId } from 'react';
import { type RegistrationPicture, registrationLab } from '../../../core/ecs/labs/ecs-config/registration-lab.ts';
import type { RegistrationScenario } from '../../../core/ecs/labs/ecs-config/registration-scenario.ts';
import { countLines } from '../../questions/files/line-now.ts';
import { LineNumbers } from '../../questions/files/line-numbers.tsx';
import { writtenField } from '../../questions/written/written-field.ts';
import { CheckBox, SelectBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartList } from '../frame/part-list.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function RegistrationLab(): ReactNode {
  return <LabFrame lab={registrationLab} view={registrationView} />;
}

const registrationView: LabView<RegistrationScenario, RegistrationPicture> = { Given, Controls, Picture };

function Given({ scenario }: { readonly scenario: RegistrationScenario }): ReactNode {
  const { file, instanceRole, inbound, outbound } = scenario;
  return (
    <>
      <pre className="lab-file">{file === '' ? '(the file is empty)' : file}</pre>
      <dl className="lab-given">
        <dt>Instance role</dt>
        <dd>{instanceRole}</dd>
        <dt>Let in</dt>
        <dd>{inbound}</dd>
        <dt>Way out</dt>
        <dd>{outbound ? 'HTTPS to ECS' : 'none'}</dd>
      </dl>
    </>
  );
}

function Controls({ draft, onChange }: ControlsProps<RegistrationScenario>): ReactNode {
  const id = useId();
  const change = (part: Partial<RegistrationScenario>) => onChange({ ...draft, ...part });
  return (
    <div className="lab-fields">
      <div className="lab-wide">
        <label htmlFor={id}>/etc/ecs/ecs.config</label>
        <div className="editor">
          <LineNumbers numbers={null} lines={countLines(draft.file)} marks={noMarks} />
          <textarea
            {...writtenField}
            id={id}
            className="editor-text"
            wrap="off"
            dir="ltr"
            rows={Math.max(5, countLines(draft.file))}
            value={draft.file}
            onChange={({ target }) => change({ file: target.value })}
          />
        </div>
      </div>
      <SelectBox
        label="The instance role"
        value={draft.instanceRole}
        values={roles}
        onChange={(instanceRole) => change({ instanceRole })}
      />
      <SelectBox
        label="The security group lets in"
        value={draft.inbound}
        values={inbounds}
        onChange={(inbound) => change({ inbound })}
      />
      <CheckBox
        label="There is a way out to ECS over HTTPS"
        checked={draft.outbound}
        onChange={(outbound) => change({ outbound })}
      />
    </div>
  );
}

const noMarks: ReadonlySet<number> = new Set();
const roles = [
  ['may register', 'allows ecs:RegisterContainerInstance'],
  ['may not register', 'does not allow it'],
  ['none', 'is missing'],
] as const;
const inbounds = [
  ['nothing', 'nothing'],
  ['HTTPS', 'HTTPS from anywhere'],
  ['everything', 'everything'],
] as const;

function Picture({ step }: PictureProps<RegistrationScenario, RegistrationPicture>): ReactNode {
  return <PartList parts={step.parts} isTyped={({ name }) => name.startsWith('Line ')} />;
}
