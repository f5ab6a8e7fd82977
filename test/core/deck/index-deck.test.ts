import { describe, expect, it } from 'vitest';
import { entryOf, indexDeck } from '../../../src/core/deck/index-deck.ts';
import { compiledDeck } from '../../compiled-deck.ts';
import { questionId } from '../ids.ts';

describe('indexDeck', () => {
  it('says of a question what lists and plans need, and nothing that answers it', () => {
    const [summary] = indexDeck(compiledDeck(1)).questions;
    expect(summary).toEqual({
      id: 'shipped/question-0',
      kind: 'choice',
      title: 'Title 0',
      rev: expect.any(String),
      note: { pack: 'shipped', note: 'ports', section: 'dynamic-ports' },
      domain: null,
      status: 'scored',
      difficulty: 2,
      cards: 1,
      was: [],
    });
  });

  it('says the tags of a question where it has some', () => {
    const deck = compiledDeck(1);
    const questions = deck.questions.map((question) => ({ ...question, tags: ['iam', 'roles'] }));
    expect(indexDeck({ ...deck, questions }).questions[0]?.tags).toEqual(['iam', 'roles']);
  });

  it('says which options stand for a belief, where some do', () => {
    const deck = compiledDeck(1);
    const questions = deck.questions.map((question) => {
      if (question.kind !== 'choice') throw new Error('not what was wanted');
      const options = question.options.map((option, n) => ({ ...option, belief: n === 1 ? 'ports-collide' : null }));
      return { ...question, options };
    });
    const second = questions[0]?.options[1]?.id;
    expect(indexDeck({ ...deck, questions }).questions[0]?.beliefs).toEqual([[second, 'ports-collide']]);
  });

  it('says of a note its sections, without their texts', () => {
    expect(indexDeck(compiledDeck(1)).notes).toEqual([
      expect.objectContaining({ id: 'ports', sections: [{ id: 'dynamic-ports', title: 'Dynamic ports' }] }),
    ]);
  });
});

describe('entryOf', () => {
  it('brings the question along that the pack names as its first', () => {
    const deck = compiledDeck(3);
    const named = { ...deck, pack: { ...deck.pack, first: questionId('shipped/question-2') } };
    expect(entryOf(named).first?.id).toBe('shipped/question-2');
  });

  it('brings the first scored choice along where the pack names none', () => {
    expect(entryOf(compiledDeck(3)).first?.id).toBe('shipped/question-0');
  });
});
