import type { CommandVerdict, VerdictPart } from '../../../model/verdict.ts';
import { gradeRegistryLogin } from '../../logins/grade-registry-login.ts';
import { hostOf } from '../../logins/login-expectation.ts';
import type { Lab, LabPart, LabRun, LabStep, LabTable, Remedy } from '../lab.ts';
import { drawLogin, expectationOf, type LoginScenario, readLoginScenario } from './login-scenario.ts';

/** The command as it was typed. */
export interface LoginPicture {
  readonly command: string;
}

const heads = ['Typed'];
const stages = ['The command', 'The login', 'The pull'];

/** Whether a typed login of ECR does what it should, and whether an image can be pulled with it. */
export const loginLab: Lab<LoginScenario, LoginPicture> = {
  name: 'registry-login',
  start: {
    command:
      'aws ecr get-login-password --region eu-west-1 | docker login --username aws --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    cli: 'v2',
    account: '123456789012',
    region: 'eu-west-1',
    hasDefaultRegion: false,
    imageRegion: 'eu-west-1',
  },
  read: readLoginScenario,
  draw: drawLogin,
  given: (scenario) => [
    {
      caption: 'What is known',
      heads: ['What', 'Value'],
      rows: [
        ['AWS CLI', scenario.cli],
        ['the registry', hostOf(expectationOf(scenario))],
        ['a default Region', scenario.hasDefaultRegion ? scenario.region : 'none'],
        ['the image lies in', scenario.imageRegion],
        ['typed', scenario.command],
      ],
    },
  ],
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function runOf(scenario: LoginScenario): LabRun<LoginScenario, LoginPicture> {
  const verdict = gradeRegistryLogin(scenario.command, expectationOf(scenario));
  const parts = partsOf(verdict);
  const { isIn, isPulled } = endOf(scenario, verdict);
  const told = parts.map((part, at) =>
    stepOf(scenario, verdict, 0, `${part.name}: ${part.lead}. ${part.words}`.trim(), at + 1),
  );
  const outcome = `${loginWords(verdict)} ${pullWords(scenario, verdict)}`;
  return {
    prediction: {
      asks: 'Does docker log in?',
      options: ['yes', 'yes, but not safely', 'no'],
      right: [!isIn ? 'no' : verdict.ruling === 'insecure' ? 'yes, but not safely' : 'yes'],
    },
    stages,
    before: stepOf(scenario, verdict, -1, 'Nothing has been typed into a shell, and nothing will be run.', 0),
    steps: [
      ...told,
      stepOf(scenario, verdict, 1, [loginWords(verdict), ...verdict.general].join(' '), parts.length + 1),
      stepOf(scenario, verdict, 2, pullWords(scenario, verdict), parts.length + 2),
    ],
    outcome,
    measures: {
      'logged in': isIn ? 1 : 0,
      'image pulled': isPulled ? 1 : 0,
      'parts with a fault': verdict.parts.filter(({ state }) => state === 'wrong' || state === 'missed').length,
    },
    remedies: remediesOf(scenario, isIn),
    findings: [],
  };
}

function endOf({ region, imageRegion }: LoginScenario, { ruling }: CommandVerdict) {
  const isIn = ruling === 'correct' || ruling === 'insecure';
  return { isIn, isPulled: isIn && region === imageRegion };
}

/** The judged parts of the command; two of one name are told apart. */
function partsOf({ parts }: CommandVerdict): readonly Omit<LabPart, 'cells'>[] {
  return parts.map((part, at) => {
    const before = parts.slice(0, at).filter((other) => other.part === part.part).length;
    return { name: before === 0 ? part.part : `${part.part} (${before + 1})`, ...standOf(part) };
  });
}

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;

function standOf({ state, given, wanted, note = '' }: VerdictPart): Stand {
  switch (state) {
    case 'right':
      return { standing: 'kept', lead: 'Right', words: note };
    case 'wrong':
      return {
        standing: 'out',
        lead: 'Wrong',
        words: note || `${given ?? 'It'} should be ${wanted ?? 'something else'}.`,
      };
    case 'missed':
      return { standing: 'out', lead: 'Missing', words: note || `${wanted ?? 'Something'} is missing.` };
    case 'left':
      return { standing: 'behind', lead: 'Not asked', words: note };
  }
}

const waiting: Stand = { standing: 'waiting', lead: 'Not looked at', words: '' };

function stepOf(
  scenario: LoginScenario,
  verdict: CommandVerdict,
  stage: number,
  says: string,
  told: number,
): LabStep<LoginPicture> {
  const typed = partsOf(verdict).map((part, at): LabPart => {
    const given = verdict.parts[at]?.given ?? '';
    return { ...part, ...(at < told ? {} : waiting), cells: [given === '' ? 'nothing' : given] };
  });
  const { isIn, isPulled } = endOf(scenario, verdict);
  const login: Stand =
    stage < 1
      ? waiting
      : { standing: isIn ? 'best' : 'out', lead: isIn ? 'Logged in' : 'Not logged in', words: loginWords(verdict) };
  const pull: Stand =
    stage < 2
      ? waiting
      : {
          standing: isPulled ? 'chosen' : 'out',
          lead: isPulled ? 'Pulled' : 'Not pulled',
          words: pullWords(scenario, verdict),
        };
  const parts = [
    ...typed,
    { name: 'docker’s login', ...login, cells: [hostOf(expectationOf(scenario))] },
    { name: 'docker pull', ...pull, cells: [imageHost(scenario)] },
  ];
  return { stage, says, heads, parts, picture: { command: scenario.command } };
}

function loginWords({ ruling, general }: CommandVerdict): string {
  switch (ruling) {
    case 'correct':
      return 'docker is logged in to the registry, for 12 hours.';
    case 'insecure':
      return 'docker is logged in, but the password can be read by others.';
    case 'partly-right':
      return 'It logs in on some machines only.';
    case 'wrong-version':
      return 'This version of the AWS CLI does not know it.';
    case 'typography':
      return 'It would log in with the characters of a keyboard; some of these come from a text.';
    case 'wrong':
      return general.length === 0 ? 'docker is not logged in.' : `docker is not logged in. ${general[0] ?? ''}`;
  }
}

function imageHost(scenario: LoginScenario): string {
  return hostOf(expectationOf({ ...scenario, region: scenario.imageRegion }));
}

function pullWords(scenario: LoginScenario, verdict: CommandVerdict): string {
  const { isIn, isPulled } = endOf(scenario, verdict);
  if (isPulled) return 'The image can be pulled: it lies in the registry that docker is logged in to.';
  if (!isIn) return 'The pull fails: there are no credentials for the registry.';
  return `The pull fails: the image lies in ${scenario.imageRegion}, and each Region has a registry of its own.`;
}

function remediesOf(scenario: LoginScenario, isIn: boolean): readonly Remedy<LoginScenario>[] {
  const { region, imageRegion, cli } = scenario;
  const remedies: Remedy<LoginScenario>[] = [];
  if (!isIn)
    remedies.push({ label: 'Show a login that works', scenario: { ...scenario, command: rightLogin(scenario, cli) } });
  if (isIn && region !== imageRegion) {
    const moved = { ...scenario, region: imageRegion };
    remedies.push({ label: `Log in to ${imageRegion}`, scenario: { ...moved, command: rightLogin(moved, cli) } });
  }
  return remedies;
}

function rightLogin(scenario: LoginScenario, cli: LoginScenario['cli']): string {
  const { region } = scenario;
  if (cli === 'v1') return `$(aws ecr get-login --no-include-email --region ${region})`;
  const host = hostOf(expectationOf(scenario));
  return `aws ecr get-login-password --region ${region} | docker login --username AWS --password-stdin ${host}`;
}

/** The same command for both versions of the CLI. */
function compare(scenario: LoginScenario): LabTable {
  const rows = (['v1', 'v2'] as const).map((cli) => {
    return [cli, loginWords(gradeRegistryLogin(scenario.command, expectationOf({ ...scenario, cli })))];
  });
  return {
    caption: 'The same command with both versions of the AWS CLI',
    heads: ['AWS CLI', 'What comes of it'],
    rows,
  };
}
