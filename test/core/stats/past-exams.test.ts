import { describe, expect, it } from 'vitest';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { pastExams } from '../../../src/core/stats/past-exams.ts';
import { tellAnswers } from '../../../src/core/stats/told-answers.ts';
import { at, noonDay, writeLog } from '../../log-builders.ts';
import { many, question } from '../scheduler/plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
type Act = readonly [name: string, day: number, rating: Rating];

/** An exam over the questions on day 10, in which every other one is right. */
function examOf(acts: readonly Act[], questions: readonly QuestionSummary[], asked = questions) {
  const log = writeLog();
  for (const [n, [name, day, rating]] of acts.entries()) log.answer(name, rating, at(day, n));
  const answers = tellAnswers(activeEntries(log.entries), scheduler, noLineage);
  const sat = asked.map(({ id }, n) => ({ id, isRight: n % 2 === 0 }));
  const exam = { at: at(10), day: (noonDay + 10) as typeof noonDay, questions: sat };
  return pastExams([exam], { answers, questions: new Map(questions.map((each) => [each.id, each])), scheduler })[0];
}

const learnt = (count: number, ...days: readonly number[]) =>
  days.flatMap((day) => many(count).map(({ title }): Act => [title, day, 3]));

describe('a past exam', () => {
  it('came out as it did, beside what was to be expected of the cards as they were then', () => {
    const exam = examOf(learnt(20, 0, 2), many(20));
    expect(exam).toMatchObject({ questions: 20, came: 0.5, day: noonDay + 10 });
    expect(exam?.expected).toBeGreaterThan(0.7);
    expect(exam?.low).toBeLessThan(exam?.expected ?? 0);
  });

  it('is forecast by nothing that came after it began', () => {
    const before = examOf(learnt(20, 0, 2), many(20));
    const after: readonly Act[] = [...learnt(20, 0, 2), ...many(20).map(({ title }): Act => [title, 12, 1])];
    expect(examOf(after, many(20))).toEqual(before);
    const choices = many(40).map((each) => ({ ...each, kind: 'choice' as const }));
    expect(examOf(learnt(40, 11), choices)?.expected).toBeCloseTo(0.25);
  });

  it('expects of a question with several cards no more than of the one that is known least', () => {
    const cloze = question('c', { kind: 'cloze', cards: 2 });
    const both = examOf(
      [
        ['c/1', 0, 3],
        ['c/2', 0, 3],
      ],
      [cloze],
    );
    const half = examOf([['c/1', 0, 3]], [cloze]);
    expect(half?.expected).toBeLessThan(both?.expected ?? 0);
  });

  it('is not told of when one of its questions is gone', () => {
    expect(examOf(learnt(20, 0), many(20), [...many(20), question('gone')])).toBeUndefined();
  });
});
