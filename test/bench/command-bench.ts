import { gradeCommand } from '../../src/core/ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../src/core/ecs/logins/grade-registry-login.ts';
import { type Bench, type BenchRow, boundRow, medianOf } from './bench.ts';

const goalMs = 5;
/** For what is longer than `size`. */
const goalOfMegabyteMs = 50;
const size = 10_240;
const megabyte = 1_000_000;
const pipe =
  'aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.eu-west-1.amazonaws.com';

/** Each as long as `size`, or as much as the limits let through. */
const texts: readonly (readonly [what: string, text: string])[] = [
  ['a right answer after 10 kB of space', ' '.repeat(size - pipe.length) + pipe],
  ['a right answer over 4,000 lines', pipe.replace(' --region', ` ${'\\\n'.repeat(4000)}--region`)],
  ['a pasted megabyte', 'aws ecr '.repeat(131_072)],
  ['empty lines', '\n'.repeat(size)],
  ['10 kB of words', 'a '.repeat(size / 2)],
  ['10 kB of en dashes', '–'.repeat(size)],
  ['10 kB of open substitutions', '$('.repeat(size / 2)],
  ['390 curly quotes', '“a” '.repeat(195)],
  ['8 substitutions in each other', '$('.repeat(8) + 'a '.repeat(380) + 'b'.repeat(3000)],
  ['90 writes to a file', 'echo a >> f\n'.repeat(90)],
  ['390 assignments', 'A=b;'.repeat(390)],
  ['190 tags', `docker build ${'-t x '.repeat(190)}`],
  ['a variable that doubles', `A=aaaaaaaa;${'A=$A$A;'.repeat(60)}echo $A`],
  ['a variable in 190 words', `A=${'x'.repeat(40)};echo ${'$A '.repeat(190)}`],
  ['a substitution in 190 words', `A=$(aws ecr get-login-password);echo ${'$A '.repeat(190)}`],
  ['190 exported variables', `${'export A=b;'.repeat(190)}aws ecs run-task`],
  ['arithmetic', `((${'1+'.repeat(1500)}1))`],
  ['390 denials', `[[ ${'! '.repeat(390)} a ]]`],
  ['390 braces in each other', '{ '.repeat(390)],
  ['390 conditions in each other', 'if '.repeat(390)],
  ['shells in each other', `sh -c "sh -c 'sh -c ${'a '.repeat(380)}'"`],
  ['130 evals', "eval 'a b';".repeat(130)],
  ['a query of brackets', `aws ecs list-tasks --query '${'['.repeat(380)}'`],
  ['a query of denials', `aws ecs list-tasks --query '${'!'.repeat(3500)}a'`],
  ['a long query', `aws ecs list-tasks --query '${'a.'.repeat(1700)}a'`],
  ['a filter of jq', `aws ecs list-tasks | jq '${'.a,'.repeat(1100)}.a'`],
  ['a query of a list within a list', `aws ecs list-tasks --query '[${'a,'.repeat(899)}a].[${'a,'.repeat(899)}a]'`],
  ['a filter of a union of a union', `aws ecs list-tasks | jq '${'.a,'.repeat(599)}.a|${'.a,'.repeat(599)}.a'`],
  ['JSON of brackets', `aws ecs run-task --overrides '${'['.repeat(380)}'`],
  ['shorthand of 1,000 members', `aws ecs run-task --overrides '${'a=b,'.repeat(1000)}c=d'`],
  ['200 unknown options', `aws ecs run-task ${'--cap-provider '.repeat(199)}`],
  ['190 looks beside', `${'docker ps;'.repeat(190)}${pipe}`],
  ['60 looks through pipes', `${'aws sts get-caller-identity | cat;'.repeat(60)}`],
  ['200 filters', `echo ${'| cat '.repeat(195)}`],
  ['prompts on every line', '$ echo a\n'.repeat(130)],
  ['a host of 4,000 dots', `docker push ${'a.'.repeat(1900)}/b`],
  ['a megabyte of spaces', ' '.repeat(megabyte)],
  ['a megabyte of doubling variables', 'A=$A$A;'.repeat(megabyte / 7)],
  ['a megabyte of line ends', '\r\n'.repeat(megabyte / 2)],
  ['a megabyte of en dashes', '\u2013'.repeat(megabyte)],
  ['a megabyte of brackets', '('.repeat(megabyte)],
  ['a megabyte of combining marks', 'a\u0301\u0323'.repeat(megabyte / 3)],
];

/** The two graders of typed commands on long and on bad input, beside the 5 ms that a learner does not notice, or 50 ms for a megabyte. */
export const commandBench: Bench = {
  name: 'commands',
  run: async () => texts.map(([what, text]) => rowOf(what, text)),
};

function rowOf(what: string, text: string): BenchRow {
  const login = medianMs(() => gradeRegistryLogin(text, { cli: 'v2', account: '123456789012', region: 'eu-west-1' }));
  const general = medianMs(() =>
    gradeCommand(text, { accepted: ['aws ecs run-task --task-definition web', 'docker build -t demo .'] }),
  );
  const worst = Math.max(login, general);
  return boundRow(`grade ${what}`, 'ms', worst, text.length > size ? goalOfMegabyteMs : goalMs);
}

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return medianOf(times);
}
