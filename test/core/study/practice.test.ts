import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { StudyDay } from '../../../src/core/model/id.ts';
import { posteriorRating } from '../../../src/core/scheduler/grading/posterior-rating.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { fromEarlier } from '../../../src/core/study/earlier-run.ts';
import { keptRun } from '../../../src/core/study/kept-run.ts';
import { isDue, movesCard } from '../../../src/core/study/practice.ts';
import { noon } from '../../log-builders.ts';
import { showingId } from '../ids.ts';
import { foldLog } from '../scheduler/fold-log.ts';
import { cards, countedAnswers, openWorld, responseTo, type World } from './study-world.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const [due, ahead, fresh] = cards.slice(0, 3) as [(typeof cards)[0], (typeof cards)[0], (typeof cards)[0]];
const practising = { how: 'practice', repeats: false } as const;

/** One card was forgotten today and is due, one was remembered and is not, one is new. */
function studied(): World {
  const answered = { t: 'answer', rev: 'rev1', took: 1 } as const;
  return openWorld()
    .elsewhere({ ...answered, card: due, r: 1, at: showingId('before-1') })
    .elsewhere({ ...answered, card: ahead, r: 3, at: showingId('before-2') });
}

function practised(world: World, isRight: boolean): World {
  const asking = world.act({ t: 'begin', cards: [due, ahead, fresh], options: practising });
  return [due, ahead, fresh].reduce((before) => {
    const { showing } = before.state;
    if (showing === null) throw new Error('no card');
    const checked = before.act({ t: 'respond', response: responseTo(showing.question, isRight) }).act({ t: 'check' });
    return checked.act({ t: 'rate', rating: isRight ? 3 : 1, sequence: checked.state.sequence });
  }, asking);
}

const statesOf = ({ log }: World): ReadonlyMap<string, CardState> => foldLog(log, scheduler);
const moved = ({ state: { past } }: World) => past.map((step) => step.kind === 'rated' && step.moved);

describe('practice', () => {
  it('keeps every answer as practice, and counts that to a due card as its review', () => {
    const before = studied();
    const after = practised(before, true);
    expect(countedAnswers(after).slice(2)).toMatchObject(
      [due, ahead, fresh].map((card) => ({ card, how: 'practice' })),
    );
    expect(moved(after)).toEqual([true, false, false]);
    expect(statesOf(after).get(due)).toMatchObject({ lastRating: 3, reps: 2 });
    expect(statesOf(after).get(ahead)).toEqual(statesOf(before).get(ahead));
    expect(statesOf(after).get(fresh)).toMatchObject({ due: null, reps: 0 });
  });

  it('moves whatever is missed', () => {
    const before = studied();
    const after = practised(before, false);
    const today = statesOf(before).get(due)?.due;
    expect(moved(after)).toEqual([true, true, true]);
    for (const card of [due, ahead, fresh])
      expect(statesOf(after).get(card)).toMatchObject({ due: today, lastRating: 1 });
  });

  it('asks what was answered today, which a review leaves out', () => {
    const begun = (how: 'review' | 'practice') =>
      studied()
        .act({ t: 'begin', cards: [fresh, ahead], options: { how } })
        .act({ t: 'recorded' });
    expect(begun('review').state.session?.waiting).toEqual([]);
    expect(begun('practice').state.session?.waiting).toEqual([ahead]);
  });

  it('leaves out what was suspended meanwhile', () => {
    const begun = studied().act({ t: 'begin', cards: [fresh, ahead], options: practising });
    const suspended = begun.elsewhere({ t: 'suspend', card: ahead, value: true }).act({ t: 'recorded' });
    expect(suspended.state.session?.waiting).toEqual([]);
  });

  it('counts as reviews what is answered after the learner has said so', () => {
    const begun = studied()
      .act({ t: 'begin', cards: [fresh], options: practising })
      .act({ t: 'countFromHere' });
    const { showing } = begun.state;
    if (showing === null) throw new Error('no card');
    const checked = begun.act({ t: 'respond', response: responseTo(showing.question, true) }).act({ t: 'check' });
    const after = checked.act({ t: 'rate', rating: 3, sequence: checked.state.sequence });
    expect(countedAnswers(after).at(-1)).not.toHaveProperty('how');
    expect(statesOf(after).get(fresh)).toMatchObject({ reps: 1 });
  });

  it('[S84] weighs the right answer on screen when the learner says that it counts', () => {
    const answered = (how: 'review' | 'practice') => {
      const asking = openWorld().act({ t: 'begin', cards: [fresh], options: { how } });
      const { showing } = asking.state;
      if (showing === null) throw new Error('no card');
      const response = responseTo(showing.question, true);
      const guessed = asking.act({ t: 'respond', response }).act({ t: 'guess', isGuess: true });
      return guessed.act({ t: 'check' });
    };
    const practised = answered('practice');
    expect(practised.state.showing?.posterior).toBeUndefined();
    const counted = practised.act({ t: 'countFromHere' });
    expect(counted.state.showing?.posterior).toBe(answered('review').state.showing?.posterior);
    const { p, r } = countedAnswers(counted.act({ t: 'close' })).at(-1) ?? {};
    expect(p).toBe(counted.state.showing?.posterior);
    expect(r).toBe(posteriorRating(p ?? 1));
    expect(p).toBeLessThan(0.8);
  });

  it('counts an answer that waits for Continue when the run is closed, once', () => {
    const begun = studied().act({ t: 'begin', cards: [due], options: practising });
    const { showing } = begun.state;
    if (showing === null) throw new Error('no card');
    const right = begun.act({ t: 'respond', response: responseTo(showing.question, true) }).act({ t: 'check' });
    const closed = right.act({ t: 'close' }).act({ t: 'close' });
    expect(countedAnswers(closed).slice(2)).toMatchObject([{ card: due, r: 3, how: 'practice' }]);
    expect(begun.act({ t: 'close' }).log).toEqual(begun.log);
    const wrong = begun.act({ t: 'respond', response: responseTo(showing.question, false) }).act({ t: 'check' });
    expect(countedAnswers(wrong.act({ t: 'close' })).slice(2)).toMatchObject([{ card: due, r: 1 }]);
  });

  it('moves nothing by a refused answer that the learner counts as right, where the card was not due', () => {
    const typed = cards.find((card) => card.endsWith('typed'));
    if (typed === undefined) throw new Error('no typed card');
    let world = openWorld().act({ t: 'begin', cards: [typed], options: practising });
    for (let tries = 0; tries < 2; tries += 1) {
      const { showing } = world.state;
      if (showing === null) throw new Error('no card');
      world = world.act({ t: 'respond', response: responseTo(showing.question, false) }).act({ t: 'check' });
    }
    const overruled = world.act({ t: 'overrule', isOverruled: true });
    const after = overruled.act({ t: 'rate', rating: 3, sequence: overruled.state.sequence });
    expect(moved(after)).toEqual([false]);
    expect(statesOf(after).get(typed)?.due ?? null).toBeNull();
  });

  it('goes on after a reload as it was, from a run that an earlier version kept as well', () => {
    const kept = keptRun(practised(studied(), true).state, noon);
    if (kept === null) throw new Error('nothing kept');
    expect(fromEarlier(kept).how).toBe('practice');
    const { how, ...earlier } = kept;
    expect(fromEarlier({ ...earlier, counts: false }).how).toBe('practice');
    expect(fromEarlier({ ...earlier, counts: true }).how).toBe('review');
  });
});

describe('whether a rating moves a card', () => {
  it.each([
    ['review', 3, false, true],
    ['practice', 1, false, true],
    ['practice', 3, false, false],
    ['practice', 3, undefined, false],
    ['practice', 4, true, true],
  ] as const)('%s, rated %i, was due %s: %s', (how, rating, wasDue, expected) => {
    expect(movesCard(how, rating, wasDue === undefined ? {} : { wasDue })).toBe(expected);
  });

  const today = 20_000 as StudyDay;
  it.each([
    [null, false],
    [today, true],
    [today - 1, true],
    [today + 1, false],
  ])('a card due on %s is asked for today: %s', (due, expected) => {
    expect(isDue({ due } as CardState, today)).toBe(expected);
    expect(isDue(undefined, today)).toBe(false);
  });
});
