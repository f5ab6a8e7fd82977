import { capitalised } from '../../../text/capitalised.ts';
import { countWords } from '../../../text/count-words.ts';
import type { RoleName } from '../../roles/role-facts.ts';
import { type Role, type RoleSituation, roleFor } from '../../roles/role-for.ts';
import { mistakeWords } from '../../roles/role-mistakes.ts';
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

function situationOf({ launchType, taskRole, executionRole }: RolesScenario, need: Need): RoleSituation {
  return { need, launch: launchType, taskRole, executionRole };
}

function roleOf(scenario: RolesScenario, need: Need): Role {
  return roleFor(situationOf(scenario, need));
}

/** Those that are offered for every need alike: the usual ones, what is right of any, and what was answered. */
export function offeredRoles(scenario: RolesScenario): readonly RoleName[] {
  const right = scenario.needs.map(({ need }) => roleOf(scenario, need).role);
  const answered = scenario.needs.flatMap(({ assigned }) => (assigned === null ? [] : [assigned]));
  return [...new Set([...usual, ...right, ...answered])];
}

function runOf(scenario: RolesScenario): LabRun<RolesScenario, RolesPicture> {
  const { needs } = scenario;
  const roles = needs.map(({ need }) => roleOf(scenario, need));
  const answered = needs.filter(({ assigned }) => assigned !== null).length;
  const right = needs.filter(({ assigned }, at) => assigned === roles[at]?.role).length;
  const [first] = needs;
  const outcome =
    answered === 0
      ? `${countWords(needs.length, 'thing')}, ${countWords(new Set(roles.map(({ role }) => role)).size, 'role')}. Change the scenario to give your own answers.`
      : `${right} of ${needs.length} right${answered < needs.length ? `, ${needs.length - answered} not answered` : ''}.`;
  return {
    prediction: {
      asks: `Whose permission does “${first?.need}” take?`,
      options: offeredRoles(scenario).slice(0, 8),
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
  const allowed = actions.map((action) => `\`${action}\``).join(', ');
  return `${need}: ${role}. ${because}${allowed === '' ? '' : ` It must allow ${allowed}.`}`;
}

function stepOf(
  scenario: RolesScenario,
  roles: readonly Role[],
  stage: number,
  says: string,
  told: number,
): LabStep<RolesPicture> {
  const parts = scenario.needs.map(({ need, assigned }, at): LabPart => {
    const role = roles[at];
    if (role === undefined || at >= told) {
      return {
        name: need,
        standing: 'waiting',
        lead: assigned === null ? 'Not answered' : `You say ${assigned}`,
        words: '',
        cells: [assigned ?? 'none', 'not told yet', 'not told yet'],
      };
    }
    const stand = standOf(assigned, role, situationOf(scenario, need));
    return { name: need, ...stand, cells: [assigned ?? 'none', role.role, role.caller] };
  });
  return { stage, says, heads, parts, picture: { roles: roles.map(({ role }, at) => (at < told ? role : null)) } };
}

function standOf(
  assigned: RoleName | null,
  role: Role,
  situation: RoleSituation,
): Pick<LabPart, 'standing' | 'lead' | 'words'> {
  const words = `${role.because}${placeWords(role)}${lackWords(role, situation)}`;
  if (assigned === null) return { standing: 'kept', lead: capitalised(role.role), words };
  if (assigned === role.role) return { standing: 'best', lead: `Right: ${role.role}`, words };
  return {
    standing: 'out',
    lead: `Not ${withArticle(assigned)}, but ${withArticle(role.role)}`,
    words: `${mistakeWords(assigned, role, situation)} ${role.because}${lackWords(role, situation)}`,
  };
}

function withArticle(role: RoleName): string {
  return role === 'none' ? 'no role' : `the ${role}`;
}

/** Where the role is named. */
function placeWords({ role, namedIn, from }: Role): string {
  if (role === 'none' || role === 'role of the caller' || from === 'nowhere') return '';
  const [nowhere, own] = namedIn.split('nowhere: ');
  if (nowhere === '' && own !== undefined) return ` Nobody names it: ${own} is made in the account.`;
  return ` It is named in ${namedIn}${from === 'RunTask override' ? ' of the override of RunTask' : ''}.`;
}

/** W10: what comes of it where the task names no role of the kind. */
function lackWords({ role, from, caller }: Role, { launch }: RoleSituation): string {
  if (from !== 'nowhere') return '';
  if (role !== 'task role' || caller !== 'application') return ' But the task names none, so it fails.';
  if (launch === 'MANAGED_INSTANCES') return ' But the task names none.';
  return launch === 'EC2'
    ? ' But the task names none, so the program may find the role of the instance, which all tasks there share.'
    : ' But the task names none, so it fails.';
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
