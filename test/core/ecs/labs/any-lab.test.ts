import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfPart } from '../../../../src/core/ecs/labs/lab.ts';
import { type LabName, labTitles } from '../../../../src/core/ecs/labs/lab-names.ts';
import { labPath, readLabPath, readScenarioText } from '../../../../src/core/ecs/labs/lab-path.ts';
import { labs } from '../../../../src/core/ecs/labs/lab-registry.ts';

const names = Object.keys(labTitles) as LabName[];
const seeds = fc.nat(1_000_000);

/** What a hand may make of a value: another type, another size, something more, nothing. */
const oddities = [null, -1, 1.5, 1e9, '', 'x'.repeat(600), [], {}, true, '__proto__', Number.MAX_SAFE_INTEGER];

/** A copy with one place changed, found by walking `at` steps. */
function bend(value: unknown, at: readonly number[], odd: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined || value === null || typeof value !== 'object') return odd;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  if (Array.isArray(value)) {
    return key === undefined ? [...value, odd] : value.with(Number(key), bend(value[Number(key)], rest, odd));
  }
  const members = value as Record<string, unknown>;
  return key === undefined ? { ...members, odd } : { ...members, [key]: bend(members[key], rest, odd) };
}

describe.each(names)('the lab %s', (name) => {
  it('[J1] reads its own scenarios as they are, from an address, too', async () => {
    const lab = await labs[name]();
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const scenario of [lab.start, lab.draw(seed)]) {
          const search = labPath(name, scenario).split('?')[1] ?? '';
          const { scenario: text } = readScenarioText(new URLSearchParams(search).get('s'));
          expect(lab.read(text)).toEqual({ value: scenario, diagnostics: [] });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[J4] tells every step by parts that have words, and cells for each head', async () => {
    const lab = await labs[name]();
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = lab.draw(seed);
        const { value: run, diagnostics } = lab.run(scenario);
        if (run === null) return expect(diagnostics.length).toBeGreaterThan(0);
        expect(run.steps.length).toBeGreaterThan(0);
        for (const { stage, says, heads, parts } of run.steps) {
          expect(run.stages[stage]).toBeDefined();
          expect(parts.length).toBe(run.before.parts.length);
          expect(new Set(parts.map((part) => part.name)).size).toBe(parts.length);
          expect(parts.every(({ cells }) => cells.length === heads.length)).toBe(true);
          const words = [says, ...parts.map(wordsOfPart), ...parts.flatMap(({ cells }) => cells)].join('\n');
          expect(words).not.toMatch(/undefined|NaN|\[object|Infinity/);
        }
        expect(JSON.stringify([lab.given(scenario), lab.compare(scenario)])).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 200 },
    );
  });

  it('[J5] foretells what can be chosen, and measures in numbers', async () => {
    const lab = await labs[name]();
    fc.assert(
      fc.property(seeds, (seed) => {
        const { value: run } = lab.run(lab.draw(seed));
        if (run === null) return;
        const { options, right } = run.prediction;
        expect(right.length).toBeGreaterThan(0);
        expect(right.filter((each) => !options.includes(each))).toEqual([]);
        expect(new Set(options).size).toBe(options.length);
        expect(Object.values(run.measures).every(Number.isFinite)).toBe(true);
        for (const remedy of run.remedies) expect(lab.read(remedy.scenario).diagnostics).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('[J1] meets every bent scenario with findings that say what to do, or runs it', async () => {
    const lab = await labs[name]();
    const path = fc.array(fc.nat(20), { minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(seeds, path, fc.constantFrom(...oddities), (seed, at, odd) => {
        const { value, diagnostics } = lab.read(bend(lab.draw(seed), at, odd));
        if (value === null) {
          expect(diagnostics.length).toBeGreaterThan(0);
          for (const { message, fix } of diagnostics)
            expect([message, fix].every((text) => text.length > 3)).toBe(true);
        } else {
          const { value: run, diagnostics: refused } = lab.run(value);
          expect(run !== null || refused.length > 0).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the address of a lab', () => {
  it('names it, or nothing', () => {
    expect(names.map((name) => readLabPath(labPath(name)))).toEqual(names);
    expect(['/labs', '/labs/', '/labs/nothing', '/labs/constructor', '/labs/placement/x'].map(readLabPath)).toEqual(
      Array(5).fill(null),
    );
  });

  it('[J3] may hold anything', () => {
    expect(readScenarioText(null)).toEqual({ scenario: undefined, findings: [] });
    expect(readScenarioText('{')).toMatchObject({ findings: [{ code: 'J3' }] });
    expect(readScenarioText(`[${'1,'.repeat(10_000)}1]`)).toMatchObject({ findings: [{ code: 'J3' }] });
  });
});
