import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interleave } from '../../../src/core/scheduler/plan/interleave.ts';

interface Thing {
  readonly topic: string;
  readonly kind: string;
  readonly n: number;
}

const topicOf = ({ topic }: Thing) => topic;
const kindOf = ({ kind }: Thing) => kind;
const mixed = (things: readonly Thing[]) => interleave(things, topicOf, kindOf);

/** The rule word for word: at each place, look through all that is left. */
function naive(things: readonly Thing[]): readonly Thing[] {
  const left = [...things];
  const placed: Thing[] = [];
  while (left.length > 0) {
    const last = placed.at(-1);
    const wishes: readonly ((thing: Thing) => boolean)[] = [
      (thing) => thing.topic !== last?.topic && thing.kind !== last?.kind,
      (thing) => thing.topic !== last?.topic,
      (thing) => thing.kind !== last?.kind,
      () => true,
    ];
    const place = wishes.map((wish) => left.findIndex(wish)).find((found) => found >= 0) ?? 0;
    placed.push(...left.splice(place, 1));
  }
  return placed;
}

function things(letters: string): readonly Thing[] {
  return letters.split(' ').map((text, n) => ({ topic: text[0] ?? '', kind: text[1] ?? '', n }));
}

function written(found: readonly Thing[]): string {
  return found.map(({ topic, kind }) => topic + kind).join(' ');
}

describe('mixing cards', () => {
  it('[S55] puts nothing of the same topic or kind side by side where it can', () => {
    expect(written(mixed(things('a1 a1 a2 b1 b2 b2')))).toBe('a1 b2 a1 b2 a2 b1');
  });

  it('[S55] would rather repeat a kind than a topic', () => {
    expect(written(mixed(things('a1 a2 b1')))).toBe('a1 b1 a2');
  });

  it('[S55] is what looking through all that is left at every place gives', () => {
    const thing = fc.record({ topic: fc.constantFrom(...'abcd'), kind: fc.constantFrom(...'123'), n: fc.nat() });
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 60, size: 'max' }), (list) => {
        expect(mixed(list)).toEqual(naive(list));
      }),
    );
  });
});
