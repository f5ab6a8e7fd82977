import { type ReactNode, useId } from 'react';
import { offeredRoles, type RolesPicture, rolesLab } from '../../../core/ecs/labs/roles/roles-lab.ts';
import { allNeeds, type Need, type RolesScenario } from '../../../core/ecs/labs/roles/roles-scenario.ts';
import type { RoleName } from '../../../core/ecs/roles/role-facts.ts';
import { CheckBox, SelectBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartWords } from '../frame/part-words.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function RolesLab(): ReactNode {
  return <LabFrame lab={rolesLab} view={rolesView} />;
}

const rolesView: LabView<RolesScenario, RolesPicture> = { Given, Controls, Picture };

function Given({ scenario }: { readonly scenario: RolesScenario }): ReactNode {
  const { launchType, taskRole, executionRole, needs } = scenario;
  return (
    <dl className="lab-given">
      <dt>Launch type</dt>
      <dd>{launchTypes.find(([each]) => each === launchType)?.[1]}</dd>
      <dt>Task role</dt>
      <dd>{sourceWords(taskRole)}</dd>
      <dt>Execution role</dt>
      <dd>{sourceWords(executionRole)}</dd>
      <dt>To happen</dt>
      <dd>
        <ul className="lab-needs">
          {needs.map(({ need, assigned }) => (
            <li key={need}>{assigned === null ? need : `${need}: you say ${assigned}`}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function sourceWords(source: RolesScenario['taskRole']): string {
  return source === 'nowhere' ? 'named nowhere' : `named in the ${source}`;
}

const launchTypes = [
  ['EC2', 'EC2'],
  ['FARGATE', 'Fargate'],
  ['EXTERNAL', 'External (ECS Anywhere)'],
  ['MANAGED_INSTANCES', 'Managed Instances'],
] as const;
const sources = [
  ['task definition', 'task definition'],
  ['RunTask override', 'RunTask override'],
  ['nowhere', 'nowhere'],
] as const;

type Props = ControlsProps<RolesScenario>;

function Controls({ draft, onChange }: Props): ReactNode {
  const { needs } = draft;
  const put = (next: typeof needs) => onChange({ ...draft, needs: next });
  const roles = offeredRoles(draft);
  return (
    <div className="lab-fields">
      <SelectBox
        label="Launch type"
        value={draft.launchType}
        values={launchTypes}
        onChange={(launchType) => onChange({ ...draft, launchType })}
      />
      <SelectBox
        label="Task role from"
        value={draft.taskRole}
        values={sources}
        onChange={(taskRole) => onChange({ ...draft, taskRole })}
      />
      <SelectBox
        label="Execution role from"
        value={draft.executionRole}
        values={sources}
        onChange={(executionRole) => onChange({ ...draft, executionRole })}
      />
      {needs.map((each, at) => (
        <fieldset key={each.need} className="lab-list">
          <legend>{`Whose permission does “${each.need}” take?`}</legend>
          <RoleRadios
            value={each.assigned}
            roles={roles}
            onChange={(assigned) => put(needs.with(at, { ...each, assigned }))}
          />
        </fieldset>
      ))}
      <NeedChoice draft={draft} onChange={onChange} />
    </div>
  );
}

interface RoleRadiosProps {
  readonly value: RoleName | null;
  readonly roles: readonly RoleName[];
  onChange(role: RoleName): void;
}

function RoleRadios({ value, roles, onChange }: RoleRadiosProps): ReactNode {
  const name = useId();
  return (
    <div className="lab-choices">
      {roles.map((role) => (
        <label key={role} className="lab-option">
          <input type="radio" name={name} checked={role === value} onChange={() => onChange(role)} />
          {role === 'none' ? 'no role' : role}
        </label>
      ))}
    </div>
  );
}

/** What is asked about. The scenario's own findings say when it is too little or too much. */
function NeedChoice({ draft, onChange }: Props): ReactNode {
  const { needs } = draft;
  function toggle(need: Need, isAsked: boolean): void {
    const others = needs.filter((each) => each.need !== need);
    onChange({ ...draft, needs: isAsked ? [...others, { need, assigned: null }] : others });
  }
  return (
    <details className="lab-wide lab-controls">
      <summary>{`What is asked about (${needs.length}, at most 8)`}</summary>
      <div className="lab-choices">
        {allNeeds.map((need) => (
          <CheckBox
            key={need}
            label={need}
            checked={needs.some((each) => each.need === need)}
            onChange={(isAsked) => toggle(need, isAsked)}
          />
        ))}
      </div>
    </details>
  );
}

/** A column for each role, with what takes it; what is not told yet stands by itself. */
function Picture({ step }: PictureProps<RolesScenario, RolesPicture>): ReactNode {
  const { roles } = step.picture;
  const columns = [...new Set(roles)];
  return (
    <div className="lab-zones">
      {columns.map((role) => (
        <section key={role ?? ''} aria-label={role ?? 'Not told yet'}>
          <h3>{role ?? 'Not told yet'}</h3>
          {step.parts.map((part, at) =>
            roles[at] !== role ? null : (
              <article key={part.name} className={`lab-bin lab-bin-${part.standing}`}>
                <h4>{part.name}</h4>
                <PartWords part={part} />
              </article>
            ),
          )}
        </section>
      ))}
    </div>
  );
}
