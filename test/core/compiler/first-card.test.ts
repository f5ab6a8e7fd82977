import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import type { PackFile } from '../../../src/core/model/pack.ts';
import { complaintsOf, goodChoice, packOf, packWithQuestions, placesOf } from './pack-builder.ts';

const typed = '## Typed {#typed-one}\n\nWhich word?\n\n```answer\nbinpack\n```\n';
const typedCloze = '## Cloze {#typed-cloze typed=true}\n\nThe word is {{binpack}}.\n';
const cloze = '## Cloze {#plain-cloze}\n\nThe word is {{binpack}}.\n';
const caseOfOne = '## Case {#some-case kind=case}\n\nA story.\n\n### Part {#case-part}\n\nWhich?\n\n---\n\nThat.\n';

/** The usual pack with `first:` in its fourth line, and these questions after the usual one. */
function packWithFirst(first: string, questions = ''): readonly PackFile[] {
  const files = questions === '' ? packOf() : packWithQuestions(`${goodChoice}\n${questions}`);
  return files.map((file) =>
    file.path === 'pack.yaml'
      ? { ...file, content: String(file.content).replace('exam:', `first: ${first}\nexam:`) }
      : file,
  );
}

const errorsOf = (files: readonly PackFile[]) => placesOf(files).filter((place) => place.startsWith('E'));

describe('the first card of a pack', () => {
  it.each([
    ['good-one', ''],
    ['plain-cloze', cloze],
    ['case-part', caseOfOne],
  ])('%s may be it', (first, questions) => {
    expect(compilePack(packWithFirst(first, questions)).value?.pack.first).toBe(`demo/${first}`);
  });

  it('is none where the pack names none', () => {
    expect(compilePack(packOf()).value?.pack.first).toBeNull();
  });

  it.each([
    ['no-such', ''],
    ['typed-one', typed],
    ['typed-cloze', typedCloze],
    ['some-case', caseOfOne],
    ['good-two', goodChoice.replace('good-one', 'good-two status=draft')],
    ['good-two', goodChoice.replace('good-one', 'good-two status=retired')],
  ])('[E132] cannot be %s, and that is said where it is named', (first, questions) => {
    expect(errorsOf(packWithFirst(first, questions))).toEqual(['E132 pack.yaml:4:8']);
  });

  it('[E132] is looked for among names alike', () => {
    const [complaint] = complaintsOf(packWithFirst('god-one'));
    expect(complaint?.fix).toBe('Did you mean "good-one"?');
  });

  it('[E111] is named by an id', () => {
    expect(errorsOf(packWithFirst('Good One'))).toEqual(['E111 pack.yaml:4:8']);
  });

  it('is not complained of when the question itself has a mistake', () => {
    const broken = goodChoice.replace('good-one', 'broken-one').replace('- [x]', '- [ ]');
    const codes = errorsOf(packWithFirst('broken-one', broken)).map((place) => place.split(' ')[0]);
    expect(codes).toEqual(['E120']);
  });
});
