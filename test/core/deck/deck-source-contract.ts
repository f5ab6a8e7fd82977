import { describe, expect, it } from 'vitest';
import type { Deck } from '../../../src/core/model/deck.ts';
import type { DeckSource } from '../../../src/core/model/deck-source.ts';
import type { PackId } from '../../../src/core/model/id.ts';
import { compiledDeck } from '../../compiled-deck.ts';
import { noteId, packId, questionId } from '../ids.ts';

/** A source of some decks, and what puts another deck in the place of one while the app runs. */
export interface SourceUnderTest {
  readonly source: DeckSource;
  change(deck: Deck): void;
}

const [first, second] = [compiledDeck(120, { id: 'first' }), compiledDeck(3, { id: 'second' })];
const none = [questionId('first/none'), noteId('none')] as const;

/** What every source of decks must do. */
export function describeDeckSource(name: string, sourceOf: (decks: readonly Deck[]) => SourceUnderTest): void {
  const make = () => sourceOf([first, second]);
  const openFirst = () => make().source.open(first.pack.id);

  describe(`${name} as a source of decks`, () => {
    it('names the packs in their order, each with the card of a first visit, before any is opened', () => {
      const { packs } = make().source;
      expect(packs.map(({ id, title, first }) => [id, title, first])).toEqual([
        ['first', 'T', first.questions[0]],
        ['second', 'T', second.questions[0]],
      ]);
    });

    it('opens a deck with an index of all that is in it', async () => {
      const { index } = await openFirst();
      expect([index.pack, index.notes.map(({ id }) => id), index.questions.map(({ id }) => id)]).toEqual([
        first.pack,
        first.notes.map(({ id }) => id),
        first.questions.map(({ id }) => id),
      ]);
    });

    it('gives every question as it was compiled, among those that come with it', async () => {
      const deck = await openFirst();
      const given = first.questions.map(async ({ id }) => (await deck.questionsWith(id)).find((one) => one.id === id));
      expect(await Promise.all(given)).toEqual(first.questions);
    });

    it('gives every note as it was compiled', async () => {
      const deck = await openFirst();
      expect(await Promise.all(first.notes.map(({ id }) => deck.note(id)))).toEqual(first.notes);
    });

    it('has neither question nor note that is not in the deck', async () => {
      const deck = await openFirst();
      expect([await deck.questionsWith(none[0]), await deck.note(none[1])]).toEqual([[], null]);
    });

    it('gives the documents of search of that deck alone', async () => {
      const documents = await (await make().source.open(second.pack.id)).documents();
      expect([documents.length, new Set(documents.map(({ pack }) => pack))]).toEqual([5, new Set(['second'])]);
    });

    it('opens no pack that it does not have', async () => {
      await expect(make().source.open(packId('third'))).rejects.toThrow();
    });

    it('tells of a pack that has changed: opened again, it is the new one, and what was open can be read still', async () => {
      const { source, change } = make();
      const before = await source.open(first.pack.id);
      const told: PackId[] = [];
      source.subscribe((pack) => told.push(pack));
      change(compiledDeck(2, { id: 'first', prompt: 'Which other word?' }));
      const after = await source.open(first.pack.id);
      const old = first.questions[100]!.id;
      const here = await Promise.all([before, after].map(async (deck) => (await deck.questionsWith(old)).length > 0));
      expect([told, source.packs.map(({ id }) => id), here]).toEqual([['first'], ['first', 'second'], [true, false]]);
    });

    it('tells nobody who has left', () => {
      const { source, change } = make();
      const told: PackId[] = [];
      source.subscribe((pack) => told.push(pack))();
      change(second);
      expect(told).toEqual([]);
    });
  });
}
