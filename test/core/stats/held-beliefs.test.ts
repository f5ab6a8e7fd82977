import { describe, expect, it } from 'vitest';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import type { OptionId } from '../../../src/core/model/id.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { heldBeliefs } from '../../../src/core/stats/held-beliefs.ts';
import { tellAnswers } from '../../../src/core/stats/told-answers.ts';
import { at, card, noonDay, writeLog } from '../../log-builders.ts';
import { question } from '../scheduler/plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const offering = (name: string, ...beliefs: readonly string[]) =>
  question(name, {
    kind: 'multi',
    beliefs: beliefs.map((belief, n) => [`w${n}` as OptionId, belief] as const),
  });

const questions = [offering('one', 'ports'), offering('two', 'ports', 'roles'), offering('three', 'ports')];

/** One answer a day. */
function held(
  acts: readonly (readonly [name: string, rating: Rating, given: string])[],
  asked: readonly QuestionSummary[] = questions,
) {
  const log = writeLog();
  for (const [day, [name, rating, given]] of acts.entries()) {
    log.answer(name, rating, at(day), { given, score: rating > 1 ? 1 : 0 });
  }
  const answers = tellAnswers(activeEntries(log.entries), scheduler, noLineage);
  return heldBeliefs(answers, new Map(asked.map((each) => [each.id, each])));
}

describe('a belief', () => {
  it('is held once a wrong option that stands for it was chosen twice, in one question or in several', () => {
    expect(held([['one', 1, 'w0']])).toEqual([]);
    expect(
      held([
        ['one', 1, 'w0'],
        ['one', 1, 'a w0'],
      ]),
    ).toMatchObject([{ belief: 'ports', times: 2, questions: 1, lastDay: noonDay + 1, toClear: 2 }]);
    expect(
      held([
        ['one', 1, 'w0'],
        ['two', 1, 'w0'],
      ])[0],
    ).toMatchObject({ questions: 2, contrast: [card('one'), card('two'), card('three')] });
  });

  it('is chosen once by an answer that ticks two options which stand for it', () => {
    const twice = [offering('one', 'ports', 'ports')];
    expect(held([['one', 1, 'w0 w1']], twice)).toEqual([]);
    expect(
      held(
        [
          ['one', 1, 'w0 w1'],
          ['one', 1, 'w1'],
        ],
        twice,
      )[0]?.times,
    ).toBe(2);
  });

  it('is told from another one of the same question', () => {
    const [only, ...others] = held([
      ['two', 1, 'w1'],
      ['two', 1, 'w1'],
    ]);
    expect([only?.belief, others]).toEqual(['roles', []]);
  });

  it('is cleared by two of its questions that were answered right since it was last chosen', () => {
    const wrong = [
      ['one', 1, 'w0'],
      ['two', 1, 'w0'],
    ] as const;
    expect(held([...wrong, ['one', 3, 'a']])[0]?.toClear).toBe(1);
    expect(held([...wrong, ['one', 3, 'a'], ['one', 3, 'a']])[0]?.toClear).toBe(1);
    expect(held([...wrong, ['one', 3, 'a'], ['three', 3, 'a']])).toEqual([]);
    expect(held([...wrong, ['one', 3, 'a'], ['three', 1, 'w0'], ['two', 3, 'a']])[0]?.toClear).toBe(1);
  });

  it('is cleared by its only question, and begins anew after that', () => {
    const only = [offering('one', 'ports')];
    const wrong = ['one', 1, 'w0'] as const;
    expect(held([wrong, wrong, ['one', 3, 'a']], only)).toEqual([]);
    expect(held([wrong, wrong, ['one', 3, 'a'], wrong], only)).toEqual([]);
  });

  it('is neither held nor cleared by an answer that was wrong in another way', () => {
    const wrong = ['one', 1, 'w0'] as const;
    expect(held([wrong, wrong, ['one', 1, 'b'], ['two', 1, 'b']])[0]?.toClear).toBe(2);
  });

  it('of a question that is no more asked is not told', () => {
    const retired = questions.map((each) => ({ ...each, status: 'retired' as const }));
    const wrong = ['one', 1, 'w0'] as const;
    expect(held([wrong, wrong], retired)).toEqual([]);
  });
});
