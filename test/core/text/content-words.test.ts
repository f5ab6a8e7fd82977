import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../src/core/text/content-words.ts';

const stems = (text: string) => [...contentWords(text).keys()];

describe('contentWords', () => {
  it.each([
    ['The tasks of a task', ['task']],
    ['pulling pulls pulled pull', ['pull']],
    ['policies policy', ['polic']],
    ['ALBRequestCountPerTarget', ['alb', 'request', 'count', 'target']],
    ['stop_timeout of 120 s', ['stop', 'timeout']],
    ['One address, less access', ['address', 'access']],
    ['An IP of ECS', ['ecs']],
    ['Größe über Änderung', ['größ', 'über', 'änderung']],
    ['to be or not to be', []],
    ['', []],
  ])('finds in %j what it is about', (text, words) => expect(stems(text)).toEqual(words));

  it('keeps a word as it stands first', () =>
    expect([...contentWords('Pipelines and a pipeline').values()]).toEqual(['Pipelines']));

  it('finds nothing in two texts that is in neither', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(new Set(stems(`${a} ${b}`))).toEqual(new Set([...stems(a), ...stems(b)]));
      }),
    );
  });

  it('does not mind the case of the first letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), (word) => {
        expect(stems(word.charAt(0).toUpperCase() + word.slice(1))).toEqual(stems(word));
      }),
    );
  });
});
