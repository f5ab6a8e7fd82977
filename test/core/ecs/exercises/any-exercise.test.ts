import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  drawExercise,
  type FamilyName,
  familyNames,
  type Parameters,
} from '../../../../src/core/ecs/exercises/draw-exercise.ts';
import type { Exercise } from '../../../../src/core/ecs/exercises/exercise.ts';
import { labs } from '../../../../src/core/ecs/labs/lab-registry.ts';
import { runsOf } from '../../../seed.ts';

const tries = runsOf(300, 10_000);

function drawn(family: FamilyName, parameters: Parameters = {}): readonly Exercise[] {
  return Array.from({ length: tries }, (_, seed) => {
    const exercise = drawExercise(family, parameters, seed);
    if (exercise === null) throw new Error(`${family} gave nothing for the seed ${seed}`);
    return exercise;
  });
}

/** What a learner is shown. */
function seen({ says, given, asks, options }: Exercise): string {
  return JSON.stringify([says, given, asks, options.map(({ text }) => text)]);
}

function shareOf<T>(all: readonly T[], test: (each: T) => boolean): number {
  return all.filter(test).length / all.length;
}

describe.each(familyNames)('[X1] exercises of the family %s', (family) => {
  const exercises = drawn(family);

  it('have one right option of three or four, each with its reason', () => {
    for (const { options, asks, worked } of exercises) {
      expect(options.filter(({ isRight }) => isRight)).toHaveLength(1);
      expect([3, 4]).toContain(options.length);
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
      expect(options.every(({ why, id }) => why.length > 5 && id !== '')).toBe(true);
      expect([asks.endsWith('?'), worked.length > 0]).toEqual([true, true]);
    }
  });

  it('[X2] repeat themselves in less than one of a hundred', () => {
    const repeated = 1 - new Set(exercises.map(seen)).size / exercises.length;
    // Few draws of a small family meet each other as often as their number allows.
    expect(repeated).toBeLessThan(0.01);
  });

  it('[X3] have the right option in every place, and no answer that is mostly right', () => {
    const places = exercises.map(({ options }) => options.findIndex(({ isRight }) => isRight));
    for (const place of [0, 1, 2]) expect(shareOf(places, (each) => each === place)).toBeGreaterThan(0.12);
    const texts = exercises.map(({ options }) => options.find(({ isRight }) => isRight)?.text ?? '');
    const most = Math.max(...[...new Set(texts)].map((text) => shareOf(texts, (each) => each === text)));
    expect(most).toBeLessThan(0.5);
  });

  it('speak in whole words', () => {
    for (const exercise of exercises)
      expect(JSON.stringify({ ...exercise, lab: '' })).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it('[X4] are the same for the same seed', () => {
    expect(drawExercise(family, {}, 7)).toEqual(drawExercise(family, {}, 7));
  });

  it('lead to a scenario that their lab can run', async () => {
    for (const { lab } of exercises.slice(0, 50)) {
      if (lab === null) continue;
      const { read, run } = await labs[lab.name]();
      const { value, diagnostics } = read(lab.scenario);
      expect(diagnostics).toEqual([]);
      expect(value === null ? null : run(value).value).not.toBeNull();
    }
  });

  it('can be drawn for each parameter alone', () => {
    for (const [key, values] of Object.entries(choicesOf(family))) {
      for (const value of values) expect(drawExercise(family, { [key]: value }, 3)).not.toBeNull();
    }
  });
});
