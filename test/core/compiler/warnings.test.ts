import { describe, expect, it } from 'vitest';
import { codesOf, goodChoice, packWithNote, packWithPrompt, packWithQuestions } from './pack-builder.ts';

const choice = (change: (text: string) => string) => codesOf(packWithQuestions(change(goodChoice)));
const head = (attributes: string) => choice((text) => text.replace('{#good-one}', `{#good-one ${attributes}}`));

describe('warnings', () => {
  it('[W201] misses a rationale', () =>
    expect(choice((text) => text.replace('  > A fixed port is taken once.\n', ''))).toEqual(['W201']));
  it('[W202] finds a right option that is much longer than the rest', () =>
    expect(choice((text) => text.replace('by the first', `by the first ${'and more '.repeat(9)}`))).toEqual(['W202']));
  it('[W203] finds "all of the above" that may be shuffled', () =>
    expect(choice((text) => text.replace('The group blocks the second one', 'None of the above is the case'))).toEqual([
      'W203',
    ]));
  it('[W203] accepts it in the last place', () =>
    expect(
      choice((text) => text.replace('The group blocks the second one {', 'None of the above is the case {pin=last ')),
    ).toEqual([]));
  it('[W204] finds a dash in code', () => expect(codesOf(packWithPrompt('What does `ls –a` do?'))).toEqual(['W204']));
  it('[W204] finds a curly quote in a code block', () =>
    expect(codesOf(packWithNote('```sh\necho “x”\n```'))).toEqual(['W204']));
  it('[W204] accepts a dash in a sentence', () =>
    expect(codesOf(packWithPrompt('What – by far – is it?'))).toEqual([]));
  it('[W205] misses a source that somebody checked', () => {
    expect(
      codesOf(
        packWithQuestions(goodChoice).map((file) => ({
          ...file,
          content: String(file.content).replace('verified: 2026-11-01\n', ''),
        })),
      ),
    ).toEqual(['W205']);
  });
  it('[W205] finds a source that nobody checked for 18 months', () =>
    expect(head('verified=2025-05-23')).toEqual(['W205']));
  it('[W205] accepts a source of 17 months', () => expect(head('verified=2025-05-24')).toEqual([]));
  it('[W206] finds a prompt of more than 90 words', () =>
    expect(codesOf(packWithPrompt(`${'word '.repeat(90)}end?`))).toEqual(['W206']));
  it('[W206] accepts 90 words', () => expect(codesOf(packWithPrompt(`${'word '.repeat(89)}end?`))).toEqual([]));
  it.each([
    ['accepts 130 words where an exam may draw it', 'exam=true', 130, []],
    ['finds 131 words there', 'exam=true', 131, ['W206']],
    ['finds 91 words where no exam may', 'exam=false', 91, ['W206']],
  ])('[W206] %s', (_, attribute, words, codes) =>
    expect(
      choice((text) =>
        text
          .replace('{#good-one', `{#good-one ${attribute}`)
          .replace('Why does the second copy not start?', `${'word '.repeat(words - 1)}end?`),
      ),
    ).toEqual(codes),
  );
  it('[W207] finds a section that nothing asks about', () =>
    expect(codesOf(packWithNote('## Other {#other}'))).toEqual(['W207']));
  it('[W207] accepts a section that only sums up', () =>
    expect(codesOf(packWithNote('## Other {#other asked=false}'))).toEqual([]));
  it('[W208] finds a prompt that is nearly another one', () => {
    const twin = goodChoice.replace('good-one', 'good-two').replace('copy not start', 'copy not ever start');
    const long = (text: string) =>
      text.replace('Why does', 'A service has two tasks on one instance with a fixed port, so why does');
    expect(codesOf(packWithQuestions(`${long(goodChoice)}\n${long(twin)}`))).toEqual(['W208']);
  });
  it('[W208] accepts the same stem with another answer', () => {
    const twin = goodChoice
      .replace('good-one', 'good-two')
      .replace('The host port is taken by the first', 'The task role is missing from it');
    expect(codesOf(packWithQuestions(`${goodChoice}\n${twin}`))).toEqual([]);
  });
  it('[W209] finds a NOT that is not emphasised', () => {
    expect(codesOf(packWithPrompt('Which of these is not a placement strategy?'))).toEqual(['W209']);
    expect(codesOf(packWithPrompt('Which of these is NOT a strategy?'))).toEqual(['W209']);
  });
  it('[W209] accepts an emphasised NOT, and an ordinary one', () => {
    expect(codesOf(packWithPrompt('Which of these is **NOT** a strategy?'))).toEqual([]);
    expect(codesOf(packWithPrompt('The task does not start. Why?'))).toEqual([]);
  });
  it('[W210] finds right options that always stand in one place', () =>
    expect(codesOf(packWithQuestions(fixed(() => 1)))).toEqual(['W210']));
  it('[W210] accepts places that change', () =>
    expect(codesOf(packWithQuestions(fixed((index) => index % 2)))).toEqual([]));
  it('[W211] misses the domain', () => {
    const files = packWithQuestions(goodChoice).map((file) => ({
      ...file,
      content: String(file.content).replace('domain: dev\n', ''),
    }));
    expect(codesOf(files)).toEqual(['W211']);
  });
  it('[W212] finds a rationale that names a letter', () =>
    expect(choice((text) => text.replace('Groups filter', 'Unlike option B, groups filter'))).toEqual(['W212']));
  it('[W213] finds a belief that the pack does not declare', () =>
    expect(choice((text) => text.replace('ports-collide', 'ports-colide'))).toEqual(['W213']));
});

/** Ten choices that are not shuffled, with the right option in the place that is asked for. */
function fixed(placeOf: (index: number) => number): string {
  const words = ['agent', 'role', 'port', 'image', 'queue', 'cluster', 'task', 'log', 'disk', 'token'];
  return words
    .map((word, index) => {
      const [first, second] = placeOf(index) === 0 ? ['x', ' '] : [' ', 'x'];
      return `## About ${word} {#about-${word} shuffle=false}\n\nWhat is the ${word}?\n\n- [${first}] aaa ${word}\n  > y\n- [${second}] bbb ${word}\n  > n\n`;
    })
    .join('\n');
}
