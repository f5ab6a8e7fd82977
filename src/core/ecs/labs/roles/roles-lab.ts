import { countWords } from '../../../text/count-words.ts';
import type { RoleName } from '../../roles/role-facts.ts';
import { type Role, roleFor } from '../../roles/role-for.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable } from '../lab.ts';
import { drawRoles, type Need, type RolesScenario, readRolesScenario } from './roles-scenario.ts';

/** The role that each need takes, in the order of the parts; null before it is told. */
export interface RolesPicture {
  readonly roles: readonly (RoleName | null)[];
}

const heads = ['Your answer', 'It takes', 'Who makes the call'];
const stages = ['One by one', 'Together'];

/** Whose permission it takes, of things that happen around a task. */
export const rolesLab: Lab<RolesScenario, RolesPicture> = {
  name: 'roles',
  start: {
    launchType: 'FARGATE',
    taskRole: 'task definition',
    executionRole: 'task definition',
    needs: (
      [
        'pull from ECR',
        'logs by awslogs',
        'application calls AWS',
        'secret of Secrets Manager at start',
        'application reads a secret as it runs',
      ] as const
    ).map((need) => ({ need, assigned: null })),
  },
  read: readRolesScenario,
  draw: drawRoles,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given({ launchType, taskRole, executionRole, needs }: RolesScenario): readonly LabTable[] {
  return [
    {
      caption: 'The task',
      heads: ['What', 'Where'],
      rows: [
        ['launch type', launchType],
        ['task role', taskRole],
        ['task execution role', executionRole],
      ],
    },
    {
      caption: 'What is to happen',
      heads: ['What', 'Your answer'],
      rows: needs.map(({ need, assigned }) => [need, assigned ?? 'none']),
    },
  ];
}

function roleOf({ launchType, taskRole, executionRole }: RolesScenario, need: Need): Role {
  return roleFor({ need, launch: launchType, taskRole, executionRole });
}

function runOf(scenario: RolesScenario): LabRun<RolesScenario, RolesPicture> {
  const { needs } = scenario;
  const roles = needs.map(({ need }) => roleOf(scenario, need));
  const answered = needs.filter(({ assigned }) => assigned !== null).length;
  const right = needs.filter(({ assigned }, at) => assigned === roles[at]?.role).length;
  const [first] = needs;
  const outcome =
    answered === 0
      ? `${countWords(needs.length, 'thing')}, ${countWords(new Set(roles.map(({ role }) => role)).size, 'role')}. Say whose each is, above, and look again.`
      : `${right} of ${needs.length} right${answered < needs.length ? `, ${needs.length - answered} not answered` : ''}.`;
  return {
    prediction: {
      asks: `Whose permission does “${first?.need}” take?`,
      options: [...new Set([...usual, ...(roles[0] === undefined ? [] : [roles[0].role])])],
      right: roles[0] === undefined ? [] : [roles[0].role],
    },
    stages,
    before: stepOf(scenario, roles, -1, 'Nothing has happened yet.', 0),
    steps: [
      ...roles.map((role, at) => stepOf(scenario, roles, 0, needWords(needs[at]?.need, role), at + 1)),
      stepOf(scenario, roles, 1, outcome, needs.length),
    ],
    outcome,
    measures: { right, answered, 'things that happen': needs.length },
    remedies: [],
    findings: [],
  };
}

const usual: readonly RoleName[] = [
  'task role',
  'task execution role',
  'container instance role',
  'ECS service-linked role',
  'role of the caller',
];

function needWords(need: Need | undefined, { role, because, actions }: Role): string {
  const allowed = actions.length === 0 ? '' : ` It must allow ${actions.join(', ')}.`;
  return `${need}: ${role}. ${because}${allowed}`;
}

function stepOf(
  { needs }: RolesScenario,
  roles: readonly Role[],
  stage: number,
  says: string,
  told: number,
): LabStep<RolesPicture> {
  const parts = needs.map(({ need, assigned }, at): LabPart => {
    const role = roles[at];
    if (role === undefined || at >= told) {
      return {
        name: need,
        standing: 'waiting',
        lead: assigned ?? 'Not answered',
        words: '',
        cells: [assigned ?? 'none', 'not told yet', 'not told yet'],
      };
    }
    return { name: need, ...standOf(assigned, role), cells: [assigned ?? 'none', role.role, role.caller] };
  });
  return { stage, says, heads, parts, picture: { roles: roles.map(({ role }, at) => (at < told ? role : null)) } };
}

function standOf(
  assigned: RoleName | null,
  { role, because, from, namedIn }: Role,
): Pick<LabPart, 'standing' | 'lead' | 'words'> {
  const lack = from === 'nowhere' ? ' But the task names none, so it fails.' : '';
  const words = `${because} It is named in ${namedIn.replaceAll('`', '')}.${lack}`;
  if (assigned === null) return { standing: 'kept', lead: role, words };
  if (assigned === role) return { standing: 'best', lead: `Right: ${role}`, words };
  return { standing: 'out', lead: `Not the ${assigned}, but the ${role}`, words };
}

const launches = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] as const;

/** The same things wherever the task runs. */
function compare(scenario: RolesScenario): LabTable {
  return {
    caption: 'The same on other launch types',
    heads: ['What', 'EC2', 'Fargate', 'External', 'Managed Instances'],
    rows: scenario.needs.map(({ need }) => [
      need,
      ...launches.map((launchType) => roleOf({ ...scenario, launchType }, need).role),
    ]),
  };
}
