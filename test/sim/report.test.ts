import { describe, expect, it } from 'vitest';
import { testedFamilies } from './learners/family.ts';
import { policies } from './policies/registry.ts';
import { scenariosOf } from './protocol/scenarios.ts';
import type { Outcome } from './protocol/simulate.ts';
import { readFlags } from './read-flags.ts';
import { rangesOf, resultsPage } from './report/results-page.ts';
import { judgeTargets } from './targets.ts';

const planner = policies.at(-1)!.name;

/** Two learners of each family everywhere, and the planner better than all others by so many points. */
function madeUp(better: number): readonly Outcome[] {
  return scenariosOf().flatMap((scenario) =>
    scenario.families.flatMap((family) =>
      [1, 2].flatMap((seed) =>
        policies.map(({ name }) => {
          const score = 70 + seed + (name === planner ? better : 0);
          return {
            scenario: scenario.name,
            family,
            seed,
            policy: name,
            score,
            later: 50,
            minutes: 9,
            bound: score + 1,
          };
        }),
      ),
    ),
  );
}

describe('targets', () => {
  it('are all met by a planner that is better by seven points everywhere', () => {
    expect(judgeTargets(madeUp(7), planner).filter(({ verdict }) => verdict !== 'met')).toEqual([]);
  });

  it('of gain are all missed by a planner like all others', () => {
    const missed = judgeTargets(madeUp(0), planner).filter(({ verdict }) => verdict === 'missed');
    expect([...new Set(missed.map(({ id }) => id))]).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S9']);
  });

  it('are not judged by what was not simulated', () => {
    expect(judgeTargets([], planner).every(({ verdict }) => verdict === 'not run')).toBe(true);
  });
});

describe('the page', () => {
  const page = resultsPage(madeUp(7), { scenarios: scenariosOf(), seeds: [1, 2], planner, shipped: [], sections: [] });

  it('says that nobody learned anything', () => {
    expect(page).toContain('These are simulated learners, not people');
  });

  it('says of whom it is', () => {
    expect(page).toContain('Seeds 1–2; 2 learners of each family');
    for (const family of testedFamilies) expect(page).toContain(family);
  });

  it('is nothing but what was measured beside the scenarios, where no scenario was asked for', () => {
    const info = { scenarios: [], seeds: [1], planner, shipped: [], sections: ['## One', '## Two'] };
    expect(resultsPage([], info)).toBe('## One\n\n## Two\n');
  });

  it('writes seeds as ranges', () => {
    expect(rangesOf([1001, 1002, 1003, 1007])).toBe('1001–1003, 1007');
  });
});

describe('flags', () => {
  it('take validation learners and all scenarios unless told otherwise', () => {
    const { seeds, groups, isFull } = readFlags([], planner);
    expect([seeds[0], seeds.at(-1), groups.length, isFull]).toEqual([1001, 1010, 5, true]);
  });

  it('take some scenarios and parts alone', () => {
    const { groups, parts, isFull } = readFlags(['--only=new,parameters'], planner);
    expect({ groups, parts, isFull }).toEqual({ groups: ['new'], parts: ['parameters'], isFull: false });
    expect(readFlags(['--only=parameters'], planner).groups).toEqual([]);
    expect(readFlags([], planner).parts).toContain('parameters');
  });

  it('keep no results of a part, of few learners or of those that things are tuned on', () => {
    for (const flag of ['--quick', '--only=new', '--seeds=1-20']) {
      expect(readFlags([flag], planner).isFull).toBe(false);
    }
    expect(readFlags(['--seeds=1001-1030'], planner)).toMatchObject({ isFull: true, planner });
  });

  it.each(['--sedes=1', '--seeds=few', '--only=old', '--planner=nobody'])('refuse %s', (flag) => {
    expect(() => readFlags([flag], planner)).toThrow('No ');
  });
});
