import { type ReactNode, useId } from 'react';
import { type RolesPicture, rolesLab } from '../../../core/ecs/labs/roles/roles-lab.ts';
import { allNeeds, allRoles, type Need, type RolesScenario } from '../../../core/ecs/labs/roles/roles-scenario.ts';
import type { RoleName } from '../../../core/ecs/roles/role-facts.ts';
import { SelectBox } from '../frame/fields.tsx';
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
      <dd>{launchType}</dd>
      <dt>Task role</dt>
      <dd>{`named: ${taskRole}`}</dd>
      <dt>Execution role</dt>
      <dd>{`named: ${executionRole}`}</dd>
      <dt>To happen</dt>
      <dd>{needs.map(({ need }) => need).join(', ')}</dd>
    </dl>
  );
}

type Props = ControlsProps<RolesScenario>;

function Controls({ draft, onChange }: Props): ReactNode {
  const { needs } = draft;
  const put = (next: typeof needs) => onChange({ ...draft, needs: next });
  const open = allNeeds.find((need) => !needs.some((each) => each.need === need));
  return (
    <div className="lab-fields">
      <SelectBox
        label="Launch type"
        value={draft.launchType}
        values={launchTypes}
        onChange={(launchType) => onChange({ ...draft, launchType })}
      />
      <SelectBox
        label="Task role"
        value={draft.taskRole}
        values={sources}
        onChange={(taskRole) => onChange({ ...draft, taskRole })}
      />
      <SelectBox
        label="Task execution role"
        value={draft.executionRole}
        values={sources}
        onChange={(executionRole) => onChange({ ...draft, executionRole })}
      />
      {needs.map((each, at) => (
        <fieldset key={each.need} className="lab-list">
          <legend>{`Whose permission does “${each.need}” take?`}</legend>
          <RoleRadios value={each.assigned} onChange={(assigned) => put(needs.with(at, { ...each, assigned }))} />
          <div className="lab-row">
            <SelectBox
              label={`Ask about something else than “${each.need}”`}
              value={each.need}
              values={choicesFor(each.need, needs)}
              onChange={(need) => put(needs.with(at, { need, assigned: null }))}
            />
            <button type="button" className="button" onClick={() => put(needs.toSpliced(at, 1))}>
              {`Remove “${each.need}”`}
            </button>
          </div>
        </fieldset>
      ))}
      {open === undefined ? null : (
        <button type="button" className="button" onClick={() => put([...needs, { need: open, assigned: null }])}>
          Add something that happens
        </button>
      )}
    </div>
  );
}

const launchTypes = [
  ['EC2', 'EC2'],
  ['FARGATE', 'Fargate'],
  ['EXTERNAL', 'External (ECS Anywhere)'],
  ['MANAGED_INSTANCES', 'Managed Instances'],
] as const;
const sources = [
  ['task definition', 'in the task definition'],
  ['RunTask override', 'in an override of RunTask'],
  ['nowhere', 'nowhere'],
] as const;

/** What is asked about already is not asked twice. */
function choicesFor(own: Need, needs: RolesScenario['needs']): readonly (readonly [Need, string])[] {
  const others = new Set(needs.map(({ need }) => need).filter((need) => need !== own));
  return allNeeds.filter((need) => !others.has(need)).map((need) => [need, need]);
}

interface RoleRadiosProps {
  readonly value: RoleName | null;
  onChange(role: RoleName): void;
}

function RoleRadios({ value, onChange }: RoleRadiosProps): ReactNode {
  const name = useId();
  return (
    <div className="lab-row">
      {allRoles.map((role) => (
        <label key={role} className="lab-option">
          <input type="radio" name={name} checked={role === value} onChange={() => onChange(role)} />
          {role}
        </label>
      ))}
    </div>
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
