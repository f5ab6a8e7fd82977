import { type ReactNode, useId } from 'react';
import { type LoginPicture, loginLab } from '../../../core/ecs/labs/registry-login/login-lab.ts';
import type { LoginScenario } from '../../../core/ecs/labs/registry-login/login-scenario.ts';
import { copyText } from '../../parts/frame/copy-text.ts';
import { writtenField } from '../../questions/written/written-field.ts';
import { CheckBox, SelectBox, TextBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartList } from '../frame/part-list.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function LoginLab(): ReactNode {
  return <LabFrame lab={loginLab} view={loginView} />;
}

const loginView: LabView<LoginScenario, LoginPicture> = { Given, Controls, Picture };

function Given({ scenario }: { readonly scenario: LoginScenario }): ReactNode {
  const { cli, account, region, hasDefaultRegion, imageRegion } = scenario;
  return (
    <dl className="lab-given">
      <dt>Registry</dt>
      <dd>{`of account ${account} in ${region}`}</dd>
      <dt>AWS CLI</dt>
      <dd>{`${cli}, ${hasDefaultRegion ? `default Region ${region}` : 'no default Region'}`}</dd>
      <dt>To pull</dt>
      <dd>{`an image in ${imageRegion}`}</dd>
    </dl>
  );
}

function Controls({ draft, onChange }: ControlsProps<LoginScenario>): ReactNode {
  const id = useId();
  const change = (part: Partial<LoginScenario>) => onChange({ ...draft, ...part });
  return (
    <div className="lab-fields">
      <div className="lab-field lab-wide">
        <label htmlFor={id}>The command; nothing is run</label>
        <textarea
          {...writtenField}
          id={id}
          rows={3}
          value={draft.command}
          onChange={({ target }) => change({ command: target.value })}
        />
      </div>
      <SelectBox label="AWS CLI" value={draft.cli} values={versions} onChange={(cli) => change({ cli })} />
      <TextBox label="Account" value={draft.account} onChange={(account) => change({ account })} />
      <TextBox label="Region of the registry" value={draft.region} onChange={(region) => change({ region })} />
      <TextBox
        label="Region of the image"
        value={draft.imageRegion}
        onChange={(imageRegion) => change({ imageRegion })}
      />
      <CheckBox
        label="The configuration names the Region"
        checked={draft.hasDefaultRegion}
        onChange={(hasDefaultRegion) => change({ hasDefaultRegion })}
      />
    </div>
  );
}

const versions = [
  ['v2', 'version 2'],
  ['v1', 'version 1'],
] as const;

/** The command as on a terminal, and each part of it with what is to be said of it. */
function Picture({ step }: PictureProps<LoginScenario, LoginPicture>): ReactNode {
  const { command } = step.picture;
  return (
    <>
      <pre className="lab-file">
        <span aria-hidden="true">$ </span>
        {command}
      </pre>
      <p>
        <button type="button" className="button" onClick={() => void copyText(command)}>
          Copy the command
        </button>
      </p>
      <PartList parts={step.parts} isTyped={({ cells }) => cells[0] !== 'nothing'} />
    </>
  );
}
