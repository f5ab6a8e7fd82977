import { type RoleName, roleFacts } from '../roles/role-facts.ts';
import { roleFor } from '../roles/role-for.ts';
import { roleNeeds } from '../roles/role-needs.ts';
import { type Draw, type Exercise, exerciseWith, pick, pickService, type Reasoned } from './exercise.ts';

type Need = keyof typeof roleNeeds;

/** What a question may ask about; that of the caller alone is left out, for nobody takes it for another. */
export const needsAsked = (Object.keys(roleNeeds) as readonly Need[]).filter(
  (need) => roleNeeds[need].caller !== 'person or pipeline',
);

/** What each role is for, said of one that is not the right one. */
const uses: Readonly<Record<RoleName, string>> = {
  'task role': 'That role is for what the program in the container calls.',
  'task execution role':
    'That role is for what is done for the task from outside: pulling, logging, secrets at the start.',
  'container instance role': 'That role is for the instance and its agent, where the task runs on EC2.',
  'ECS Anywhere role': 'That role is for external instances.',
  'ECS service-linked role': 'That role is for what ECS does by itself in the account.',
  'infrastructure role': 'That role is handed to ECS for volumes and for moving traffic.',
  'Application Auto Scaling service-linked role': 'That role is for changing the desired count.',
  'EventBridge role': 'That role is for a rule that starts tasks.',
  'CodeDeploy role': 'That role is for CodeDeploy, which moves a listener.',
  'role of the caller': 'That is the person or the pipeline, who takes no part in it here.',
  none: 'Some permission is needed for it.',
};

/** (l) Whose permission it takes. */
export function roleTaken(draw: Draw, need: Need): Exercise | null {
  const launch = pick(draw, ['EC2', 'EC2', 'EC2', 'FARGATE', 'EXTERNAL'] as const);
  const executionRole = launch === 'EC2' && draw(3) > 0 ? 'nowhere' : 'task definition';
  const situation = { need, launch, taskRole: 'task definition', executionRole } as const;
  const { role, because, from, actions } = roleFor(situation);
  if (from === 'nowhere' || role === 'none') return null;
  const others = (Object.keys(roleFacts) as readonly RoleName[]).filter((each) => each !== role && each !== 'none');
  const slips = others.map((each): Reasoned => ({ text: each, why: uses[each] }));
  const named =
    executionRole === 'nowhere' ? 'names a task role and no execution role' : 'names a task role and an execution role';
  return exerciseWith(draw, { text: role, why: because }, slips, {
    says: [
      `The service ${pickService(draw)}-${pick(draw, ['api', 'worker', 'front'])} runs on ${launchWords[launch]}, and its task definition ${named}.`,
      `What happens: ${need}.`,
    ],
    given: [],
    asks: 'Whose permission does it take?',
    worked: [because, ...(actions.length === 0 ? [] : [`The role must allow ${actions.join(', ')}.`])],
    lab: { name: 'roles', scenario: { launchType: launch, executionRole, needs: [{ need }] } },
  });
}

const launchWords = { EC2: 'EC2 instances', FARGATE: 'Fargate', EXTERNAL: 'external instances' } as const;
