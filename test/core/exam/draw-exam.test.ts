import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawnQuestion, drawExam } from '../../../src/core/exam/draw-exam.ts';
import { quotasOf } from '../../../src/core/exam/quotas.ts';
import { formsOfExam, poolOf, sizesOf } from '../../../src/core/exam/sizes.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import type { ExamBlueprint } from '../../../src/core/model/pack.ts';
import { questionId } from '../ids.ts';
import { question } from '../scheduler/plan-builders.ts';
import { anyWeights, domainsOf, dva } from './exam-builders.ts';

type Pool = ReadonlyMap<string, readonly QuestionSummary[]>;
const anySeed = fc.nat();

/** Questions of each domain of the exam, so many; each third is on trial, each fourth belongs to a case. */
function poolOfMany({ domains }: Pick<ExamBlueprint, 'domains'>, count: number): Pool {
  return new Map(
    Object.keys(domains).map((domain) => [
      domain,
      Array.from({ length: count }, (_, n) =>
        question(`${domain}-${n}`, {
          kind: 'choice',
          domain,
          status: n % 3 === 0 ? 'pilot' : 'scored',
          case: n % 4 === 0 ? questionId(`pack/case-${n % 3}`) : null,
        }),
      ),
    ]),
  );
}

const dvaPool = poolOfMany(dva, 40);
const own = { questions: dva.questions, scored: dva.scored };

/** How many of each domain; those of which there is none are not there. */
function countsOf(exam: readonly DrawnQuestion[]): Readonly<Record<string, number>> {
  const domains = [...new Set(exam.map(({ domain }) => domain))].sort();
  return Object.fromEntries(domains.map((domain) => [domain, exam.filter((drawn) => drawn.domain === domain).length]));
}

function quotaRecord(blueprint: Pick<ExamBlueprint, 'domains'>, size: number): Readonly<Record<string, number>> {
  return Object.fromEntries([...quotasOf(blueprint, size)].filter(([, quota]) => quota > 0));
}

const scoredOf = (exam: readonly DrawnQuestion[]) => exam.filter(({ isScored }) => isScored);

/** A blueprint, a pool that may be short, and a size. */
const anyDraw = fc
  .record({
    weights: anyWeights,
    counts: fc.array(fc.nat(12), { minLength: 8, maxLength: 8 }),
    statuses: fc.array(fc.constantFrom('pilot', 'scored'), { minLength: 12, maxLength: 12 }),
    cases: fc.array(fc.constantFrom(null, 'pack/flood', 'pack/fire'), { minLength: 12, maxLength: 12 }),
    questions: fc.integer({ min: 1, max: 40 }),
    pilots: fc.nat(20),
    seed: anySeed,
  })
  .map(({ weights, counts, statuses, cases, questions, pilots, seed }) => {
    const pool: Pool = new Map(
      weights.map((_, d) => [
        `d${d}`,
        Array.from({ length: counts[d]! }, (_, n) =>
          question(`d${d}-${n}`, {
            status: statuses[n]!,
            case: cases[(d + n) % 12] == null ? null : questionId(cases[(d + n) % 12]!),
          }),
        ),
      ]),
    );
    const size = { questions, scored: Math.max(1, questions - pilots) };
    const blueprint = domainsOf(weights);
    return { blueprint, pool, size, exam: drawExam(blueprint, pool, size, seed) };
  });

describe('an exam that is drawn', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(drawExam(dva, dvaPool, own, seed)).toEqual(drawExam(dva, dvaPool, own, seed));
      }),
    );
  });

  it('is another one for another seed', () => {
    const exams = Array.from({ length: 100 }, (_, seed) => drawExam(dva, dvaPool, own, seed));
    expect(new Set(exams.map((exam) => JSON.stringify(exam))).size).toBe(100);
    expect(new Set(exams.map((exam) => exam[0]?.id)).size).toBeGreaterThan(20);
    expect(new Set(exams.map((exam) => exam[0]?.domain))).toEqual(new Set(Object.keys(dva.domains)));
  });

  it('has each question of the pool for some seed', () => {
    const seen = new Set(
      Array.from({ length: 100 }, (_, seed) => drawExam(dva, dvaPool, own, seed))
        .flat()
        .map(({ id }) => id),
    );
    expect(seen.size).toBe([...dvaPool.values()].flat().length);
  });

  it('has no question twice, and each as the pool of its domain has it', () => {
    fc.assert(
      fc.property(anyDraw, ({ pool, exam }) => {
        expect(new Set(exam.map(({ id }) => id)).size).toBe(exam.length);
        for (const { id, rev, domain } of exam) {
          expect(pool.get(domain)?.find((each) => each.id === id)?.rev).toBe(rev);
        }
      }),
    );
  });

  it('has of each domain what the blueprint asks for, and of those that are scored, too', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const exam = drawExam(dva, dvaPool, own, seed);
        expect(countsOf(exam)).toEqual({ deployment: 15, development: 21, security: 17, troubleshooting: 12 });
        expect(countsOf(scoredOf(exam))).toEqual({ deployment: 12, development: 16, security: 13, troubleshooting: 9 });
      }),
    );
  });

  it('keeps to the quotas of any weights, as long as the larger size asks of no domain for less', () => {
    const pilots = fc.nat(10);
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 40 }), pilots, anySeed, (weights, scored, more, seed) => {
        const blueprint = domainsOf(weights);
        const size = { questions: scored + more, scored };
        const larger = quotasOf(blueprint, size.questions);
        fc.pre([...quotasOf(blueprint, scored)].every(([domain, quota]) => quota <= (larger.get(domain) ?? 0)));
        const exam = drawExam(blueprint, poolOfMany(blueprint, size.questions), size, seed);
        expect(countsOf(exam)).toEqual(quotaRecord(blueprint, size.questions));
        expect(countsOf(scoredOf(exam))).toEqual(quotaRecord(blueprint, scored));
      }),
    );
  });

  it('has as many scored questions as the size says, whatever the weights', () => {
    const pilots = fc.nat(10);
    const expectScored = (weights: readonly number[], scored: number, more: number, seed: number) => {
      const blueprint = domainsOf(weights);
      const exam = drawExam(
        blueprint,
        poolOfMany(blueprint, scored + more),
        { questions: scored + more, scored },
        seed,
      );
      expect([exam.length, scoredOf(exam).length]).toEqual([scored + more, scored]);
    };
    // Largest remainders give a domain less of eleven questions (5, 5, 1) than of ten (4, 4, 2).
    expectScored([6, 6, 2], 10, 1, 1);
    fc.assert(fc.property(anyWeights, fc.integer({ min: 1, max: 40 }), pilots, anySeed, expectScored));
  });

  it('takes as pilots what its author still tries out, before anything else', () => {
    fc.assert(
      fc.property(anyDraw, ({ pool, exam }) => {
        for (const [domain, questions] of pool) {
          const isOnTrial = ({ id }: DrawnQuestion) => questions.find((each) => each.id === id)?.status === 'pilot';
          const ofDomain = exam.filter((each) => each.domain === domain);
          const others = ofDomain.filter((each) => !each.isScored && !isOnTrial(each));
          if (others.length > 0) expect(ofDomain.filter(isOnTrial).filter(({ isScored }) => isScored)).toEqual([]);
        }
      }),
    );
  });

  it('has no pilot when all of its questions are scored', () => {
    const exam = drawExam(dva, dvaPool, { questions: 20, scored: 20 }, 3);
    expect(scoredOf(exam)).toEqual(exam);
  });

  it('has the questions of one case one after the other', () => {
    fc.assert(
      fc.property(anyDraw, ({ pool, exam }) => {
        const caseOf = new Map([...pool.values()].flat().map((each) => [each.id, each.case ?? each.id]));
        const cases = exam.map(({ id }) => caseOf.get(id));
        const runs = cases.filter((each, n) => each !== cases[n - 1]);
        expect(runs).toEqual([...new Set(cases)]);
      }),
    );
  });

  it('is as short as a short pool makes it', () => {
    fc.assert(
      fc.property(anyDraw, ({ blueprint, pool, size, exam }) => {
        const quotas = [...quotasOf(blueprint, size.questions)];
        const wanted = quotas.map(
          ([domain, quota]) => [domain, Math.min(quota, pool.get(domain)?.length ?? 0)] as const,
        );
        expect(countsOf(exam)).toEqual(Object.fromEntries(wanted.filter(([, count]) => count > 0)));
      }),
    );
    expect(drawExam(dva, new Map(), own, 1)).toEqual([]);
    expect(drawExam(domainsOf([0]), poolOfMany(domainsOf([0]), 5), own, 1)).toEqual([]);
  });

  it('is full exactly when its size says that nothing is lacking', () => {
    const some = fc.integer({ min: 0, max: 24 });
    const counts = fc.record({ development: some, security: some, deployment: some, troubleshooting: some });
    fc.assert(
      fc.property(counts, anySeed, (each, seed) => {
        const questions = Object.entries(each).flatMap(([domain, count]) =>
          Array.from({ length: count }, (_, n) => question(`${domain}-${n}`, { kind: 'multi', domain })),
        );
        const pool = poolOf(questions, dva, formsOfExam);
        for (const size of sizesOf(dva, pool)) {
          expect(drawExam(dva, pool, size, seed).length === size.questions).toBe(size.lack === '');
        }
      }),
    );
  });
});
