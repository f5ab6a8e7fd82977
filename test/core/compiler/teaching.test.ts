import { describe, expect, it } from 'vitest';
import { complaintsOf, packOf } from './pack-builder.ts';

const front = 'note: ports#one\ndomain: dev\nsource: https://example.com/ports\nverified: 2026-11-01';
const said = `The agent reads valueFrom before a task starts, and a second program that asks for a port is refused. Many
  copies share an instance where the host may look for free ones, and each of them has an address behind a balancer.`;

/** A question about a section that says so much; another section and another note say more. */
function packThatSays(text: string, question: string, attributes = '') {
  return packOf({
    'notes/ports.md': `---\ntitle: Ports\n---\n\n## One {#one}\n\n${text}\n\n## Two {#two asked=false}\n\nAlso hostPort.\n`,
    'notes/roles.md': '---\ntitle: Roles\n---\n\nOther words, such as --count and run-task.\n',
    'questions/ports.md': `---\n${front}\n---\n\n## T {#id-one${attributes}}\n\n${question}\n`,
  });
}
const codesOf = (question: string, attributes?: string) =>
  complaintsOf(packThatSays(said, question, attributes)).map(({ code }) => code);
const recall = (back: string) => `What is it?\n\n---\n\n${back}`;
const block = (language: string, ...lines: readonly string[]) => `\n\n\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;
const choice = (right: string, wrong: string) => `Which?\n\n- [x] ${right}\n  > Y.\n- [ ] ${wrong}\n  > N.\n`;
const config = (line: string) => `Mend it.${block('ini start', 'ECS_X=1')}${block('ini answer', line)}`;

describe('what is not taught', () => {
  it('[W226] is named with the section that lacks it', () => {
    const [complaint, ...more] = complaintsOf(packThatSays(said, recall('The hostPort of the mapping.')));
    expect([complaint?.code, complaint?.line, complaint?.message, more]).toEqual([
      'W226',
      8,
      'ports#one does not say hostPort, which the answer must hold.',
      [],
    ]);
  });
  it.each([
    ['a name in camel case', choice('With hostPort', 'With another')],
    ['a word of code', choice('With `failures`', 'With `events`')],
    ['an address of code', choice('By `ecs.amazonaws.com`', 'By `ec2.amazonaws.com`')],
    ['a variable', `Which variable?${block('answer', 'ECS_CLUSTER')}`, ' case=exact'],
    ['a name that is hidden', 'The field is {{hostPort}}.', ' typed=true case=exact'],
    ['a line of the agent', config('ECS_CLUSTER=prod'), ' check=ecs-config'],
    ['a value of the agent', config('ECS_IMAGE_PULL_BEHAVIOR=always'), ' check=ecs-config'],
    ['an option of a command', `Type it.${block('sh answer', 'aws ecs run-task --started-by me')}`],
    ['an operation', `Type it.${block('sh answer', 'aws ecs stop-task')}`],
    ['half of what is named', recall('Both valueFrom and hostPort.')],
  ])('[W226] may be %s', (_, question, attributes = '') => expect(codesOf(question, attributes)).toEqual(['W226']));
  it.each([
    ['the section says', choice('With valueFrom', 'With another')],
    ['the section says in another case', recall('It is ValueFrom.')],
    ['the prompt says', 'What is hostPort?\n\n---\n\nThe hostPort of it.'],
    ['a wrong option says, too', choice('With hostPort at 0', 'With hostPort at 80')],
    ['is one of many', recall('The fields valueFrom and hostPort, the `agent`, the `task`.')],
    ['is ordinary words', recall('An unheard sentence of other words.')],
    ['is a number', `How many?${block('answer', '= 12 ± 0 GiB')}`],
    ['a command has from another note', `Type it.${block('sh answer', 'aws ecs run-task --count 3')}`],
  ])('[W226] is nothing that %s', (_, question) => expect(codesOf(question)).not.toContain('W226'));
  it('[W226] is not looked for in a section that is still to be written', () =>
    expect(complaintsOf(packThatSays('Text.', recall('The hostPort of it.')))).toEqual([]));
  it('[W226] may be in a section inside the one that is named, or anywhere in a note that is named', () => {
    const inner = packThatSays(
      `${said}\n\n### Inner {#inner}\n\nThe hostPort.`,
      recall('The hostPort.'),
      ' note=ports#inner',
    );
    expect(complaintsOf(inner).filter(({ code }) => code === 'W226')).toEqual([]);
    const whole = complaintsOf(packThatSays(said, recall('The hostPort.'), ' note=ports verified=2026-11-02'));
    expect(whole.map(({ code }) => code)).toEqual(['W207']);
  });
});

describe('a source that another note has', () => {
  const asks = (attributes: string) =>
    complaintsOf(packThatSays(said, recall('An answer.'), attributes)).map(({ code, message }) => [code, message]);
  it('[W225] is told when a question on another note inherits it', () =>
    expect(asks(' note=roles')).toContainEqual([
      'W225',
      'The question is about "roles", and its source is that of the file, about "ports".',
    ]));
  it.each([
    ['of its own', ' note=roles source=https://example.com/roles'],
    ['that was checked for it', ' note=roles verified=2026-11-02'],
    ['of another section', ' note=ports#two'],
    ['of a question that is retired', ' note=roles status=retired'],
  ])('[W225] is none %s', (_, attributes) => expect(asks(attributes).filter(([code]) => code === 'W225')).toEqual([]));
});
