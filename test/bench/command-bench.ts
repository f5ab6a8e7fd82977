import { gradeCommand } from '../../src/core/ecs/commands/grade-command.ts';
import { gradeRegistryLogin } from '../../src/core/ecs/logins/grade-registry-login.ts';
import { type Bench, type BenchRow, boundRow, medianOf } from './bench.ts';

const goalMs = 5;
const size = 10_240;
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
];

/** The two graders of typed commands on long and on bad input, beside the 5 ms that a learner does not notice. */
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
  return boundRow(`grade ${what}`, 'ms', worst, goalMs);
}

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return medianOf(times);
}
