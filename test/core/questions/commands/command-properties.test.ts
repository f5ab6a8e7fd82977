import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../../../src/core/questions/command/kind.ts';
import { base } from '../question-base.ts';

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const pipe = `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${host}`;

/** Right answers, each the only accepted one of its question. */
const answers = [
  pipe,
  '$(aws ecr get-login --no-include-email --region eu-west-1)',
  'aws ecr create-repository --repository-name shop/web',
  'docker build -t demo:1.4 .',
  `docker push ${host}/orders:2.0`,
  'aws ecs run-task --cluster batch --task-definition import:5 --count 3 --launch-type EC2',
  'aws ecs update-service --cluster shop --service web --force-new-deployment',
  'aws ecs describe-tasks --cluster shop --tasks 0f9e8d7c6b5a49382716051423324150',
  'aws ecs list-tasks --cluster shop --service-name web --desired-status STOPPED',
  'echo ECS_CLUSTER=billing >> /etc/ecs/ecs.config',
  'sudo systemctl restart ecs',
  'curl http://localhost:51678/v1/metadata',
];

type Change = (text: string) => string;

/** What people type round a command that changes nothing of what it does. */
const manners: readonly Change[] = [
  (text) => `set -e\n${text}`,
  (text) => `set -euo pipefail; ${text}`,
  (text) => `echo start; ${text}`,
  (text) => `A=b; ${text}`,
  (text) => `export A=b\n${text}`,
  (text) => `A=b; export A; ${text}`,
  (text) => `declare -x A=b; ${text}`,
  (text) => `export AWS_PAGER=""; ${text}`,
  (text) => `NOW=$(date); echo "$NOW"; ${text}`,
  (text) => `# a comment\n${text}`,
  (text) => `${text} || exit 1`,
  (text) => `${text} || { echo failed >&2; exit 1; }`,
  (text) => `${text} && echo done`,
  (text) => `${text}; echo $?`,
  (text) => `( ${text} )`,
  (text) => `{ ${text}; }`,
  (text) => (/[\n;&]|\|\|/.test(text) ? text : `if ! ${text}; then exit 1; fi`),
  (text) => (/[\n;&]|\|\|/.test(text) ? text : `if ${text}; then echo ok; else exit 1; fi`),
  (text) => `${text} 2>/dev/null`,
  (text) => (text.includes("'") ? text : `eval '${text}'`),
  (text) => `  ${text}  `,
];

/** What makes any answer another one. */
const harms: readonly Change[] = [
  (text) => `${text}; rm -rf ~`,
  (text) => `${text} && docker system prune -af`,
  (text) => `rm -rf ~; ${text}`,
  (text) => `X=$(rm -rf ~); ${text}`,
  (text) => `export X="$(sudo reboot)"; ${text}`,
  (text) => `X=\`sudo reboot\`; ${text}`,
  (text) => `echo "$(docker system prune -af)"; ${text}`,
  (text) => `${text}; cat <(sudo reboot)`,
  (text) => `${text} | sudo tee /etc/passwd`,
  (text) => `${text} | sh`,
  (text) => `true || ${text}`,
  (text) => `exit; ${text}`,
  (text) => `echo ${JSON.stringify(text).replaceAll('$', '\\$')}`,
  (text) => `if [ -e /tmp/x ]; then ${text}; fi`,
  (text) => `for i in 1 2; do ${text}; done`,
  (text) => `f() { ${text}; }`,
  (text) => `${text} || sudo reboot`,
  (text) => `${text} &`,
  (text) => `alias aws=echo; ${text}`,
  (text) => `PATH=/tmp/bin; ${text}`,
  (text) => `bash -c 'sudo reboot'; ${text}`,
  (text) => `eval "sudo reboot"; ${text}`,
  (text) => `if true; then sudo reboot; fi; ${text}`,
];

function score(accepted: string, text: string): number {
  return (
    command.grade({ ...base, kind: 'command', accepted: [accepted], wrong: [] }, { kind: 'command', text }).score ?? 0
  );
}

describe('manners and harms', () => {
  it('[L25] manners of the shell, one or two of them, leave a right answer right', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.array(fc.constantFrom(...manners), { maxLength: 2 }),
        (answer, some) => {
          const text = some.reduce((before, change) => change(before), answer);
          expect(score(answer, text), text).toBe(1);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('[L26] what does harm makes any answer wrong, whatever manners stand round it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.constantFrom(...harms),
        fc.array(fc.constantFrom(...manners), { maxLength: 2 }),
        (answer, harm, some) => {
          const text = some.reduce((before, change) => change(before), harm(answer));
          expect(score(answer, text), text).toBe(0);
        },
      ),
      { numRuns: 900 },
    );
  });

  it('[L6] a word may come from a variable, and an unknown variable makes no answer right', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answers.filter((text) => !/["'$]/.test(text))),
        fc.nat(),
        fc.boolean(),
        (answer, at, known) => {
          const words = answer.split(' ');
          const values = words.flatMap((word, index) => (/^[\w./:-]+$/.test(word) && index > 1 ? [index] : []));
          const index = values[at % values.length] ?? 0;
          const text = words.toSpliced(index, 1, '"$V"').join(' ');
          expect(score(answer, known ? `V=${words[index]}; ${text}` : text), text).toBe(known ? 1 : 0);
        },
      ),
      { numRuns: 400 },
    );
  });
});
