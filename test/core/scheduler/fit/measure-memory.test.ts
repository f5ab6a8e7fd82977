import { describe, expect, it } from 'vitest';
import { measureMemory } from '../../../../src/core/scheduler/fit/measure-memory.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { takeParameters } from '../../../../src/core/scheduler/memory/parameters.ts';
import type { Family } from '../../../sim/learners/family.ts';
import { evidenceMoments, reviewsBefore, reviewsOfLog } from '../../../sim/parameters/answered-log.ts';
import { type FitOutcome, fitFamily } from '../../../sim/parameters/measure-fit.ts';
import { simulatedLog } from '../../../sim/parameters/simulated-log.ts';

const usual = takeParameters();

/** What a learner has answered until so many pieces of evidence were there. */
function reviewsOf(family: Family, seed: number, evidence: number) {
  const answers = simulatedLog(family, seed, 45);
  return reviewsBefore(answers, evidenceMoments(reviewsOfLog(answers))[evidence] ?? Number.POSITIVE_INFINITY);
}

function meanGain(outcomes: readonly FitOutcome[], by: 'fitted' | 'gated'): number {
  return outcomes.reduce((sum, outcome) => sum + outcome.usual - outcome[by], 0) / outcomes.length;
}

describe('the measurement of a learner’s memory', () => {
  it('[S32] says nothing of fewer than 400 answers on later days', () => {
    expect(measureMemory(reviewsOf('HL', 3, 399), usual)).toEqual({ t: 'too-few', answers: 399 });
    expect(measureMemory(reviewsOf('HL', 3, 400), usual).t).not.toBe('too-few');
  });

  it('[S32] keeps what is in use where it foretells as well', () => {
    const reviews = reviewsOf('HL', 3, 900);
    const first = measureMemory(reviews, usual);
    if (first.t !== 'own') throw new Error(`Found ${first.t}`);
    expect(first.answers).toBe(900);
    expect(measureMemory(reviews, ownParameters(first.deviations))).toEqual({ t: 'kept', answers: 900 });
  });

  it('[S32] gives the usual parameters back to whom they fit better than those in use', () => {
    const odd = ownParameters([-1.5, -0.8, 1, 1, 0.5]);
    expect(measureMemory(reviewsOf('F0', 5, 900), odd)).toMatchObject({ t: 'usual' });
  });

  it('[S32] adopts no loss: what is in use foretells the next answers better, or as it did before', () => {
    for (const family of ['FP', 'FPH', 'HL'] as const) {
      const outcomes = fitFamily(family, [1, 2, 3, 4, 5, 6], 600);
      expect(meanGain(outcomes, 'gated')).toBeGreaterThan(0.002);
      for (const { usual, gated } of outcomes) expect(gated - usual).toBeLessThan(0.005);
    }
    const exact = fitFamily('F0', [1, 2, 3, 4, 5, 6], 600);
    expect(meanGain(exact, 'gated')).toBeGreaterThan(-0.0005);
  });

  it('[S32] needs its gate: what is most likely by a hundred answers of a usual memory would be a loss', () => {
    expect(meanGain(fitFamily('F0', [1, 2, 3, 4, 5, 6], 100), 'fitted')).toBeLessThan(-0.0005);
  });
});
