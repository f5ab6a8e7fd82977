import { registry, rows } from './command-rows.ts';

const userData = 'echo "ECS_CLUSTER=demo" >> /etc/ecs/ecs.config';

rows('user data', userData, [
  ['after a comment', `# tell the agent its cluster\n${userData}`, 'correct'],
  ['after the prompt of root', `# ${userData}`, 'correct'],
  ['a here-document after the prompt of root', '# cat <<EOF >> /etc/ecs/ecs.config\nECS_CLUSTER=demo\nEOF', 'correct'],
  ['only a comment: wrong', '# tell the agent its cluster', 'wrong', /No command/],
  ['no quotes', 'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config', 'correct'],
  ['with the first line of a script', `#!/bin/bash\n${userData}`, 'correct'],
  ['[L32] a here-document', "cat <<'EOF' >> /etc/ecs/ecs.config\nECS_CLUSTER=demo\nEOF", 'correct'],
  ['a here-document, the file first', 'cat >> /etc/ecs/ecs.config <<EOF\nECS_CLUSTER=demo\nEOF', 'correct'],
  ['tee', 'echo ECS_CLUSTER=demo | sudo tee -a /etc/ecs/ecs.config', 'correct'],
  ['[L32] tee without its echo', 'echo ECS_CLUSTER=demo | tee --append /etc/ecs/ecs.config > /dev/null', 'correct'],
  ['tee from a here-string', 'tee -a /etc/ecs/ecs.config <<< "ECS_CLUSTER=demo"', 'correct'],
  ['printf', "printf 'ECS_CLUSTER=%s\\n' demo >> /etc/ecs/ecs.config", 'correct'],
  ['a shell as root', "sudo sh -c 'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config'", 'correct'],
  ['sudo before echo works as root', 'sudo echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config', 'correct'],
  ['> replaces: wrong', 'echo ECS_CLUSTER=demo > /etc/ecs/ecs.config', 'wrong', /replaces the whole file/],
  [
    '[L32] tee without -a: wrong',
    'echo ECS_CLUSTER=demo | tee /etc/ecs/ecs.config',
    'wrong',
    /replaces the whole file/,
  ],
  ['another file: wrong', 'echo ECS_CLUSTER=demo >> /etc/ecs.config', 'wrong', /\/etc\/ecs\/ecs\.config/],
  [
    'another cluster: wrong',
    'echo ECS_CLUSTER=default >> /etc/ecs/ecs.config',
    'wrong',
    /should be "ECS_CLUSTER=demo"/,
  ],
  ['another key: wrong', 'echo ECS_CLUSTER_NAME=demo >> /etc/ecs/ecs.config', 'wrong'],
  ['spaces round =: wrong', 'echo "ECS_CLUSTER = demo" >> /etc/ecs/ecs.config', 'wrong', /No space/],
  [
    'a line too many: wrong',
    'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config\necho A=b >> /etc/ecs/ecs.config',
    'wrong',
    /"A=b" does not belong/,
  ],
  ['only printed: wrong', 'echo ECS_CLUSTER=demo', 'wrong'],
  ['exported: wrong', 'export ECS_CLUSTER=demo', 'wrong'],
  ['in quotes as a whole: wrong', `'${userData}'`, 'wrong'],
]);

rows(
  'user data, two lines',
  'cat <<EOF >> /etc/ecs/ecs.config\nECS_CLUSTER=demo\nECS_ENABLE_SPOT_INSTANCE_DRAINING=true\nEOF',
  [
    [
      'two echoes',
      'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config\necho ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config',
      'correct',
    ],
    [
      'echo -e, the other order',
      'echo -e "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true\\nECS_CLUSTER=demo" >> /etc/ecs/ecs.config',
      'correct',
    ],
    ['one line: wrong', userData, 'wrong', /DRAINING=true" is missing/],
    [
      'the second replaces the first: wrong',
      'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config\necho ECS_ENABLE_SPOT_INSTANCE_DRAINING=true > /etc/ecs/ecs.config',
      'wrong',
    ],
  ],
);

rows('as an ordinary user', 'echo ECS_CLUSTER=demo | sudo tee -a /etc/ecs/ecs.config', [
  [
    'sudo before echo: wrong',
    'sudo echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config',
    'wrong',
    /does not cover the redirection/,
  ],
  ['a shell as root', "sudo bash -c 'echo ECS_CLUSTER=demo >> /etc/ecs/ecs.config'", 'correct'],
]);

rows('restart', 'sudo systemctl restart ecs', [
  ['the unit in full', 'sudo systemctl restart ecs.service', 'correct'],
  ['service', 'sudo service ecs restart', 'correct'],
  ['no sudo: wrong', 'systemctl restart ecs', 'wrong', /sudo is missing/],
  ['docker: wrong', 'sudo systemctl restart docker', 'wrong', /should be "ecs"/],
  ['stop: wrong', 'sudo systemctl stop ecs', 'wrong'],
  ['words in another order: wrong', 'sudo systemctl ecs restart', 'wrong', /order counts/],
]);

rows(
  'login by the general grader',
  `aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin ${registry}`,
  [
    [
      '-u and another order',
      `aws --region eu-west-1 ecr get-login-password | docker login ${registry} -u AWS --password-stdin`,
      'correct',
    ],
    [
      '&& for the pipe: wrong',
      `aws ecr get-login-password --region eu-west-1 && docker login --username AWS --password-stdin ${registry}`,
      'wrong',
      /\|/,
    ],
  ],
);

rows('an operation outside the table', 'aws iam create-role --role-name web --tags Key=a,Value=b', [
  ['another order', 'aws iam create-role --tags Key=a,Value=b --role-name=web', 'correct'],
  ['[L34] an option more: wrong', 'aws iam create-role --role-name web --tags Key=a,Value=b --path /x', 'wrong'],
  ['an option less: wrong', 'aws iam create-role --role-name web', 'wrong'],
]);

rows(
  'leave of the question',
  'aws ecs run-task --task-definition web',
  [
    ['an optional option', 'aws ecs run-task --task-definition web --count 5', 'correct'],
    ['a forbidden option: wrong', 'aws ecs run-task --task-definition web --profile me', 'wrong', /does not belong/],
  ],
  { optional: ['--count'], forbidden: ['--profile'] },
);
