import { describe, expect, it } from 'vitest';
import { familyNames } from '../../../src/core/ecs/exercises/draw-exercise.ts';
import type { LabQuestion } from '../../../src/core/model/question.ts';
import { drawLab } from '../../../src/core/questions/lab/draw-lab.ts';
import { lab } from '../../../src/core/questions/lab/kind.ts';
import { base } from './question-base.ts';

function questionOf(family: string, seed?: number): LabQuestion {
  const drawn = drawLab({ family, parameters: {} }, seed ?? 0)!;
  return { ...base, kind: 'lab', family, parameters: {}, ...(seed === undefined ? {} : { seed }), ...drawn };
}

/** What a learner is shown, whatever the order of the options. */
function seen({ says, given, options }: LabQuestion): string {
  return JSON.stringify([says, given, options.map(({ text }) => text).toSorted()]);
}

describe.each(familyNames)('a question of the family %s', (family) => {
  const question = questionOf(family);

  it('draws other numbers for each showing, and the same ones for the same showing', () => {
    const showings = Array.from({ length: 20 }, (_, seed) => seen(lab.vary(question, seed)));
    expect(new Set(showings).size).toBeGreaterThan(15);
    expect(seen(lab.vary(question, 3))).toBe(showings[3]);
    expect(lab.vary(question, 3).rev).toBe(question.rev);
  });

  it('grades the right option of its draw, and no other', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const shown = lab.vary(question, seed);
      for (const { id, right } of shown.options) {
        expect(lab.grade(shown, { kind: 'lab', option: id }).score).toBe(right ? 1 : 0);
      }
      expect(lab.grade(shown, lab.rightResponse(shown, 0)!).score).toBe(1);
    }
  });

  it('keeps its numbers where it has a seed of its own, and moves the options', () => {
    const fixed = questionOf(family, 7);
    const orders = Array.from({ length: 20 }, (_, seed) => lab.vary(fixed, seed));
    expect(new Set(orders.map(seen))).toEqual(new Set([seen(fixed)]));
    expect(new Set(orders.map(({ options }) => options.map(({ id }) => id).join())).size).toBeGreaterThan(1);
  });
});

describe('a question of a family that came later', () => {
  it('is shown as the deck has it', () => {
    const later = { ...questionOf('query'), family: 'of-tomorrow' };
    expect(lab.vary(later, 5).options).toEqual(later.options);
  });
});
