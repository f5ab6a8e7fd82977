import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { plainText } from '../../../src/core/model/rich-text.ts';
import { codesOf, complaintsOf, packWithQuestions, placesOf, questionOf } from './pack-builder.ts';

const ask = (attributes: string, answer: string) => `## T {#id-one${attributes}}\n\nWhat is right here?\n\n${answer}\n`;
const codes = (attributes: string, answer: string) => codesOf(packWithQuestions(ask(attributes, answer)));
const fixesOf = (attributes: string, answer: string) =>
  complaintsOf(packWithQuestions(ask(attributes, answer))).map(({ message, fix }) => `${message} ${fix}`);
const fence = (info: string, ...lines: readonly string[]) => [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

function read<K extends Question['kind']>(kind: K, attributes: string, answer: string): Extract<Question, { kind: K }> {
  const question = questionOf(ask(attributes, answer));
  if (question.kind !== kind) throw new Error(`the kind is ${question.kind}`);
  return question as Extract<Question, { kind: K }>;
}

describe('order', () => {
  const ranks = (list: string) =>
    read('order', ' kind=order', list).steps.map(({ text, rank }) => `${rank} ${plainText(text)}`);
  it('reads a numbered list', () =>
    expect(ranks('1. One\n2. Two `x`\n3. Three')).toEqual(['1 One', '2 Two x', '3 Three']));
  it('lets steps of a sub-list swap, with a label or without', () => {
    const wanted = ['1 A', '2 B', '2 C', '3 D'];
    expect(ranks('1. A\n2. - B\n   - C\n3. D')).toEqual(wanted);
    expect(ranks('1. A\n2. In any order:\n   - B\n   - C\n3. D')).toEqual(wanted);
    expect(ranks('1. A\n2.\n   - B\n   - C\n\n3. D')).toEqual(wanted);
  });
  it('reads a step over two lines, and leaves the take-away alone', () => {
    const question = read('order', ' kind=order', '1. One\n   and more\n2. Two\n\nAnd that is all.');
    expect(question.steps.map(({ text }) => plainText(text))).toEqual(['One and more', 'Two']);
    expect(plainText(question.takeAway)).toBe('And that is all.');
  });
  it('[E108] refuses words beside a sub-list that are no label', () =>
    expect(codes(' kind=order', '1. A\n2. B\n   - C\n   - D')).toEqual(['E108']));
  it('[E103] wants a list', () => expect(codes(' kind=order', 'Nothing.')).toEqual(['E103']));
  it('[E103] takes a numbered list for an answer only where the kind says so', () =>
    expect(codes('', '1. A\n2. B')).toEqual(['E103']));
  it('[E121] refuses one step', () => expect(codes(' kind=order', '1. A')).toEqual(['E121']));
  it('[E123] refuses a step twice among those that may swap', () =>
    expect(codes(' kind=order', '1. - A\n   - A\n2. B')).toEqual(['E123']));
  it('[E161] refuses a step twice in places of its own', () =>
    expect(codes(' kind=order', '1. A\n2. B\n3. A')).toEqual(['E161']));
  it('[E160] refuses steps that may all swap', () => expect(codes(' kind=order', '1. - A\n   - B')).toEqual(['E160']));
  it('[W203] warns of a step that speaks of others by their place', () =>
    expect(codes(' kind=order', '1. A\n2. All of the above')).toEqual(['W203']));
});

const table = (...rows: readonly string[]) => ['| left | right |', '|---|---|', ...rows].join('\n');

describe('match', () => {
  it('reads pairs, rights that are shared, and decoys', () => {
    const question = read('match', ' kind=match', table('| a | x |', '| b | x |', '| c | `y\\|z` |', '| | w |'));
    expect(question.lefts.map(({ text }) => plainText(text))).toEqual(['a', 'b', 'c']);
    expect(question.rights.map(({ text }) => plainText(text))).toEqual(['x', 'y|z', 'w']);
    const [a, b, c] = question.lefts.map(({ id }) => question.pairs[id]);
    expect([a, b, c]).toEqual([question.rights[0]?.id, question.rights[0]?.id, question.rights[1]?.id]);
  });
  it('[E101] refuses a table without a head, and a row of three cells', () => {
    expect(codes(' kind=match', '| a | x |\n| b | y |\n| c | z |')).toContain('E101');
    expect(codes(' kind=match', table('| a | x | 1 |', '| b | y |', '| c | z |'))).toEqual(['E101']);
  });
  it('[E105] refuses a left without a right', () =>
    expect(codes(' kind=match', table('| a | x |', '| b | y |', '| c | |'))).toEqual(['E105']));
  it('[E103] wants a table', () => expect(codes(' kind=match', '- a\n- b')).toEqual(['E103']));
  it('[E121] refuses a single pair', () => expect(codes(' kind=match', table('| a | x |'))).toEqual(['E121']));
  it('[E123] refuses a decoy that belongs somewhere', () =>
    expect(codes(' kind=match', table('| a | x |', '| b | y |', '| | x |'))).toEqual(['E123']));
  it('[E161] refuses a left with two rights', () =>
    expect(codes(' kind=match', table('| a | x |', '| b | y |', '| a | y |'))).toEqual(['E161']));
  it('[W203] warns of a right that speaks of others by their place', () =>
    expect(codes(' kind=match', table('| a | x |', '| b | none of the above |'))).toEqual(['W203']));
});

describe('typed cloze', () => {
  it('takes what is hidden, without its markup', () => {
    const question = questionOf('## T {#id-one typed=true}\n\nIt is `{{awsvpc}}` for {{2 min::how long}}.\n');
    expect(question).toMatchObject({
      kind: 'typed-cloze',
      answers: [[{ text: 'awsvpc' }], [{ text: '2 min' }, { form: 'number', value: 2, unit: 'min' }]],
    });
  });
  it('takes the same text in two gaps of one card', () =>
    expect(
      codesOf(packWithQuestions('## T {#id-one typed=true}\n\nHere {{1:agent}} and there {{1:agent}} it is.\n')),
    ).toEqual([]));
  it('[E170] refuses two texts in one field', () =>
    expect(
      codesOf(packWithQuestions('## T {#id-one typed=true}\n\nHere {{1:agent}} and there {{1:task}} it is.\n')),
    ).toEqual(['E170']));
  it('[E106] refuses another value than true or false', () =>
    expect(codesOf(packWithQuestions('## T {#id-one typed=yes}\n\nThe {{agent}} runs.\n'))).toEqual(['E106']));
});

const right = 'aws ecs list-tasks --cluster shop';
const wrongReason = '# That asks for the default cluster.';
const wrong = 'aws ecs list-tasks';

describe('command', () => {
  it('reads a command a line, and one over several', () => {
    const long = 'aws ecs list-tasks \\\n  --cluster shop';
    const question = read('command', '', fence('sh answer', long, right));
    expect(question.accepted).toEqual([long, right]);
  });
  it('reads here-documents and quotes up to their end', () => {
    const file = "cat > /etc/ecs/ecs.config <<'EOF'\nECS_CLUSTER=shop\nEOF";
    const echo = 'echo "ECS_CLUSTER=shop\nECS_LOGLEVEL=warn" > /etc/ecs/ecs.config';
    expect(read('command', '', fence('sh answer', file)).accepted).toEqual([file]);
    expect(read('command', '', fence('sh answer', echo)).accepted).toEqual([echo]);
  });
  it('reads wrong commands below their reasons', () => {
    const question = read('command', '', `${fence('sh answer', right)}\n${fence('sh wrong', wrongReason, wrong)}`);
    expect(question.wrong).toEqual([{ command: wrong, reason: 'That asks for the default cluster.' }]);
  });
  it('[E120] refuses a block that accepts nothing', () => expect(codes('', fence('sh answer', ''))).toEqual(['E120']));
  it('[E103] names the block that is missing, or one too many', () => {
    expect(fixesOf('', fence('sh wrong', wrongReason, wrong))[0]).toContain('The block ```sh answer is missing.');
    expect(fixesOf('', fence('sh answer', right) + fence('sh answer', right))[0]).toContain('stands already in line');
    expect(fixesOf('', fence('sh answer', right) + fence('json start', '{}'))[0]).toContain('does not belong');
  });
  it('[E103] refuses a block behind other text', () =>
    expect(
      placesOf(packWithQuestions(ask('', `${fence('sh answer', right)}\nAnd:\n\n${fence('sh wrong', wrong)}`))),
    ).toEqual(['E103 questions/ports.md:18:1']));
  it('[E160] refuses an accepted command that no shell can read', () =>
    expect(codes('', fence('sh answer', 'aws ecs list-tasks --cluster "shop', ''))).toEqual(['E160']));
  it('[E160] refuses a wrong command that means the same as an accepted one', () =>
    expect(
      codes(
        '',
        fence('sh answer', right) + fence('sh wrong', '# Spelt otherwise.', 'aws ecs list-tasks --cluster=shop'),
      ),
    ).toEqual(['E160']));
  it('[W201] warns of a wrong command without a reason', () =>
    expect(codes('', fence('sh answer', right) + fence('sh wrong', wrong))).toEqual(['W201']));
  it('[W204] warns of an en dash in an answer', () =>
    expect(codes('', fence('sh answer', right, right.replace('--cluster', '\u2013cluster')))).toContain('W204'));
  it('[W212] warns of a reason that names an answer by its letter', () =>
    expect(codes('', fence('sh answer', right) + fence('sh wrong', '# See option B.', wrong))).toEqual(['W212']));
});

const ini = (start: string, answer: string) => fence('ini start', start) + fence('ini answer', answer);

describe('config', () => {
  it('reads what is edited and the answer', () =>
    expect(read('config', ' check=ecs-config', ini('ECS_CLUSTER =web', 'ECS_CLUSTER=web'))).toMatchObject({
      start: 'ECS_CLUSTER =web',
      answer: 'ECS_CLUSTER=web',
      check: 'ecs-config',
    }));
  it('[E103] wants both blocks and a checker', () => {
    expect(codes(' check=ecs-config', fence('ini answer', 'ECS_CLUSTER=web'))).toEqual(['E103']);
    expect(codes('', ini('ECS_CLUSTER =web', 'ECS_CLUSTER=web'))).toEqual(['E103']);
  });
  it('[E102] refuses a checker that there is not', () =>
    expect(codes(' check=task-definition', ini('ECS_CLUSTER =web', 'ECS_CLUSTER=web'))).toEqual(['E102']));
  it('[E160] refuses a start that is already right', () =>
    expect(codes(' check=ecs-config', ini('# x\nECS_CLUSTER=web', 'ECS_CLUSTER=web'))).toEqual(['E160']));
  it('[E160] refuses an answer with a mistake of its own', () =>
    expect(codes(' check=ecs-config', ini('ECS_CLUSTER=other', 'ECS_CLUSTER="web"'))).toEqual(['E160']));
});

const definition = (hostPort: number, memory = '128') =>
  `{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "memory": ${memory}, "portMappings": [{ "containerPort": 80, "hostPort": ${hostPort} }] }] }`;
const json = (start: string, answer: string, ...require: readonly string[]) =>
  fence('json start', start) + fence('json answer', answer) + fence('yaml require', ...require);
const port = '/containerDefinitions/0/portMappings/0/hostPort';
const check = ' check=task-definition';

describe('json', () => {
  it('reads what is edited, the answer and what is required', () => {
    const require = [
      `- { pointer: ${port}, equals: 0 }`,
      '- { pointer: /cpu, absent: true }',
      '- { pointer: /family, oneOf: [web, shop] }',
      '- pointer: /containerDefinitions/0/memory',
      '  numberRange: [4, 128]',
      '- { pointer: /containerDefinitions/0/name, present: true }',
    ];
    expect(read('json', check, json(definition(80), definition(0), ...require)).require).toEqual([
      { pointer: port, test: 'equals', value: '0' },
      { pointer: '/cpu', test: 'absent' },
      { pointer: '/family', test: 'one-of', values: ['web', 'shop'] },
      { pointer: '/containerDefinitions/0/memory', test: 'number', least: 4, most: 128 },
      { pointer: '/containerDefinitions/0/name', test: 'present' },
    ]);
  });
  it.each([
    ['no pointer', '- { equals: 0 }', 'E105'],
    ['a pointer without a slash', '- { pointer: family, equals: web }', 'E105'],
    ['nothing asked', '- { pointer: /family }', 'E106'],
    ['two things asked', '- { pointer: /family, equals: web, present: true }', 'E106'],
    ['a range upside down', '- { pointer: /family, numberRange: [2, 1] }', 'E106'],
    ['present: false', '- { pointer: /family, present: false }', 'E106'],
    ['an unknown key', '- { pointer: /family, equal: web }', 'E102'],
    ['an anchor', '- { pointer: /family, equals: &a web }', 'E104'],
    ['a map', 'pointer: /family', 'E101'],
  ])('refuses a requirement with %s', (_, line, code) =>
    expect(codes(check, json(definition(80), definition(0), `- { pointer: ${port}, equals: 0 }`, line))).toContain(
      code,
    ),
  );
  it('[E103] wants all three blocks', () =>
    expect(fixesOf(check, fence('json start', definition(80)) + fence('json answer', definition(0)))[0]).toContain(
      'The block ```yaml require is missing.',
    ));
  it('[E160] refuses an answer that the checker refuses, and says why', () => {
    const [message] = fixesOf(check, json(definition(80), definition(0, '"128"'), `- { pointer: ${port}, equals: 0 }`));
    expect(message).toMatch(/^The answer is graded wrong: line 1: /);
  });
  it('[E160] refuses an answer that does not hold what is required', () =>
    expect(codes(check, json(definition(80), definition(0), '- { pointer: /family, equals: shop }'))).toEqual([
      'E160',
    ]));
  it('[E160] refuses a start that is already right', () =>
    expect(codes(check, json(definition(0), definition(0), `- { pointer: ${port}, equals: 0 }`))).toEqual(['E160']));
  it('[E160] shows a mutant that is graded right: a fixed host port that nothing forbids', () => {
    const [message = ''] = fixesOf(
      check,
      json(definition(70_000), definition(0), '- { pointer: /family, equals: web }'),
    );
    expect(message).toContain(`An answer with another value of ${port} is graded right`);
    expect(message).toContain('"hostPort": 80');
  });
});

const children = (...parts: readonly string[]) =>
  `## The shop {#the-shop kind=case difficulty=3}\n\nA shop with **two** hosts.\n\n${parts.join('\n')}`;
const child = (id: string, prompt: string) =>
  `### Part ${id} {#${id}}\n\n${prompt}\n\n- [ ] no, ${id}\n  > Why not.\n- [x] yes, ${id}\n  > Why.\n`;

describe('case', () => {
  const files = packWithQuestions(children(child('part-one', 'Why does it wait?'), child('part-two', 'What now?')));
  it('makes a question of each child, which carries the scenario and what the case says of all', () => {
    const questions = compilePack(files).value?.questions ?? [];
    expect(questions.map(({ id, difficulty, case: shared }) => [id, difficulty, shared?.id, shared?.title])).toEqual([
      ['demo/part-one', 3, 'demo/the-shop', 'The shop'],
      ['demo/part-two', 3, 'demo/the-shop', 'The shop'],
    ]);
    expect(plainText(questions[0]?.case?.scenario ?? [])).toBe('A shop with two hosts.');
    expect(codesOf(files)).toEqual([]);
  });
  it('counts the scenario to what decides the verdict', () => {
    const revs = (scenario: string) => {
      const text = children(child('part-one', 'Why does it wait?')).replace('two', scenario);
      return compilePack(packWithQuestions(text)).value?.questions.map(({ rev }) => rev);
    };
    expect(revs('two')).toEqual(revs('two'));
    expect(revs('two')).not.toEqual(revs('three'));
  });
  it('lets a child be of any kind', () =>
    expect(
      codesOf(packWithQuestions(children(`### P {#part-one kind=order}\n\nOrder them all.\n\n1. A\n2. B\n`))),
    ).toEqual([]));
  it('[E105] wants a scenario', () =>
    expect(
      codesOf(packWithQuestions(children(child('part-one', 'Why?')).replace('A shop with **two** hosts.', ''))),
    ).toEqual(['E105']));
  it('[E103] wants questions', () => expect(codesOf(packWithQuestions(children()))).toContain('E103'));
  it('[E103] refuses a case in a case', () =>
    expect(
      codesOf(packWithQuestions(children(child('part-one', 'Why?'), '### Q {#part-two kind=case}\n\nMore.\n'))),
    ).toEqual(['E103']));
  it('[E110] counts the id of a case among those of questions', () =>
    expect(codesOf(packWithQuestions(children(child('the-shop', 'Why?'))))).toEqual(['E110']));
});

describe('the rev of a question', () => {
  const rev = (attributes: string, answer: string) => questionOf(ask(attributes, answer)).rev;
  it.each([
    ['order', ' kind=order', '1. A\n2. B\n3. C', '1. A\n2. - B\n   - C'],
    ['match', ' kind=match', table('| a | x |', '| b | y |'), table('| a | y |', '| b | x |')],
    ['command', '', fence('sh answer', right), fence('sh answer', right.replace('shop', 'web'))],
    [
      'config',
      ' check=ecs-config',
      ini('ECS_CLUSTER =web', 'ECS_CLUSTER=web'),
      ini('ECS_CLUSTER =web', 'ECS_CLUSTER=shop'),
    ],
  ])('changes with the key of a %s, and not with its take-away', (_, attributes, answer, other) => {
    expect(rev(attributes, answer)).not.toBe(rev(attributes, other));
    expect(rev(attributes, answer)).toBe(rev(attributes, `${answer}\n\nMore words.`));
  });
});

describe('kinds', () => {
  it('[E103] refuses a kind that its answer block is not', () => {
    expect(codes(' kind=json', fence('sh answer', right))).toContain('E103');
    expect(codes(' kind=command', fence('answer', 'x'))).toContain('E103');
    expect(codes(' kind=lab', fence('json start', '{}'))).toEqual(['E103']);
  });
  it('[E103] refuses a second ```answer block', () =>
    expect(codes('', fence('answer', 'x') + fence('answer', 'y'))).toEqual(['E103']));
});
