// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { clockNames } from '../../../src/app/parts/exam/clock-wish.ts';
import { keepSetup, readSetup } from '../../../src/app/parts/exam/kept-setup.ts';
import { packId } from '../../core/ids.ts';
import { reopen } from '../study-builders.tsx';
import { handIn, minuteMs, openExam, pass, shortPack } from './exam-screen.tsx';

afterEach(cleanup);

const demo = packId('demo');
const checked = (name: string) => screen.findByRole('radio', { name, checked: true });

function marksWith(text: string | null) {
  const kept = new Map(text === null ? [] : [['exam-setup:demo', text]]);
  return {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

describe('the choices before an exam', () => {
  it('are those of the last exam over the pack', async () => {
    const app = await openExam([shortPack()], { clock: 'Twice as long', rules: 'Strict' });
    await handIn(app);
    reopen(app, '/exam', { packs: [shortPack()] });
    await checked('Twice as long');
    await checked('Strict');
  });

  it('come back as they were kept, whatever they were', () => {
    const anyChoice = fc.record({
      wished: fc.integer({ min: 1, max: 500 }),
      clock: fc.constantFrom(...clockNames),
      own: fc.option(fc.integer({ min: 1, max: 2000 })),
      isStrict: fc.boolean(),
      hasAllForms: fc.boolean(),
    });
    fc.assert(
      fc.property(anyChoice, (choice) => {
        const marks = marksWith(null);
        keepSetup(marks, demo, choice);
        expect(readSetup(marks, demo)).toEqual(choice);
        expect(readSetup(marks, packId('other')).wished).toBe(20);
      }),
    );
  });

  it('are the usual ones where a mark is none, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { wished, clock, own, isStrict, hasAllForms } = readSetup(marksWith(text), demo);
        expect(Number.isSafeInteger(wished) && wished > 0).toBe(true);
        expect(clockNames).toContain(clock);
        expect(own === null || own > 0).toBe(true);
        expect([typeof isStrict, typeof hasAllForms]).toEqual(['boolean', 'boolean']);
      }),
    );
    expect(readSetup(marksWith('{"wished":-3,"clock":"never","own":"long","isStrict":"yes"}'), demo)).toEqual({
      wished: 20,
      clock: 'exam',
      own: null,
      isStrict: false,
      hasAllForms: false,
    });
  });
});

describe('the last minute of an exam', () => {
  it('is said beside the clock', async () => {
    const app = await openExam([shortPack()]);
    pass(app, 18.5 * minuteMs);
    expect(screen.queryByText('Last minute')).toBeNull();
    pass(app, 0.75 * minuteMs);
    expect(screen.getByText('Last minute')).toBeVisible();
  });
});
