import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ending, Mark } from '../../../src/core/exam/attempt.ts';
import { wilsonInterval } from '../../../src/core/exam/interval.ts';
import { reportOf, timesOf } from '../../../src/core/exam/report.ts';
import { begun, drawn, moment, paperOf } from './exam-builders.ts';

const wrong: Mark = { isRight: false, isAnswered: true, change: null, spentMs: 60_000 };
const right: Mark = { ...wrong, isRight: true };
const open: Mark = { ...wrong, isAnswered: false };

interface Marked extends Partial<Mark> {
  readonly domain?: string;
  readonly isScored?: boolean;
}

/** The report of an exam whose questions were marked like that; each is a scored one of security, and wrong. */
function report(marked: readonly Marked[], by: Ending['by'] = 'learner') {
  const questions = marked.map(({ domain = 'security', isScored = true }, n) => drawn(`q-${n}`, { domain, isScored }));
  const marks = marked.map(({ domain, isScored, ...mark }) => ({ ...wrong, ...mark }));
  const found = reportOf({ paper: paperOf(0, { questions }), ending: { at: moment(0).wall, by, marks } });
  if (found === null) throw new Error('There is no report');
  return found;
}

const anyMarked = fc.array(
  fc.record({
    isRight: fc.boolean(),
    isAnswered: fc.boolean(),
    change: fc.constantFrom(null, 'helped', 'hurt', 'same'),
    spentMs: fc.nat(600_000),
    domain: fc.constantFrom('security', 'deployment', '__proto__'),
    isScored: fc.boolean(),
  }),
  { minLength: 1, maxLength: 65 },
);

describe('the report of an exam', () => {
  it('is not there while it is under way, or when it was dropped', () => {
    const attempt = begun(paperOf(2));
    const dropped: Ending = { at: moment(0).wall, by: 'dropped', marks: [] };
    expect([reportOf(attempt), reportOf({ ...attempt, ending: dropped })]).toEqual([null, null]);
  });

  it('counts what is right, with the interval of that share', () => {
    const { by, score, interval } = report([right, right, wrong, open], 'time');
    expect([by, score]).toEqual(['time', { right: 2, of: 4 }]);
    expect(interval).toEqual(wilsonInterval(2, 4));
  });

  it('has domains in the order of the paper', () => {
    const { domains } = report([
      { domain: 'storage' },
      { ...right, domain: 'access' },
      { ...right, domain: 'storage' },
    ]);
    expect(domains).toEqual([
      { domain: 'storage', right: 1, of: 2 },
      { domain: 'access', right: 1, of: 1 },
    ]);
  });

  it('has domains that sum to the score', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const { domains, score, pilots } = report(marked);
        const sum = (key: 'right' | 'of') => domains.reduce((total, domain) => total + domain[key], 0);
        expect({ right: sum('right'), of: sum('of') }).toEqual(score);
        expect(new Set(domains.map(({ domain }) => domain)).size).toBe(domains.length);
        expect(score.of + pilots.of).toBe(marked.length);
        expect(score.right + pilots.right).toBe(marked.filter(({ isRight }) => isRight).length);
      }),
    );
  });

  it('counts pilots neither in the score nor in a domain', () => {
    const pilot: Marked = { ...right, isScored: false };
    const { score, pilots, domains, interval } = report([right, wrong, pilot, { ...pilot, domain: 'access' }]);
    expect([score, pilots]).toEqual([
      { right: 1, of: 2 },
      { right: 2, of: 2 },
    ]);
    expect(domains).toEqual([{ domain: 'security', right: 1, of: 2 }]);
    expect(interval).toEqual(wilsonInterval(1, 2));
  });

  it('says the same of score and domains whatever becomes of the pilots', () => {
    fc.assert(
      fc.property(anyMarked, (marked) => {
        const [full, without] = [marked, marked.filter(({ isScored }) => isScored)].map((each) => report(each));
        const scored = ({ score, interval, domains }: ReturnType<typeof report>) => ({ score, interval, domains });
        expect(scored(full!)).toEqual(scored(without!));
      }),
    );
  });

  it('has no interval when nothing was scored', () => {
    expect(report([{ isScored: false }])).toMatchObject({ score: { right: 0, of: 0 }, interval: null, domains: [] });
  });

  it('counts what was not answered, and what changes did', () => {
    const changes = ([null, 'helped', 'helped', 'hurt', 'same', 'helped'] as const).map((change) => ({ change }));
    const found = report([...changes, open, open]);
    expect([found.unanswered, found.changes]).toEqual([2, { helped: 3, hurt: 1, same: 1 }]);
  });

  // Its own words are that pilots count nowhere but among the pilots.
  it('counts no pilot as not answered, or as changed', () => {
    const { unanswered, changes } = report([right, { ...open, isScored: false }, { isScored: false, change: 'hurt' }]);
    expect([unanswered, changes]).toEqual([0, { helped: 0, hurt: 0, same: 0 }]);
  });
});

describe('the times of an exam', () => {
  const times = (...spent: readonly number[]) => timesOf(spent.map((spentMs) => ({ ...wrong, spentMs })));
  const sevenMinutes = Array.from({ length: 7 }, () => 60_000);

  it.each([
    [[600_000], [7], []],
    [[83_853], [7], []],
    [[83_852], [], []],
    [[75_000], [], []],
    [[60_000], [], []],
    [[48_000], [], []],
    [[42_933], [], []],
    [[42_932], [], [7]],
    [[0], [], [7]],
    [[600_000, 5000, 60_000], [7], [8]],
  ])('of seven minutes and %j ms have slow ones %j and hasty ones %j', (spent, slow, hasty) => {
    expect(times(...sevenMinutes, ...spent)).toMatchObject({ slow, hasty });
  });

  it('have wide bounds where answers took very different times', () => {
    // The quarters are at 2^10 and 2^14, so that the bounds are at 2^4 and 2^20.
    const spread = [2 ** 9, 2 ** 10, 2 ** 10, 2 ** 12, 2 ** 12, 2 ** 14, 2 ** 14, 2 ** 15];
    const around = (least: number, most: number) => times(least, ...spread.slice(0, -1), most);
    expect(around(2 ** 4 + 1, 2 ** 20 - 1)).toMatchObject({ slow: [], hasty: [] });
    expect(around(2 ** 4 - 1, 2 ** 20 + 1)).toMatchObject({ slow: [8], hasty: [0] });
  });

  it('have no outliers among fewer than eight answers', () => {
    expect(times(...sevenMinutes.slice(1), 600_000)).toMatchObject({ slow: [], hasty: [] });
    const unanswered = Array.from({ length: 5 }, () => open);
    const seven = [...sevenMinutes.slice(1), 600_000].map((spentMs) => ({ ...wrong, spentMs }));
    expect(timesOf([...seven, ...unanswered])).toMatchObject({ slow: [], hasty: [] });
  });

  it('name questions by their place on the paper, and none that was not answered', () => {
    const marks = [{ ...open, spentMs: 1 }, ...sevenMinutes.map((spentMs) => ({ ...wrong, spentMs }))];
    const { slow, hasty } = timesOf([...marks, { ...open, spentMs: 900_000 }, { ...right, spentMs: 900_000 }]);
    expect([slow, hasty]).toEqual([[9], []]);
  });

  it('sum what was spent on all questions, and have the middle one of what was answered', () => {
    expect(times(1000, 9000, 2000)).toMatchObject({ totalMs: 12_000, medianMs: 2000 });
    expect(times(1000, 4000)).toMatchObject({ totalMs: 5000, medianMs: 2000 });
    expect(timesOf([{ ...open, spentMs: 700 }])).toEqual({ totalMs: 700, medianMs: 0, slow: [], hasty: [] });
    expect(timesOf([])).toEqual({ totalMs: 0, medianMs: 0, slow: [], hasty: [] });
  });

  it('have the outliers that one finds who multiplies instead of taking logarithms', () => {
    const spent = fc.oneof(fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: 50_000, max: 70_000 }));
    const marks = fc.array(fc.record({ ...anyOf(wrong), spentMs: spent, isAnswered: fc.boolean() }), { maxLength: 65 });
    fc.assert(
      fc.property(marks, (made) => {
        const { slow, hasty } = timesOf(made);
        const answered = made.filter(({ isAnswered }) => isAnswered).map(({ spentMs }) => spentMs);
        if (answered.length < 8) {
          expect([slow, hasty]).toEqual([[], []]);
          return;
        }
        const [low, high] = [quarter(answered, 1), quarter(answered, 3)];
        const reach = Math.max(high / low, 1.25) ** 1.5;
        for (const [n, { isAnswered, spentMs }] of made.entries()) {
          // At the very bound the two ways may round differently.
          if (Math.abs(spentMs / (high * reach) - 1) < 1e-9 || Math.abs((spentMs * reach) / low - 1) < 1e-9) continue;
          expect([n, slow.includes(n)]).toEqual([n, isAnswered && spentMs > high * reach]);
          expect([n, hasty.includes(n)]).toEqual([n, isAnswered && spentMs < low / reach]);
        }
      }),
    );
  });
});

/** Each field as it is. */
function anyOf({ isRight, change }: Mark) {
  return { isRight: fc.constant(isRight), change: fc.constant(change) };
}

/** The first or third quarter, between two neighbours by their weighted geometric mean. */
function quarter(times: readonly number[], which: 1 | 3): number {
  const sorted = [...times].sort((a, b) => a - b);
  const place = ((sorted.length - 1) * which) / 4;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  const part = place - Math.floor(place);
  return below ** (1 - part) * above ** part;
}
