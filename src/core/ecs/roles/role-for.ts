import { type RoleFacts, type RoleName, roleFacts } from './role-facts.ts';
import { type RoleNeed, roleNeeds } from './role-needs.ts';

/** Where a task names a role, if it does. */
export type RoleSource = 'task definition' | 'RunTask override' | 'nowhere';

/** Something that happens to a task, and what the task is like. */
export interface RoleSituation {
  readonly need: keyof typeof roleNeeds;
  readonly launch: 'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES';
  readonly taskRole: RoleSource;
  readonly executionRole: RoleSource;
}

export interface Role extends RoleFacts {
  readonly role: RoleName;
  readonly caller: RoleNeed['caller'];
  /** What the role must allow; empty where that is the application's business or AWS's own. */
  readonly actions: readonly string[];
  readonly because: string;
  /** Which text names it, of a role of the task; null of others. */
  readonly from: RoleSource | null;
}

/**
 * W1 to W8: whose permission it takes. `from: 'nowhere'` says that the task lacks the role that it needs.
 *
 * Source: the pages named in `role-facts.ts`; API-ECS `TaskOverride`.
 */
export function roleFor(situation: RoleSituation): Role {
  const need: RoleNeed = roleNeeds[situation.need];
  const { role, because } = settle(need, situation);
  const from =
    role === 'task role' ? situation.taskRole : role === 'task execution role' ? situation.executionRole : null;
  return { role, caller: need.caller, actions: need.actions, because, from, ...roleFacts[role] };
}

function settle({ role, because }: RoleNeed, situation: RoleSituation): { role: RoleName; because: string } {
  const { launch, executionRole } = situation;
  if (role === 'for the agent') {
    if (launch !== 'EC2')
      return {
        role: 'task execution role',
        because: 'The task is not on an EC2 instance of yours, so the agent has the execution role alone.',
      };
    return executionRole === 'nowhere'
      ? {
          role: 'container instance role',
          because: 'The task has no execution role, so the agent uses what the instance has.',
        }
      : { role: 'task execution role', because };
  }
  if (role !== 'of the instance') return { role, because };
  if (launch === 'EC2') return { role: 'container instance role', because };
  if (situation.need !== 'agent registers the instance' || launch === 'FARGATE') {
    return { role: 'none', because: 'There is no EC2 instance of yours that could do it.' };
  }
  return launch === 'EXTERNAL'
    ? { role: 'ECS Anywhere role', because: 'An external instance is known to AWS by its activation.' }
    : { role: 'container instance role', because: 'The capacity provider gives its instances an instance profile.' };
}
