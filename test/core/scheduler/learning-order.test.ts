import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteSummary, QuestionSummary } from '../../../src/core/model/deck.ts';
import type { Kind } from '../../../src/core/model/question.ts';
import { inLearningOrder } from '../../../src/core/scheduler/plan/learning-order.ts';
import { noteId, packId, questionId } from '../ids.ts';

const fromEasyToHard: readonly Kind[] = [
  'choice',
  'recall',
  'cloze',
  'multi',
  'match',
  'order',
  'typed',
  'command',
  'config',
  'json',
];

function note(id: string, order: number, sections: readonly string[] = ['one', 'two', 'three']): NoteSummary {
  const titled = sections.map((section) => ({ id: section, title: section }));
  return { id: noteId(id), title: id, order, domain: null, minutes: 1, sections: titled };
}

interface Place {
  readonly note?: string | null;
  readonly section?: string | null;
  readonly difficulty?: 1 | 2 | 3;
  readonly kind?: Kind;
}

function question(id: string, place: Place = {}): QuestionSummary {
  const { note: named = 'first', section = 'one', difficulty = 2, kind = 'choice' } = place;
  return {
    id: questionId(`pack/${id}`),
    kind,
    title: id,
    rev: 'r1',
    note: named === null ? null : { pack: packId('pack'), note: noteId(named), section },
    domain: null,
    status: 'scored',
    difficulty,
    cards: 1,
    was: [],
  };
}

const notes = [note('second', 2), note('first', 1, ['one', 'two'])];

function ordered(questions: readonly QuestionSummary[]): readonly string[] {
  return inLearningOrder({ notes, questions }).map(({ title }) => title);
}

describe('the order of learning', () => {
  it('[S48] goes note by note, in the notes’ own order, and ends with what has no note', () => {
    const questions = [question('c', { note: null }), question('b', { note: 'second' }), question('a')];
    expect(ordered(questions)).toEqual(['a', 'b', 'c']);
  });

  it('[S48] goes through the sections as the note has them, and then to the note as a whole', () => {
    const questions = [question('c', { section: null }), question('b', { section: 'two' }), question('a')];
    expect(ordered(questions)).toEqual(['a', 'b', 'c']);
  });

  it('[S48] goes from easy to hard in a section', () => {
    const questions = ([3, 1, 2] as const).map((difficulty) => question(`d${difficulty}`, { difficulty }));
    expect(ordered(questions)).toEqual(['d1', 'd2', 'd3']);
  });

  it('[S48] asks to recognise before it asks to produce', () => {
    const questions = fromEasyToHard.toReversed().map((kind) => question(kind, { kind }));
    expect(ordered(questions)).toEqual(fromEasyToHard);
  });

  it('[S48] never goes back, whatever a pack holds, and keeps every question', () => {
    const place = fc.record({
      note: fc.constantFrom('first', 'second', 'unknown', null),
      section: fc.constantFrom('one', 'two', 'three', null),
      difficulty: fc.constantFrom(1, 2, 3),
      kind: fc.constantFrom(...fromEasyToHard),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60, size: 'max' }), (places) => {
        const questions = places.map((each, n) => question(`q${n}`, each));
        const found = inLearningOrder({ notes, questions });
        expect([...found].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...questions].sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        const texts = found.map((each) => sortText(each));
        expect(texts).toEqual([...texts].sort());
      }),
    );
  });
});

/** One letter for each step of the order, so that text order is the order of learning. */
function sortText({ note: reference, difficulty, kind }: QuestionSummary): string {
  const noteRank = ['first', 'second'].indexOf(reference?.note ?? '');
  if (noteRank < 0) return `9-9-${difficulty}-${fromEasyToHard.indexOf(kind)}`;
  const sections = noteRank === 0 ? ['one', 'two'] : ['one', 'two', 'three'];
  const section = sections.indexOf(reference?.section ?? '');
  return `${noteRank}-${section < 0 ? 9 : section}-${difficulty}-${fromEasyToHard.indexOf(kind)}`;
}
