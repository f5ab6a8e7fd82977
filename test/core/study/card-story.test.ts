import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShowingId } from '../../../src/core/model/id.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { lineageOf, noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { recallStretches, tellStory } from '../../../src/core/study/card-story.ts';
import { anyHistory, at, card, writeLog } from '../../log-builders.ts';
import { anyLineage, descent } from '../scheduler/any-lineage.ts';
import { foldLog } from '../scheduler/fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const storyOf = (log: ReturnType<typeof writeLog>) =>
  tellStory(activeEntries(log.entries), card('one'), scheduler, noLineage);

describe('the story of a card', () => {
  it('ends where the fold of its log ends, for any log', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const [id, state] of foldLog(history, scheduler)) {
          const story = tellStory(activeEntries(history), id, scheduler, noLineage);
          const last = story.at(-1);
          expect([last?.stability ?? 0, last?.due ?? null]).toEqual([state.stability, state.due]);
          const since = story.slice(story.findLastIndex(({ t }) => t === 'reset') + 1);
          expect(since.filter(({ moved }) => moved)).toHaveLength(state.reps);
        }
      }),
    );
  });

  it('ends there for any lineage, once the card was answered under its own name', () => {
    fc.assert(
      fc.property(anyHistory, anyLineage, (history, lineage) => {
        for (const [id, state] of foldLog(history, scheduler, lineage)) {
          const last = tellStory(activeEntries(history), id, scheduler, lineage).at(-1);
          if (last !== undefined) expect([last.stability, last.due]).toEqual([state.stability, state.due]);
        }
      }),
    );
  });

  it('tells a showing once that two tabs have rated', () => {
    const log = writeLog();
    const { at: showing } = log.answer('one', 3, at(0)) as { readonly at: ShowingId };
    log.answer('one', 3, at(0), { at: showing });
    expect(storyOf(log)).toHaveLength(1);
  });

  it('tells each answer with what came of it', () => {
    const log = writeLog();
    log.answer('one', 3, at(0), { took: 4000 });
    log.answer('one', 3, at(1), { how: 'practice' });
    log.answer('one', 1, at(2), { how: 'practice' });
    expect(storyOf(log)).toMatchObject([
      { t: 'answer', rating: 3, how: 'review', tookMs: 4000, moved: true },
      { t: 'answer', rating: 3, how: 'practice', moved: false },
      { t: 'answer', rating: 1, how: 'practice', moved: true },
    ]);
    const [first, practised] = storyOf(log);
    expect(practised).toMatchObject({ stability: first?.stability, due: first?.due });
  });

  it('[S86] tells a lucky guess, which is no miss', () => {
    const log = writeLog();
    log.answer('one', 3, at(0), { score: 1 });
    log.answer('one', 1, at(2), { score: 1, p: 0.3 });
    log.answer('one', 1, at(3), { score: 0 });
    const story = storyOf(log);
    expect(story.map(({ isMiss }) => isMiss)).toEqual([false, false, true]);
    expect(recallStretches(story).map(({ isMiss }) => isMiss)).toEqual([false, false, true]);
  });

  it('leaves out what was taken back, and tells what was forgotten at the learner’s wish', () => {
    const log = writeLog();
    log.undo(log.answer('one', 1, at(0)), at(0));
    log.answer('one', 3, at(1));
    log.write({ t: 'reset', card: card('one') }, at(2));
    expect(storyOf(log)).toMatchObject([{ rating: 3 }, { t: 'reset', stability: 0, due: null }]);
  });

  it('tells what was answered under a former name, and that what a wrong key took for right moved nothing', () => {
    const log = writeLog();
    log.answer('old', 3, at(0));
    const renamed = lineageOf([descent('one', ['old'])]);
    expect(tellStory(activeEntries(log.entries), card('one'), scheduler, renamed)).toMatchObject([
      { rating: 3, moved: true },
    ]);
    const corrected = lineageOf([descent('old', [], { corrected: { on: '2099-01-01', voids: ['r1'] }, rev: 'r2' })]);
    expect(tellStory(activeEntries(log.entries), card('old'), scheduler, corrected)).toMatchObject([
      { rating: 3, moved: false },
    ]);
  });
});

describe('the stretches of a card’s recall', () => {
  it('go from one day with an answer that counts to the next, and say where it was missed', () => {
    const log = writeLog();
    log.answer('one', 3, at(0));
    log.answer('one', 3, at(1), { how: 'practice' });
    log.answer('one', 1, at(4));
    log.answer('one', 3, at(4));
    const day = storyOf(log)[0]?.day ?? 0;
    const stretches = recallStretches(storyOf(log));
    expect(stretches.map(({ from, to, isMiss }) => [from - day, to && to - day, isMiss])).toEqual([
      [0, 4, false],
      [4, null, true],
    ]);
    expect(stretches.at(-1)?.stability).toBe(storyOf(log).at(-1)?.stability);
  });

  it('end with a reset', () => {
    const log = writeLog();
    log.answer('one', 3, at(0));
    log.write({ t: 'reset', card: card('one') }, at(3));
    const [only, ...others] = recallStretches(storyOf(log));
    expect([(only?.to ?? 0) - (only?.from ?? 0), others]).toEqual([3, []]);
  });
});
