import { describe, expect, it } from 'vitest';
import { fitDeviations } from '../../../../src/core/scheduler/fit/fit-deviations.ts';
import { allTime, logLoss } from '../../../../src/core/scheduler/fit/log-loss.ts';
import { type MemoryFinding, measureMemory } from '../../../../src/core/scheduler/fit/measure-memory.ts';
import { momentOfLast } from '../../../../src/core/scheduler/fit/reviews.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { type Parameters, takeParameters } from '../../../../src/core/scheduler/memory/parameters.ts';
import type { Family } from '../../../sim/learners/family.ts';
import { evidenceMoments, reviewsBefore, reviewsOfLog } from '../../../sim/parameters/answered-log.ts';
import { type FitOutcome, fitFamily } from '../../../sim/parameters/measure-fit.ts';
import { simulatedLog } from '../../../sim/parameters/simulated-log.ts';

const usual = takeParameters();
const odd = ownParameters([-1.5, -0.8, 1, 1, 0.5]);

/** What a learner has answered until so many pieces of evidence were there. */
function reviewsOf(family: Family, seed: number, evidence: number) {
  const answers = simulatedLog(family, seed, 45);
  return reviewsBefore(answers, evidenceMoments(reviewsOfLog(answers))[evidence] ?? Number.POSITIVE_INFINITY);
}

/** What is in use after a measurement. */
function memoryAfter(finding: MemoryFinding, inUse: Parameters): Parameters {
  if (finding.t === 'own') return ownParameters(finding.deviations);
  return finding.t === 'usual' ? usual : inUse;
}

function meanGain(outcomes: readonly FitOutcome[], by: 'fitted' | 'gated'): number {
  return outcomes.reduce((sum, outcome) => sum + outcome.usual - outcome[by], 0) / outcomes.length;
}

describe('the measurement of a learner’s memory', () => {
  it('[S32] says nothing of fewer than 400 answers on later days', () => {
    expect(measureMemory(reviewsOf('HL', 3, 399), usual)).toEqual({ t: 'too-few', answers: 399 });
    expect(measureMemory(reviewsOf('HL', 3, 400), usual).t).not.toBe('too-few');
  });

  it('[S32] keeps what was found in the same answers', () => {
    const reviews = reviewsOf('HL', 3, 900);
    const first = measureMemory(reviews, usual);
    if (first.t !== 'own') throw new Error(`Found ${first.t}`);
    expect(first.answers).toBe(900);
    expect(measureMemory(reviews, ownParameters(first.deviations))).toEqual({ t: 'kept', answers: 900 });
  });

  it('[S32] says of the same answers which memory is to be in use, whichever is', () => {
    for (const [family, seed] of [
      ['HL', 3],
      ['F0', 5],
      ['F0', 2],
      ['FP', 4],
    ] as const) {
      const reviews = reviewsOf(family, seed, 600);
      const inUseAfter = (inUse: Parameters) => memoryAfter(measureMemory(reviews, inUse), inUse);
      for (const inUse of [odd, ownParameters(fitDeviations(reviews, allTime))])
        expect(inUseAfter(inUse)).toEqual(inUseAfter(usual));
    }
  });

  it('[S32] gives the usual parameters back to whom they fit better than those in use', () => {
    expect(measureMemory(reviewsOf('F0', 5, 900), odd)).toMatchObject({ t: 'usual' });
  });

  it('[S32] gives them back also where what is in use was fitted to the very answers', () => {
    const reviews = reviewsOf('F0', 5, 600);
    const latest = { ...allTime, from: momentOfLast(reviews, 0.2) };
    const inUse = ownParameters(fitDeviations(reviews, allTime));
    expect(logLoss(reviews, inUse, latest)).toBeLessThan(logLoss(reviews, usual, latest));
    expect(measureMemory(reviews, inUse)).toEqual({ t: 'usual', answers: 600 });
  });

  it('[S32] is a gain on the next answers for learners of a family together, and for none a loss of 0.005', () => {
    for (const family of ['FP', 'FPH', 'HL'] as const) {
      const outcomes = fitFamily(family, [1, 2, 3, 4, 5, 6], 600);
      expect(meanGain(outcomes, 'gated')).toBeGreaterThan(0.002);
      for (const { usual, gated } of outcomes) expect(gated - usual).toBeLessThan(0.005);
    }
  });

  it('[S32] is next to no loss for those whose memory is the usual one', () => {
    expect(meanGain(fitFamily('F0', [1, 2, 3, 4, 5, 6], 600), 'gated')).toBeGreaterThan(-0.0005);
  });

  it('[S32] needs its gate: what is most likely by a hundred answers of a usual memory would be a loss', () => {
    expect(meanGain(fitFamily('F0', [1, 2, 3, 4, 5, 6], 100), 'fitted')).toBeLessThan(-0.0005);
  });
});
