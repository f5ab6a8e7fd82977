import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { QuestionSummary } from '../../../src/core/model/deck.ts';
import { cardIdOf, type Timestamp } from '../../../src/core/model/id.ts';
import {
  drawNotebook,
  inkOf,
  missedCards,
  type NotebookFacts,
  practiceOfNote,
  rowOfNote,
} from '../../../src/core/study/notebook.ts';
import { noteId, packId, questionId } from '../ids.ts';
import { id, many, question, state } from '../scheduler/plan-builders.ts';

const noteOf = (note: string, section: string | null = null) => ({ pack: packId('pack'), note: noteId(note), section });

function factsOf(
  questions: readonly QuestionSummary[],
  states: readonly CardState[] = [],
  off: readonly string[] = [],
): NotebookFacts {
  return {
    summaries: new Map(questions.map((each) => [each.id, each])),
    cards: new Map(states.map((each) => [each.card, each])),
    packs: new Map(off.map((pack) => [pack, false])),
  };
}

const draw = (...facts: Parameters<typeof factsOf>) => drawNotebook(factsOf(...facts));

describe('the ink of a question', () => {
  const one = question('a');
  const ink = (more: Partial<CardState>) => inkOf(one, new Map([[id('a'), state(id('a'), more)]]));

  it('is open before the first answer, and after a reset', () => {
    expect([inkOf(one, new Map()), ink({ due: null, lastRating: null, stability: 0 })]).toEqual(['open', 'open']);
  });

  it('is missed when the last answer was wrong, however much was known before', () => {
    expect(ink({ lastRating: 1, stability: 90 })).toBe('missed');
  });

  it('grows with the days that the memory lasts', () => {
    const stabilities = [0.5, 2.9, 3, 6.9, 7, 29.9, 30, 400];
    expect(stabilities.map((stability) => ink({ stability }))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('is that of the card that is known least, where a question makes several', () => {
    const cloze = question('c', { kind: 'cloze', cards: 2 });
    const states = (first: Partial<CardState>, second: Partial<CardState> | null) =>
      new Map(
        [state(id('c', 1), first), ...(second === null ? [] : [state(id('c', 2), second)])].map((s) => [s.card, s]),
      );
    expect([
      inkOf(cloze, states({ stability: 40 }, { stability: 8 })),
      inkOf(cloze, states({ stability: 40 }, null)),
      inkOf(cloze, states({ lastRating: 1 }, null)),
    ]).toEqual([3, 1, 'missed']);
  });
});

describe('the notebook', () => {
  it('has a row for each note in learning order, and one for what belongs to none', () => {
    const questions = [
      question('a', { note: noteOf('ports', 'dynamic') }),
      question('b', { note: noteOf('roles') }),
      question('c', { note: noteOf('ports') }),
      question('d', { note: null }),
    ];
    const { rows, square } = draw(questions, [state(id('c'), { stability: 10 })]);
    expect(square).toBe('question');
    expect(rows).toEqual([
      row('pack/ports', noteOf('ports'), ['open', 3], { seen: 1, known: 1 }),
      row('pack/roles', noteOf('roles'), ['open']),
      row('pack', null, ['open']),
    ]);
  });

  it('sums up what is seen, known and missed', () => {
    const states = [
      state(id('q0'), { stability: 1 }),
      state(id('q1'), { stability: 7 }),
      state(id('q2'), { lastRating: 1 }),
    ];
    expect(draw(many(5), states).all).toEqual({ questions: 5, seen: 3, known: 1, missed: 1 });
  });

  it('leaves out drafts, what was retired, and packs that are off', () => {
    const questions = [
      question('a'),
      question('b', { status: 'draft' }),
      question('c', { status: 'retired' }),
      question('d', { status: 'pilot' }),
      question('e', { id: questionId('other/e') }),
    ];
    expect(draw(questions, [], ['other']).all.questions).toBe(2);
    expect(draw([]).rows).toEqual([]);
  });

  it('has a square a section where there are very many questions, and still counts questions', () => {
    const sections = ['one', 'two', 'three'].map((section) => noteOf('long', section));
    const questions = Array.from({ length: 1201 }, (_, n) => question(`q${n}`, { note: sections[n % 3] ?? null }));
    const states = questions.flatMap((_, n) => {
      if (n % 3 === 0) return [state(id(`q${n}`), { stability: 40 })];
      return n === 1 ? [state(id('q1'), { lastRating: 1 })] : [];
    });
    const { rows, square, all } = draw(questions, states);
    expect([square, rows.length, rows[0]?.squares, rows[0]?.ids]).toEqual(['section', 1, [4, 'missed', 'open'], []]);
    expect(all).toEqual({ questions: 1201, seen: 402, known: 401, missed: 1 });
    expect(draw(questions.slice(1)).square).toBe('question');
  });
});

describe('the row of one note', () => {
  it('is that of the notebook, whatever section is named', () => {
    const questions = [...many(4), question('a', { note: noteOf('ports', 'one') })];
    const facts = factsOf(questions, [state(id('a'), { stability: 9 })]);
    expect(rowOfNote(noteOf('ports', 'other'), facts)).toEqual(
      drawNotebook(facts).rows.find(({ key }) => key === 'pack/ports'),
    );
    expect(rowOfNote(noteOf('nowhere'), facts)).toBeNull();
  });
});

describe('what was missed', () => {
  it('is asked again the latest first: nothing suspended, not studied, without a question or of a pack that is off', () => {
    const questions = [
      ...['old', 'new', 'away', 'good'].map((name) => question(name)),
      question('draft', { status: 'draft' }),
      question('off', { id: questionId('other/off') }),
    ];
    const missed = (name: string, more: { readonly lastAt?: Timestamp; readonly suspended?: boolean } = {}) =>
      state(id(name), { lastRating: 1, ...more });
    const states = [
      missed('old', { lastAt: 1 as Timestamp }),
      missed('new', { lastAt: 2 as Timestamp }),
      missed('away', { suspended: true }),
      missed('draft'),
      missed('gone'),
      state(id('good')),
      state(cardIdOf(questionId('other/off')), { lastRating: 1 }),
    ];
    expect(missedCards(factsOf(questions, states, ['other']))).toEqual([id('new'), id('old')]);
    expect(missedCards(factsOf(questions, states, ['other']), () => true).length).toBeGreaterThan(2);
  });
});

describe('the practice of a note', () => {
  it('asks what was missed first, then from the least known to what is to come, and nothing suspended', () => {
    const questions = ['open', 'month', 'missed', 'days', 'away', 'draft'].map((name) =>
      question(name, { note: noteOf('ports', name), status: name === 'draft' ? 'draft' : 'scored' }),
    );
    const states = [
      state(id('month'), { stability: 40 }),
      state(id('missed'), { lastRating: 1, stability: 90 }),
      state(id('days'), { stability: 4 }),
      state(id('away'), { suspended: true }),
    ];
    const asked = practise([...questions, question('other', { note: noteOf('roles') })], states);
    expect(asked).toEqual([id('missed'), id('days'), id('month'), id('open')]);
  });

  it('asks each blank of a cloze, and at most forty cards', () => {
    expect(practise([question('c', { kind: 'cloze', cards: 2, note: noteOf('ports') })])).toEqual([
      id('c', 1),
      id('c', 2),
    ]);
    expect(practise(many(60).map((each) => ({ ...each, note: noteOf('ports') })))).toHaveLength(40);
  });
});

function practise(questions: readonly QuestionSummary[], states: readonly CardState[] = []) {
  return practiceOfNote(noteOf('ports', 'any'), factsOf(questions, states));
}

function row(key: string, note: QuestionSummary['note'], squares: readonly unknown[], more = {}) {
  const ids = squares.map(() => expect.stringMatching(/^pack\//));
  return { key, pack: 'pack', note, squares, ids, questions: squares.length, seen: 0, known: 0, missed: 0, ...more };
}
