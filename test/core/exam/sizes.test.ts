import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsGraded, formsOfExam, poolOf, sizesOf } from '../../../src/core/exam/sizes.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { type Kind, kindNames } from '../../../src/core/model/question.ts';
import { heavyKinds } from '../../../src/core/questions/heavy-kinds.ts';
import { kindOf } from '../../../src/core/questions/registry.ts';
import { question } from '../scheduler/plan-builders.ts';
import { domainsOf, dva } from './exam-builders.ts';

const kinds = Object.keys(kindNames) as Kind[];

/** Questions of the exam's own form, so many of each domain. */
function bank(counts: Readonly<Record<string, number>>): readonly QuestionSummary[] {
  return Object.entries(counts).flatMap(([domain, count]) =>
    Array.from({ length: count }, (_, n) => question(`${domain}-${n}`, { kind: 'choice', domain })),
  );
}

function sizes(counts: Readonly<Record<string, number>>, blueprint = dva) {
  return sizesOf(blueprint, poolOf(bank(counts), blueprint, formsOfExam));
}

const enough = { development: 21, security: 17, deployment: 15, troubleshooting: 12 };

describe('the pool of an exam', () => {
  const namesIn = (questions: readonly QuestionSummary[], forms = formsGraded) =>
    [...poolOf(questions, dva, forms).values()].flat().map(({ title }) => title);
  const fits = question('fits', { kind: 'choice', domain: 'security' });

  it('has what is asked, of a form that is wanted, and of a domain of the exam', () => {
    expect(namesIn([fits, { ...fits, title: 'pilot', status: 'pilot' }])).toEqual(['fits', 'pilot']);
  });

  it.each<[string, Partial<QuestionSummary>]>([
    ['a draft', { status: 'draft' }],
    ['a retired question', { status: 'retired' }],
    ['a question that the learner grades', { kind: 'recall' }],
    ['a deletion that the learner grades', { kind: 'cloze' }],
    ['a question of no domain', { domain: null }],
    ['a question of a domain that the exam has not', { domain: 'cooking' }],
    ['a question of a domain that is called like what every object has', { domain: 'constructor' }],
  ])('does not have %s', (_, more) => {
    expect(namesIn([{ ...fits, ...more }])).toEqual([]);
  });

  it('does not have forms that are not wanted', () => {
    const order: QuestionSummary = { ...fits, title: 'order', kind: 'order' };
    expect([namesIn([fits, order]), namesIn([fits, order], formsOfExam)]).toEqual([['fits', 'order'], ['fits']]);
  });

  it('has of the forms of the exam only what the pack marks for it, once it marks anything', () => {
    const marked: QuestionSummary = { ...fits, title: 'marked', forExam: true };
    const order: QuestionSummary = { ...fits, title: 'order', kind: 'order' };
    expect(namesIn([fits, marked, order], formsOfExam)).toEqual(['marked']);
    expect(namesIn([fits, marked, order])).toEqual(['marked', 'order']);
  });

  it.each<[string, Partial<QuestionSummary>]>([
    ['a draft', { status: 'draft' }],
    ['a retired question', { status: 'retired' }],
    ['a question of another form', { kind: 'order' }],
    ['a question of no domain', { domain: null }],
  ])('is not emptied by a mark on %s', (_, more) => {
    expect(namesIn([fits, { ...fits, title: 'marked', forExam: true, ...more }], formsOfExam)).toEqual(['fits']);
  });

  it('names every domain of the exam, those without a question, too', () => {
    expect([...poolOf([], dva, formsOfExam)]).toEqual(Object.keys(dva.domains).map((domain) => [domain, []]));
  });

  it('has of any questions those that one who looks at each by itself would take', () => {
    const anyQuestion = fc.record(
      {
        kind: fc.constantFrom(...kinds),
        status: fc.constantFrom('draft', 'pilot', 'scored', 'retired'),
        domain: fc.constantFrom(null, 'd0', 'd1', 'd2', 'other'),
        forExam: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'status', 'domain'] },
    );
    fc.assert(
      fc.property(fc.array(anyQuestion), fc.subarray(kinds), (made, forms) => {
        const pool = poolOf(made, domainsOf([3, 0, 1]), forms);
        for (const domain of ['d0', 'd1', 'd2']) {
          const isAsked = (each: (typeof made)[number]) => each.status === 'pilot' || each.status === 'scored';
          const isMark = (each: (typeof made)[number]) =>
            each.forExam && /^(choice|multi)$/.test(each.kind) && isAsked(each) && /^d[012]$/.test(each.domain ?? '');
          const isDrawn = ({ kind, forExam }: (typeof made)[number]) =>
            forExam || (kind !== 'choice' && kind !== 'multi') || made.every((each) => !isMark(each));
          const isWanted = (each: (typeof made)[number]) => new Set(forms).has(each.kind) && isDrawn(each);
          const own = made.filter((each) => each.domain === domain && isAsked(each) && isWanted(each));
          expect(pool.get(domain)).toEqual(own);
        }
        expect([...pool.keys()]).toEqual(['d0', 'd1', 'd2']);
      }),
    );
  });

  it('may have exactly the forms that the app grades', () => {
    const graded = kinds.filter((kind) => kindOf(kind, heavyKinds).grading === 'graded');
    expect([...formsGraded].sort()).toEqual(graded.sort());
  });
});

describe('the sizes of an exam', () => {
  it('are two short ones and its own, in as much time as it gives for so many', () => {
    expect(sizes(enough)).toEqual([
      { questions: 10, scored: 10, minutes: 20, lack: '' },
      { questions: 20, scored: 20, minutes: 40, lack: '' },
      { questions: 65, scored: 50, minutes: 130, lack: '' },
    ]);
  });

  it.each([
    [10, [10]],
    [15, [10, 15]],
    [20, [10, 20]],
    [5, [5]],
  ])('are none above its own: %i questions', (questions, found) => {
    const own = sizes({}, { ...dva, questions, scored: questions });
    expect(own.map((size) => size.questions)).toEqual(found);
  });

  it('give a minute at least', () => {
    expect(sizes({}, { ...dva, minutes: 1 }).map(({ minutes }) => minutes)).toEqual([1, 1, 1]);
  });

  it('score no more questions than there are', () => {
    expect(sizes({}, { ...dva, questions: 30, scored: 50 }).map(({ scored }) => scored)).toEqual([10, 20, 30]);
  });

  it('say of which domain the pack has too few questions, how many it has, and how many it takes', () => {
    expect(sizes({ ...enough, troubleshooting: 3 }).map(({ lack }) => lack)).toEqual([
      '',
      '“Troubleshooting” has 3 questions of these forms, and 4 are needed.',
      '“Troubleshooting” has 3 questions of these forms, and 12 are needed.',
    ]);
    expect(sizes({ ...enough, security: 1 })[0]?.lack).toBe(
      '“Security” has 1 question of these forms, and 3 are needed.',
    );
    expect(sizes({})[2]?.lack).toBe('“Development” has 0 questions of these forms, and 21 are needed.');
  });

  it('say so when no domain has a weight', () => {
    const lacks = sizes(enough, { ...dva, ...domainsOf([0, 0]) }).map(({ lack }) => lack);
    expect(new Set(lacks)).toEqual(new Set(['The pack gives no domain of its exam a weight.']));
    expect(sizes(enough, { ...dva, domains: {} }).map(({ lack }) => lack)).toEqual(lacks);
  });

  it('want nothing of a domain without weight', () => {
    const blueprint = { ...dva, domains: { ...dva.domains, cooking: { title: 'Cooking', weight: 0 } } };
    expect(sizes(enough, blueprint).map(({ lack }) => lack)).toEqual(['', '', '']);
  });
});
