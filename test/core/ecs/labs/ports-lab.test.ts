import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portsLab } from '../../../../src/core/ecs/labs/ports/ports-lab.ts';
import { definitionOf, withDefinition } from '../../../../src/core/ecs/labs/ports/ports-scenario.ts';

const { start, run, draw, read } = portsLab;
const seeds = fc.nat(100_000);

/** What became of the copies, in short. */
function leadsOf(change: object): readonly string[] {
  const { value } = read({ ...start, ...change });
  return value === null
    ? []
    : (run(value)
        .value?.steps.at(-1)
        ?.parts.map(({ lead }) => lead) ?? []);
}

describe('the port lab', () => {
  it('starts one copy on a fixed port, and all of them on ports that the host picks', () => {
    expect(leadsOf({})).toEqual(['Reached', 'Does not start']);
    const open = [{ container: 'web', containerPort: 80, hostPort: 0 }];
    expect(leadsOf({ portMappings: open })).toEqual(['Not reached', 'Not reached']);
    expect(leadsOf({ portMappings: open, inbound: [{ first: 32_768, last: 65_535 }] })).toEqual(['Reached', 'Reached']);
  });

  it('gives each copy an address of its own in awsvpc mode, as long as interfaces are left', () => {
    const own = { networkMode: 'awsvpc', portMappings: [{ containerPort: 80 }], inbound: [{ first: 80, last: 80 }] };
    expect(leadsOf({ ...own, copies: 3, freeInterfaces: 2 })).toEqual(['Reached', 'Reached', 'Does not start']);
    expect(leadsOf({ ...own, copies: 3, launchType: 'FARGATE' })).toEqual(['Reached', 'Reached', 'Reached']);
  });

  it('refuses a mapping that a network mode does not take', () => {
    expect(leadsOf({ networkMode: 'awsvpc' })).toEqual(['Refused', 'Refused']);
    expect(leadsOf({ launchType: 'FARGATE' })).toEqual(['Refused', 'Refused']);
  });

  it('gives no two copies one port', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const steps = run(draw(seed)).value?.steps ?? [];
        const targets = steps.at(-1)?.picture.copies.flatMap(({ ports }) => ports.map(({ target }) => target)) ?? [];
        expect(new Set(targets).size).toBe(targets.length);
      }),
    );
  });

  it('helps with what it offers: after a remedy more copies are reached, or run', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = draw(seed);
        const before = run(scenario).value;
        for (const remedy of before?.remedies ?? []) {
          const after = run(remedy.scenario).value;
          const sum = (measures: Readonly<Record<string, number>> = {}) =>
            (measures['copies started'] ?? 0) + (measures['copies reached'] ?? 0);
          expect(sum(after?.measures)).toBeGreaterThan(sum(before?.measures) - 1);
        }
      }),
    );
  });

  it('reads from a task definition what it writes into one', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = draw(seed);
        expect(withDefinition(scenario, definitionOf(scenario)).value).toEqual(scenario);
      }),
    );
  });

  it.each([null, 5, [], {}, { containerDefinitions: [null] }, { containerDefinitions: [{ portMappings: [7] }] }])(
    'says what is wrong with the task definition %j',
    (value) => expect(withDefinition(start, value).diagnostics.length).toBeGreaterThan(0),
  );
});
