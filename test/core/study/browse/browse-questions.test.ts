import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../../src/core/model/card-state.ts';
import { cardsOf } from '../../../../src/core/model/cards-of.ts';
import type { QuestionSummary } from '../../../../src/core/model/deck.ts';
import { type CardId, cardIdOf, type NoteId, type PackId, packOf } from '../../../../src/core/model/id.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import {
  type BrowseFacts,
  browse,
  fillShelf,
  lowestRecall,
  type Wish,
} from '../../../../src/core/study/browse/browse-questions.ts';
import { choosePractice, mostPractised } from '../../../../src/core/study/browse/choose-practice.ts';
import { type Facet, facets, type QuestionFilter } from '../../../../src/core/study/browse/facets.ts';
import { questionId } from '../../ids.ts';
import { day, question, state, today } from '../../scheduler/plan-builders.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const everything: Wish = { filter: {}, order: 'notes', found: null };

function factsOf(questions: readonly QuestionSummary[], states: readonly CardState[]): BrowseFacts {
  return {
    today,
    cards: new Map(states.map((each) => [each.card, each])),
    summaries: new Map(questions.map((each) => [each.id, each])),
    packs: new Map(),
    scheduler,
    examDay: null,
  };
}

function idsOf(facts: BrowseFacts, filter: QuestionFilter, more: Partial<Wish> = {}): readonly string[] {
  return browse(fillShelf(facts), { ...everything, filter, ...more }).rows.map(({ question: { id } }) => id);
}

const note = (section: string | null) => ({ pack: 'pack' as PackId, note: 'ports' as NoteId, section });

describe('the questions that are chosen', () => {
  const [open, weak, firm, missed, hard] = ['open', 'weak', 'firm', 'missed', 'hard'].map((name) => question(name)) as [
    QuestionSummary,
    QuestionSummary,
    QuestionSummary,
    QuestionSummary,
    QuestionSummary,
  ];
  const facts = factsOf(
    [open, weak, firm, missed, { ...hard, difficulty: 3, note: note('static'), domain: 'd2', tags: ['iam', 'roles'] }],
    [
      state(cardIdOf(weak.id), { stability: 3, lastDay: day(-1), due: day(2) }),
      state(cardIdOf(firm.id), { stability: 40, lastDay: day(-1), due: day(39), flagged: true }),
      state(cardIdOf(missed.id), { stability: 30, lastRating: 1, lastDay: day(0), missedDay: day(0), due: day(0) }),
    ],
  );

  it.each<[QuestionFilter, readonly string[]]>([
    [{}, ['open', 'weak', 'firm', 'missed', 'hard']],
    [{ state: ['new'] }, ['open', 'hard']],
    [{ state: ['learning'] }, ['weak', 'missed']],
    [{ state: ['known'] }, ['firm']],
    [{ state: ['due'] }, ['missed']],
    [{ state: ['new', 'due'] }, ['open', 'missed', 'hard']],
    [{ state: ['flagged'] }, ['firm']],
    [{ state: ['flagged'], missed: ['last'] }, []],
    [{ missed: ['last'] }, ['missed']],
    [{ difficulty: ['3'] }, ['hard']],
    [{ note: ['pack/ports'] }, ['hard']],
    [{ note: ['pack/ports#static'] }, ['hard']],
    [{ note: ['pack/ports#other'] }, []],
    [{ domain: ['pack/d2'] }, ['hard']],
    [{ domain: ['other/d2'] }, []],
    [{ tag: ['roles'] }, ['hard']],
    [{ tag: ['no-such-tag'] }, []],
    [{ pack: ['other'] }, []],
  ])('by %o are %o', (filter, names) => {
    expect(idsOf(facts, filter)).toEqual(names.map((name) => `pack/${name}`));
  });

  it('were missed in a week that reaches back over seven study days', () => {
    const names = ['six', 'seven'].map((name) => question(name));
    const states = names.map(({ id }, index) => state(cardIdOf(id), { missedDay: day(-6 - index) }));
    expect(idsOf(factsOf(names, states), { missed: ['week'] })).toEqual(['pack/six']);
  });

  it('stand with the weakest first: what was missed last, and what was never seen at the end', () => {
    expect(idsOf(facts, {}, { order: 'weakest' })).toEqual(
      ['missed', 'weak', 'firm', 'open', 'hard'].map((name) => `pack/${name}`),
    );
    const recalls = browse(fillShelf(facts), { ...everything, order: 'weakest' }).rows.map(lowestRecall);
    expect(recalls).toEqual([1, expect.closeTo(0.97, 1), expect.closeTo(0.99, 1), null, null]);
  });

  it('are due when Today has them, which an exam brings forward', () => {
    const early = question('early');
    const states = [state(cardIdOf(early.id), { stability: 40, lastDay: day(-9), due: day(20) })];
    const before = factsOf([early], states);
    expect(idsOf(before, { state: ['due'] })).toEqual([]);
    expect(idsOf({ ...before, examDay: day(1) }, { state: ['due'] })).toEqual([early.id]);
  });

  it('are those that a search has found, while there is one', () => {
    expect(idsOf(facts, {}, { found: new Set([weak.id]) })).toEqual([weak.id]);
    expect(idsOf(facts, { state: ['new'] }, { found: new Set([weak.id]) })).toEqual([]);
  });

  it('are of packs that are on, and asked at all', () => {
    expect(idsOf({ ...facts, packs: new Map([['pack', false]]) }, {})).toEqual([]);
    expect(idsOf(factsOf([{ ...open, status: 'draft' }, weak], []), {})).toEqual([weak.id]);
  });

  it('have the cards that fit, and not their others', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    const [, second] = cardsOf(cloze);
    const shelf = fillShelf(factsOf([cloze], [state(second as CardId, { flagged: true })]));
    const { rows } = browse(shelf, { ...everything, filter: { state: ['flagged'] } });
    expect(rows.map(({ cards }) => cards.map(({ card }) => card))).toEqual([[second]]);
  });
});

describe('the counts beside the values', () => {
  const anyFilter = fc.record({
    state: fc.subarray(['new', 'learning', 'known', 'due', 'leech', 'suspended', 'flagged', 'noted']),
    missed: fc.subarray(['last', 'week']),
    kind: fc.subarray(['choice', 'cloze', 'case']),
    difficulty: fc.subarray(['1', '2', '3']),
    note: fc.subarray(['pack/ports', 'pack/ports#a', 'pack/ports#b']),
    tag: fc.subarray(['x', 'y']),
  });
  const anyQuestion = fc.record({
    kind: fc.constantFrom('choice' as const, 'cloze' as const),
    cards: fc.integer({ min: 1, max: 3 }),
    difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
    note: fc.constantFrom(null, note(null), note('a'), note('b')),
    tags: fc.subarray(['x', 'y']),
    case: fc.constantFrom(null, questionId('pack/case')),
  });
  const anyState = fc.record({
    stability: fc.constantFrom(1, 5, 20),
    lastRating: fc.constantFrom(1 as const, 3 as const),
    lapses: fc.constantFrom(0, 6),
    missedDay: fc.constantFrom(null, day(-9), day(-2)),
    due: fc.constantFrom(null, day(-1), day(3)),
    suspended: fc.boolean(),
    flagged: fc.boolean(),
    note: fc.constantFrom('', 'Mine.'),
  });

  const anyFacts = fc.array(fc.tuple(anyQuestion, fc.array(fc.option(anyState), { maxLength: 3 }))).map((made) => {
    const questions = made.map(([fields], index) => question(`q${index}`, fields));
    const states = questions.flatMap((each, index) =>
      cardsOf(each).flatMap((card, place) => {
        const fields = made[index]?.[1][place] ?? null;
        return fields === null ? [] : [state(card, fields as Partial<CardState>)];
      }),
    );
    return factsOf(questions, states);
  });

  it('are what choosing a value alone of its facet would find, for any filter', () => {
    fc.assert(
      fc.property(anyFacts, anyFilter, (facts, filter) => {
        const { counts } = browse(fillShelf(facts), { ...everything, filter });
        for (const facet of facets) {
          for (const value of valuesSeen(facts, facet)) {
            expect(counts[facet].get(value) ?? 0).toBe(naive(facts, { ...filter, [facet]: [value] }).length);
          }
        }
      }),
    );
  });

  it('go with the questions that one who looks at each card by itself would choose', () => {
    fc.assert(
      fc.property(anyFacts, anyFilter, (facts, filter) => {
        expect(idsOf(facts, filter)).toEqual(naive(facts, filter));
      }),
    );
  });

  function valuesSeen(facts: BrowseFacts, facet: Facet): readonly string[] {
    const { values } = fillShelf(facts).catalogue;
    return values.filter((each) => each.facet === facet).map(({ value }) => value);
  }
});

function wasMissed({ lastRating, missedDay, lastDay }: CardState): boolean {
  return lastRating === 1 && missedDay !== null && missedDay >= lastDay;
}

/** The same by words of its own: every question that has one card of which all that is wished is true. */
function naive({ summaries, cards }: BrowseFacts, filter: QuestionFilter): readonly string[] {
  const isTrue = (each: QuestionSummary, card: CardId, facet: Facet, value: string): boolean => {
    const now = cards.get(card);
    const isNew = now === undefined || now.due === null;
    switch (`${facet} ${value}`) {
      case 'state new':
        return isNew;
      case 'state learning':
        return !isNew && !(now.stability >= 7 && !wasMissed(now));
      case 'state known':
        return !isNew && now.stability >= 7 && !wasMissed(now);
      case 'state due':
        return !isNew && (now.lastRating === 1 || now.due <= today);
      case 'state leech':
        return now !== undefined && now.lapses >= 6;
      case 'state suspended':
        return now?.suspended === true;
      case 'state flagged':
        return now?.flagged === true;
      case 'state noted':
        return now !== undefined && now.note !== '';
      case 'missed last':
        return now !== undefined && wasMissed(now);
      case 'missed week':
        return now !== undefined && now.missedDay !== null && today - now.missedDay < 7;
      case 'kind case':
        return each.case !== null && each.case !== undefined;
    }
    if (facet === 'kind') return each.kind === value;
    if (facet === 'difficulty') return each.difficulty === Number(value);
    if (facet === 'tag') return each.tags?.includes(value) === true;
    if (facet === 'pack') return packOf(each.id) === value;
    if (facet === 'domain') return each.domain !== null && `${packOf(each.id)}/${each.domain}` === value;
    const [place, section = null] = value.split('#');
    const { pack, note: named, section: own } = each.note ?? { pack: '', note: '', section: null };
    return place === `${pack}/${named}` && (section === null || section === own);
  };
  const fits = (each: QuestionSummary, card: CardId) =>
    facets.every((facet) => {
      const wished = filter[facet] ?? [];
      return wished.length === 0 || wished.some((value) => isTrue(each, card, facet, value));
    });
  return [...summaries.values()].filter((each) => cardsOf(each).some((card) => fits(each, card))).map(({ id }) => id);
}

describe('the cards to practise', () => {
  const questions = Array.from({ length: 30 }, (_, index) => question(`q${index}`));
  const states = questions.map(({ id }, index) =>
    state(cardIdOf(id), { stability: 30 - index, lastDay: day(-5), suspended: index === 3 }),
  );
  const rowsBy = (order: Wish['order']) => browse(fillShelf(factsOf(questions, states)), { ...everything, order }).rows;
  const namesOf = (cards: readonly CardId[]) => cards.map((card) => Number(card.slice('pack/q'.length)));

  it('stand in the order of the rows, without those that are suspended', () => {
    const chosen = choosePractice(rowsBy('notes'), { most: 5, order: 'notes', seed: null });
    expect(namesOf(chosen)).toEqual([0, 1, 2, 4, 5]);
  });

  it('are drawn from all rows by chance, the same by the same seed', () => {
    const draw = (seed: number) => namesOf(choosePractice(rowsBy('notes'), { most: 10, order: 'notes', seed }));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(new Set([...draw(1), ...draw(2), ...draw(3)]).size).toBeGreaterThan(10);
    expect([...draw(1), ...draw(2), ...draw(3)]).not.toContain(3);
  });

  it('are the weakest where these are wished, in an order by chance', () => {
    const draw = (seed: number) => namesOf(choosePractice(rowsBy('weakest'), { most: 5, order: 'weakest', seed }));
    const drawn = draw(7);
    expect(drawn.toSorted((a, b) => a - b)).toEqual([25, 26, 27, 28, 29]);
    expect(drawn).not.toEqual([29, 28, 27, 26, 25]);
  });

  it('are the weakest by themselves, whatever question they are of', () => {
    const cloze = question('cloze', { kind: 'cloze', cards: 3 });
    const [first, second, third] = cardsOf(cloze) as [CardId, CardId, CardId];
    const other = cardIdOf(questions[0]?.id ?? cloze.id);
    const strong = { stability: 300, lastDay: day(-5) };
    const facts = factsOf(
      [cloze, ...questions.slice(0, 1)],
      [
        state(first, strong),
        state(second, { stability: 1, lastDay: day(-5) }),
        state(third, strong),
        state(other, { stability: 5, lastDay: day(-5) }),
      ],
    );
    const { rows } = browse(fillShelf(facts), { ...everything, order: 'weakest' });
    expect(choosePractice(rows, { most: 2, order: 'weakest', seed: null })).toEqual([second, other]);
  });

  it('are all of them, up to what a run can hold', () => {
    expect(choosePractice(rowsBy('notes'), { most: null, order: 'notes', seed: null })).toHaveLength(29);
    const many = Array.from({ length: 600 }, (_, index) => question(`m${index}`));
    const { rows } = browse(fillShelf(factsOf(many, [])), everything);
    expect(choosePractice(rows, { most: null, order: 'notes', seed: null })).toHaveLength(mostPractised);
  });
});
