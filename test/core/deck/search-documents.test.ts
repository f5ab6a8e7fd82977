import { describe, expect, it } from 'vitest';
import { searchDocuments } from '../../../src/core/deck/search-documents.ts';
import { compiledDeck } from '../../compiled-deck.ts';

describe('searchDocuments', () => {
  it('finds words of notes and questions, but not of questions that are not asked', () => {
    const documents = searchDocuments(compiledDeck(2, { attributes: 'status=retired' }));
    expect(documents.map(({ id }) => id)).toEqual([
      '/notes/shipped/ports',
      '/notes/shipped/ports#dynamic-ports',
      '/q/shipped/question-1',
    ]);
  });

  it('keeps code apart from the text of a document, so that it is matched and not shown', () => {
    const documents = searchDocuments(compiledDeck(1, { prompt: 'Which word?\n\n```json\n{ "cpu": 256 }\n```' }));
    expect(documents.map(({ text, code }) => [text, code])).toContainEqual(['Which word?', '{ "cpu": 256 }']);
  });
});
