import { describe, expect, it } from 'vitest';
import { sveska } from './run-sveska.ts';

const seeds = Array.from({ length: 60 }, (_, at) => String(at));

describe.each(['placement', 'capacity-providers', 'deployments', 'lifecycle', 'ports', 'auto-scaling'])(
  'sveska lab %s',
  (name) => {
    it('prints a scenario, and with --answer what comes of it', async () => {
      for (const seed of seeds) {
        const given = await sveska('lab', name, '--seed', seed);
        const answered = await sveska('lab', name, '--seed', seed, '--answer');
        const scenario = given.out.split('\n').slice(0, -3);
        expect([given.code, answered.code, answered.out.split('\n').slice(0, scenario.length)]).toEqual([
          0,
          0,
          scenario,
        ]);
        expect(answered.out.length).toBeGreaterThan(given.out.length);
        // A scenario in an address may hold null: a period without data.
        expect(answered.out.replace(/^In the app: .*$/m, '')).not.toMatch(/undefined|null|NaN|\[object/);
      }
    });

    it('has the same for the same seed, and another for others', async () => {
      const outs = await Promise.all(seeds.map(async (seed) => (await sveska('lab', name, '--seed', seed)).out));
      expect(new Set(outs).size).toBeGreaterThan(30);
      expect((await sveska('lab', name, '--seed', '7')).out).toBe(outs[7]);
    });
  },
);

describe('sveska lab', () => {
  it.each([[[]], [['nothing']], [['placement', 'twice']], [['placement', '--seed', 'x']], [['constructor']]])(
    'does not understand %j',
    async (words) => expect((await sveska('lab', ...words)).code).toBe(2),
  );
});
