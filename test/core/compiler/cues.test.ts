import { describe, expect, it } from 'vitest';
import { complaintsOf, packWithQuestions, placesOf } from './pack-builder.ts';

/** A choice or multi; right options begin with `x `. */
function choice(prompt: string, options: readonly string[]) {
  const lines = options.map((option) => {
    const isRight = option.startsWith('x ');
    return `- [${isRight ? 'x' : ' '}] ${isRight ? option.slice(2) : option}\n  > It is so.\n`;
  });
  return packWithQuestions(`## T {#id-one}\n\n${prompt}\n\n${lines.join('')}`);
}
const codesOf = (prompt: string, ...options: readonly string[]) =>
  complaintsOf(choice(prompt, options)).map(({ code }) => code);

describe('code as a cue', () => {
  const ask = (...options: readonly string[]) => codesOf('What helps here?', ...options);
  it('[W223] the right option alone holds code', () =>
    expect(ask('Another role', 'x The field `image`', 'A newer host')).toEqual(['W223']));
  it('[W223] the right option alone holds none', () =>
    expect(ask('The field `cpu`', 'x A newer image', 'Two `ports`')).toEqual(['W223']));
  it('[W223] stands at the first right option', () =>
    expect(placesOf(choice('Which help? (Choose TWO.)', ['Four', 'x `five`', 'x **`six`**']))).toEqual([
      'W223 questions/ports.md:14:7',
    ]));
  it.each([
    ['a wrong one holds code, too', ['The role `agent`', 'x The field `image`', 'A newer host']],
    ['a wrong one has none either', ['The field `cpu`', 'x A newer image', 'A larger host']],
    ['all of them hold code', ['`cpu`', 'x `image`', '`role`']],
    ['one of two right ones holds none', ['A newer host', 'x The field `image`', 'x Another role']],
  ])('[W223] says nothing where %s', (_, options) => expect(ask(...options)).toEqual([]));
});

describe('an echo of the prompt', () => {
  const pipeline = 'A build pipeline pushes images. Which identity needs the permission?';
  it('[W224] the right option alone takes up a word', () => {
    const [complaint, ...more] = complaintsOf(choice(pipeline, ['The service', 'x The role of the Pipelines']));
    expect([complaint?.code, complaint?.line, complaint?.message, more]).toEqual([
      'W224',
      14,
      'Of all options only the right one takes up "Pipelines" from the prompt.',
      [],
    ]);
  });
  it('[W224] finds words in camel case', () =>
    expect(codesOf('How many requests for each?', '`CPUShare`', 'x `RequestCount`', '`MemoryShare`')).toEqual([
      'W224',
    ]));
  it('[W224] weighs long words more than the short ones of wrong options', () => {
    expect(codesOf('Does the cpu serve all requests?', 'The cpu', 'x The requests')).toEqual(['W224']);
    expect(codesOf('Does the memory serve all requests?', 'The memory', 'x The requests')).toEqual([]);
  });
  it.each([
    ['a wrong option takes it up as well', pipeline, ['The pipeline', 'x The role of the pipeline']],
    ['it is short', 'Which job is next?', ['The host', 'x The job']],
    ['it says nothing', 'What should be before that?', ['Beside', 'x Before']],
    [
      'one right option of two takes up nothing',
      'Which pipelines help? (Choose TWO.)',
      ['x Pipelines', 'No', 'x A role'],
    ],
  ])('[W224] says nothing where %s', (_, prompt, options) => expect(codesOf(prompt, ...options)).toEqual([]));
});

describe('reasons as a cue', () => {
  const many = (right: string, wrong: string) =>
    packWithQuestions(
      Array.from({ length: 12 }, (_, index) => {
        const options = `- [x] Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa${right}\n  > Y.\n- [ ] Bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb${wrong}\n  > N.\n- [ ] Cccccccccccccccccccccccccccccccc${wrong}\n  > N.\n`;
        return `## T {#id-${index}}\n\nWhich ${index}?\n\n${options}`;
      }).join('\n'),
    );
  it('[W227] wrong options give theirs far more often', () => {
    const [complaint, ...more] = complaintsOf(many('', ', because it does'));
    expect([complaint?.code, complaint?.message, more]).toEqual([
      'W227',
      'In this pack 0 of 12 right options and 24 of 24 wrong ones say why ("so that", "because", "since").',
      [],
    ]);
  });
  it('[W227] stands at the last question that gives one', () =>
    expect(placesOf(many(' so that it fits', ''))).toEqual(['W227 questions/ports.md:129:4']));
  it('[W227] says nothing where both do, or neither', () => {
    expect(complaintsOf(many(' since it fits', ' because it fits'))).toEqual([]);
    expect(complaintsOf(many('', ''))).toEqual([]);
  });
});
