import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import type { AnswerFields } from '../../../src/core/model/log/log-entry.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { keptRun } from '../../../src/core/study/kept-run.ts';
import { defaultRating, isWrong } from '../../../src/core/study/rate.ts';
import { canUndo, type ReviewEvent } from '../../../src/core/study/review-state.ts';
import { showingId } from '../ids.ts';
import { cards, countedAnswers, openWorld, responseTo, type World } from './study-world.ts';

/** What a learner does, as far as it can be said without knowing what is on screen. */
type Act =
  | 'right'
  | 'wrong'
  | 'rate'
  | 'undo'
  | 'check'
  | 'giveUp'
  | 'guess'
  | 'skip'
  | 'suspend'
  | 'again'
  | 'overrule'
  | 'count'
  | 'begin'
  | 'practise'
  | 'extend'
  | 'close'
  | 'touch'
  | 'reload'
  | 'recorded'
  | 'fail'
  | 'retry';

interface Deed {
  readonly act: Act;
  readonly rating: Rating;
}

const answering: readonly Act[] = ['right', 'right', 'wrong', 'wrong', 'rate', 'rate', 'rate', 'rate', 'undo', 'undo'];
const besides: readonly Act[] = [
  'check',
  'giveUp',
  'guess',
  'skip',
  'suspend',
  'again',
  'overrule',
  'overrule',
  'count',
  'touch',
];
const around: readonly Act[] = ['begin', 'practise', 'extend', 'close', 'reload', 'recorded', 'fail', 'retry'];

function deeds(acts: readonly Act[]): fc.Arbitrary<Deed[]> {
  const deed = fc.record({ act: fc.constantFrom(...acts), rating: fc.constantFrom<Rating>(1, 2, 3, 4) });
  return fc.array(deed, { maxLength: 40, size: 'max' });
}

function eventsOf({ state, isAside }: World, { act, rating }: Deed): readonly ReviewEvent[] {
  const { showing, sequence } = state;
  const asked = cards.filter((card) => !isAside(card));
  switch (act) {
    case 'right':
    case 'wrong': {
      const given = showing && responseTo(showing.question, act === 'right');
      return [...(given === null ? [] : [{ t: 'respond', response: given } as const]), { t: 'check' }];
    }
    case 'rate':
      return [{ t: 'rate', rating: showing && isWrong(showing) ? 1 : rating, sequence }];
    case 'guess':
      return [{ t: 'guess', isGuess: rating > 2 }];
    case 'overrule':
      return [{ t: 'overrule', isOverruled: rating > 1 }];
    case 'count':
      return [{ t: 'countFromHere' }];
    case 'begin':
      return [{ t: 'begin', cards: asked }];
    case 'practise':
      return [{ t: 'begin', cards: asked, options: { how: 'practice', repeats: false } }];
    case 'extend':
      return [{ t: 'extend', cards: asked }];
    case 'fail':
      return [{ t: 'failed', trouble: { code: 'card-drawing', detail: '' } }];
    case 'reload':
      return [];
    default:
      return [{ t: act }];
  }
}

function reload(world: World): World {
  const kept = keptRun(world.state, world.state.changedAt);
  const isRead = world.state.showing === null && world.state.session?.done === false;
  if (isRead) return world;
  const again = world.reloaded();
  return kept === null
    ? again
    : again.act({ t: 'restored', kept: JSON.parse(JSON.stringify(kept)), isOpenedAnew: false });
}

function perform(world: World, deed: Deed): World {
  if (deed.act === 'reload') return reload(world);
  return eventsOf(world, deed).reduce((before, event) => before.act(event), world);
}

function begun(): World {
  return openWorld().act({ t: 'begin', cards });
}

const shortly = ({ card, r }: AnswerFields) => `${card} ${r}`;

describe('undo', () => {
  it('takes back what the event before recorded, and nothing else', () => {
    fc.assert(
      fc.property(deeds([...answering, ...besides, 'begin', 'practise', 'extend']), (path) => {
        let world = begun();
        for (const deed of path) {
          const after = perform(world, deed);
          const isRecorded = after.log.length > world.log.length || after.state.past.length > world.state.past.length;
          if (isRecorded && deed.act !== 'undo' && deed.act !== 'again') expectUndone(world, after, deed);
          world = after;
        }
      }),
    );
  });

  it('brings back a card that was forgotten four times, and no longer says that it is left for tomorrow', () => {
    let world = begun();
    let before = world;
    for (let rounds = 0; world.state.left === null && rounds < 40; rounds += 1) {
      before = perform(world, { act: 'wrong', rating: 1 });
      if (before.state.showing?.phase === 'asking') before = perform(before, { act: 'wrong', rating: 1 });
      world = perform(before, { act: 'rate', rating: 1 });
    }
    expect(cards.filter(world.isAside)).toEqual([world.state.left]);
    expectUndone(before, world, { act: 'rate', rating: 1 });
    expect(perform(world, { act: 'undo', rating: 1 }).state.left).toBeNull();
  });

  it('leads back to the start of a run, with nothing recorded', () => {
    fc.assert(
      fc.property(deeds([...answering, 'giveUp', 'skip', 'suspend', 'overrule', 'again']), (path) => {
        let world = path.reduce(perform, begun());
        for (let steps = 0; canUndo(world.state) && steps < 200; steps += 1) world = world.act({ t: 'undo' });
        const { session, past } = world.state;
        expect([session?.current, session?.waiting, session?.history, past]).toEqual([
          cards[0],
          cards.slice(1),
          [],
          [],
        ]);
        expect([countedAnswers(world), cards.filter(world.isAside)]).toEqual([[], []]);
      }),
    );
  });
});

/** An answer on screen belongs to its rating: undo takes back both. */
function expectUndone(before: World, after: World, { act }: Deed): void {
  const undone = after.act({ t: 'undo' });
  const { session, showing, past } = before.state;
  const isPassed = act === 'skip' || act === 'suspend';
  const left = countedAnswers(before).filter(({ at }) => isPassed || at !== showing?.at);
  expect(countedAnswers(undone)).toEqual(left);
  expect(cards.filter(undone.isAside)).toEqual(cards.filter(before.isAside));
  expect(undone.state.session).toBe(session);
  expect(undone.state.past).toEqual(past);
  expect(undone.state.showing?.card).toBe(showing?.card);
  if (act !== 'rate' && showing?.phase !== 'answered') return;
  expect(undone.state.showing?.verdict ?? null).toEqual(showing?.verdict ?? null);
  expect(undone.state.showing?.response).toEqual(showing?.response);
}

/** What counts by the events alone, written without a log: a list, and how long it was before each look at a card. */
interface Model {
  readonly counted: readonly string[];
  /** The list without the answer on screen. */
  readonly before: readonly string[];
  readonly steps: readonly { readonly counted: readonly string[]; readonly before: readonly string[] }[];
}

/** The model after a deed that led from one world to the next. */
function modelled(model: Model, { act, rating }: Deed, from: World, to: World): Model {
  const { counted, before, steps } = model;
  const { showing, session } = from.state;
  const isAnswered = showing?.phase === 'answered';
  const next = (list: readonly string[], step: Model): Model => ({
    counted: list,
    before: list,
    steps: [...steps, { counted: step.counted, before: step.before }],
  });
  const answered = to.state.showing;
  switch (act) {
    case 'right':
    case 'wrong':
    case 'check':
    case 'giveUp':
      if (showing?.phase !== 'asking' || counted.length > before.length) return model;
      if (answered === null || !isWrong(answered)) return model;
      return { ...model, counted: [...before, `${answered.card} 1`] };
    case 'again':
      return isAnswered && showing !== null && isWrong(showing) ? { ...model, counted: before } : model;
    case 'rate':
      if (!isAnswered || showing === null) return model;
      return next([...before, `${showing.card} ${isWrong(showing) ? 1 : rating}`], { counted: before, before, steps });
    case 'skip':
    case 'suspend':
      return session?.current == null ? model : next(counted, model);
    case 'undo': {
      if (session === null) return model;
      if (counted.length > before.length) return showing?.isOverruled ? model : { ...model, counted: before };
      const last = steps.at(-1);
      return last === undefined ? model : { ...last, steps: steps.slice(0, -1) };
    }
    case 'begin':
    case 'practise':
      return { counted, before: counted, steps: [] };
    case 'close': {
      // As if Continue had been pressed.
      const isGraded = isAnswered && showing !== null && showing.verdict !== null;
      const list = isGraded ? [...before, `${showing.card} ${defaultRating(showing)}`] : counted;
      return { counted: list, before: list, steps: [] };
    }
    default:
      return model;
  }
}

describe('the log', () => {
  it('holds after any events what follows from them alone', () => {
    fc.assert(
      fc.property(deeds([...answering, ...besides, 'begin', 'practise', 'close', 'reload']), (path) => {
        let world = begun();
        let model: Model = { counted: [], before: [], steps: [] };
        for (const deed of path) {
          const next = perform(world, deed);
          model = modelled(model, deed, world, next);
          world = next;
          expect(countedAnswers(world).map(shortly)).toEqual(model.counted);
        }
      }),
    );
  });

  it('holds each showing once', () => {
    fc.assert(
      fc.property(deeds([...answering, ...besides, ...around]), (path) => {
        const counted = countedAnswers(path.reduce(perform, begun())).map(({ at }) => at);
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });
});

/** What other tabs do to the same cards. */
const elsewhere = fc.record({
  card: fc.constantFrom(...cards),
  r: fc.constantFrom<Rating>(1, 3),
  showing: fc.nat(40),
  ref: fc.nat(20),
  kind: fc.constantFrom('answer', 'undo', 'suspend'),
});

type Meanwhile = typeof elsewhere extends fc.Arbitrary<infer T> ? T : never;

function meanwhile(world: World, { card, r, showing, ref, kind }: Meanwhile): World {
  const entry = world.log[ref];
  if (kind === 'suspend') return world.elsewhere({ t: 'suspend', card, value: r > 1 });
  if (kind === 'undo') return entry === undefined ? world : world.elsewhere({ t: 'undo', ref: entryIdOf(entry) });
  return world.elsewhere({ t: 'answer', card, rev: 'rev1', r, took: 1, at: showingId(`showing-${showing}`) });
}

const everything: readonly Act[] = [...answering, ...besides, ...around];

describe('no event throws', () => {
  const loads: readonly ReviewEvent[] = cards.flatMap((card) => [
    { t: 'loaded', card, isKnown: true },
    { t: 'loaded', card, isKnown: false },
    { t: 'unreadable', card, detail: '' },
    { t: 'stood', card },
  ]);
  const events = fc.constantFrom<ReviewEvent>(...loads, { t: 'replaced' }, { t: 'retired' }, { t: 'recorded' });

  it.each([true, false])('whatever other tabs write, questions loaded: %s', (isLoaded) => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(deeds(everything), elsewhere, events)), (isBegun, rounds) => {
        let world = openWorld(isLoaded);
        if (isBegun) world = world.act({ t: 'begin', cards });
        for (const [path, other, event] of rounds) {
          world = meanwhile(path.reduce(perform, world), other).act({ t: 'recorded' }).act(event);
          const { session } = world.state;
          expect(session?.waiting ?? []).not.toContain(session?.current);
        }
      }),
    );
  });
});
