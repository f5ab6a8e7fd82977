import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portsLab } from '../../../../src/core/ecs/labs/ports/ports-lab.ts';
import { definitionOf, portRequestOf, withDefinition } from '../../../../src/core/ecs/labs/ports/ports-scenario.ts';
import { naiveStarts } from '../ports/naive-ports.ts';

const { start, run, draw, read } = portsLab;
const seeds = fc.nat(100_000);

function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

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
    expect(leadsOf({})).toEqual(['Healthy', 'Does not start']);
    const open = [{ container: 'web', containerPort: 80, hostPort: 0 }];
    expect(leadsOf({ portMappings: open })).toEqual(['Unhealthy', 'Unhealthy']);
    expect(leadsOf({ portMappings: open, inbound: [{ first: 32_768, last: 65_535 }] })).toEqual(['Healthy', 'Healthy']);
  });

  it('gives each copy an address of its own in awsvpc mode, as long as interfaces are left', () => {
    const own = { networkMode: 'awsvpc', portMappings: [{ containerPort: 80 }], inbound: [{ first: 80, last: 80 }] };
    expect(leadsOf({ ...own, copies: 3, freeInterfaces: 2 })).toEqual(['Healthy', 'Healthy', 'Does not start']);
    expect(leadsOf({ ...own, copies: 3, launchType: 'FARGATE' })).toEqual(['Healthy', 'Healthy', 'Healthy']);
  });

  it('refuses a mapping that a network mode does not take', () => {
    expect(leadsOf({ networkMode: 'awsvpc' })).toEqual(['Refused', 'Refused']);
    expect(leadsOf({ launchType: 'FARGATE' })).toEqual(['Refused', 'Refused']);
  });

  it('starts as many copies as a count without any start says, and reaches those whose every port a rule has', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const scenario = draw(seed);
        const { value } = run(scenario);
        if (value === null || value.findings.some(({ standing }) => standing !== 'doubtful')) return;
        expect(value.measures['copies started']).toBe(naiveStarts(portRequestOf(scenario)));
        const rows = value.steps.at(-1)?.parts.map(({ cells }) => cells[0] ?? '') ?? [];
        const letIn = new Set(scenario.inbound.flatMap(({ first, last }) => from(first, last)));
        const reached = rows.filter(
          (ports) => ports !== 'none' && ports.split(', ').every((port) => letIn.has(Number(port))),
        );
        expect(value.measures['copies reached']).toBe(reached.length);
      }),
    );
  });

  it('[J7] counts each port that is let in once', () => {
    const range = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(10),
      fc.constantFrom('tcp' as const, 'udp' as const),
    );
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const inbound = ranges.map(([first, more, protocol]) => ({ first, last: first + more, protocol }));
        const ports = inbound.flatMap(({ first, last, protocol }) =>
          from(first, last).map((port) => `${protocol} ${port}`),
        );
        expect(run({ ...start, inbound }).value?.measures['ports let in']).toBe(new Set(ports).size);
      }),
    );
  });

  it('[J7] takes no rule whose range is turned round', () => {
    const { diagnostics } = read({
      ...start,
      inbound: [
        { first: 1, last: 2 },
        { first: 90, last: 80 },
      ],
    });
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['J7 /inbound/1']);
  });

  it('[B18] says of a target that is not reached that it is replaced, and why a whole range must be let in', () => {
    const open = { portMappings: [{ containerPort: 80, hostPort: 0 }], dynamicRange: { first: 40_000, last: 40_009 } };
    const { value } = read({ ...start, ...open });
    const steps = value === null ? [] : (run(value).value?.steps ?? []);
    const says = steps.map((step) => step.says).join('\n');
    expect(says).toMatch(/picks a free port from 40000-40009 .* `ECS_DYNAMIC_HOST_PORT_RANGE` sets/);
    expect(says).toMatch(/Needed is TCP 40000-40009 .* only once it runs, so the whole range must be let in/);
    expect(says).toMatch(/must ask `traffic-port`/);
    expect(steps.at(-1)?.parts[0]?.words).toMatch(/waits in vain at 4000\d, so the service replaces the task/);
  });

  it('foretells nothing where no document says what comes of it', () => {
    const { value } = read({ ...start, networkMode: 'host', portMappings: [{ containerPort: 80, hostPort: 0 }] });
    const prediction = value === null ? null : run(value).value?.prediction;
    expect(prediction?.right).toEqual(prediction?.options);
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
