import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Deck } from '../../../src/core/model/deck.ts';
import type { ShippedEntry } from '../../../src/core/model/shipped-deck.ts';
import { createFetchedDecks } from '../../../src/io/decks/fetched-decks.ts';
import { shipDeck } from '../../../src/tools/ship-deck.ts';
import { compiledDeck } from '../../compiled-deck.ts';
import { describeDeckSource, type SourceUnderTest } from '../../core/deck/deck-source-contract.ts';

afterEach(() => vi.unstubAllGlobals());

const missing = () => new Response('', { status: 404 });

/** A host of shipped decks: what it answers can be changed, and it counts what it is asked for. */
function host(decks: readonly Deck[]) {
  const files = new Map<string, () => Response>();
  const asked: string[] = [];
  const put = (deck: Deck) => {
    const { entry, files: shipped } = shipDeck(deck, [], '/assets/');
    for (const { name, content } of shipped) files.set(`/assets/${name}`, () => new Response(String(content)));
    return entry;
  };
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return (files.get(address) ?? missing)();
  });
  return { entries: decks.map(put), files, asked, put };
}

function fetchedFrom(decks: readonly Deck[]): SourceUnderTest {
  const { entries, put } = host(decks);
  let saved: (entry: ShippedEntry) => void = () => {};
  const source = createFetchedDecks(entries, { on: (_event, listener) => (saved = listener) });
  return { source, change: (deck) => saved(put(deck)) };
}

describeDeckSource('decks by fetch', fetchedFrom);

describe('decks by fetch', () => {
  const deck = compiledDeck(60);
  const [near, neighbour, far] = [0, 49, 50].map((n) => deck.questions[n]!.id);
  function fetched() {
    const served = host([deck]);
    const source = createFetchedDecks(served.entries);
    const named = (part: string) => [...served.files.keys()].find((address) => address.includes(part)) ?? '';
    return { ...served, named, open: () => source.open(deck.pack.id) };
  }

  it('reads a shard once for all of its questions', async () => {
    const { open, asked } = fetched();
    const opened = await open();
    await Promise.all([near, neighbour, near, far].map((id) => opened.questionsWith(id!)));
    expect(asked.filter((address) => address.includes('questions-'))).toHaveLength(2);
  });

  it('tries a shard again that could not be read', async () => {
    const { open, files, named } = fetched();
    const opened = await open();
    const [address, answer] = [named('questions-0'), files.get(named('questions-0'))!];
    files.set(address, missing);
    await expect(opened.questionsWith(near!)).rejects.toThrow(`${address} answered 404`);
    files.set(address, answer);
    expect(await opened.questionsWith(near!)).toHaveLength(50);
  });

  it.each([
    ['a page', '<!doctype html><title>Sveska</title>'],
    ['nothing', ''],
    ['no object', '7'],
    ['a list of something else', '[{ "id": 7 }]'],
    ['another format', JSON.stringify({ format: 2, pack: {}, notes: [], questions: [] })],
    ['an index without shards', JSON.stringify({ format: 1, pack: { id: 'shipped', title: 'T' }, notes: [] })],
  ])('refuses %s in the place of a deck, and says where', async (_what, text) => {
    const { open, files, named } = fetched();
    const opened = await open();
    const places = ['index', 'note-ports', 'questions-0', 'search'].map(named);
    for (const address of places) files.set(address, () => new Response(text));
    const readings = [open(), opened.note(deck.notes[0]!.id), opened.questionsWith(near!), opened.documents()];
    const ends = await Promise.allSettled(readings);
    expect(ends.map((end) => end.status === 'rejected' && String(end.reason))).toEqual(
      places.map((address) => `Error: ${address} is no part of a deck`),
    );
  });
});
