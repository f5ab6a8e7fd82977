import { describe, expect, it } from 'vitest';
import type { Deck } from '../../src/core/model/deck.ts';
import type { PackFile } from '../../src/core/model/pack.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { ShippedIndex } from '../../src/core/model/shipped-deck.ts';
import { type ShippedDeck, shipDeck } from '../../src/tools/ship-deck.ts';
import { compiledDeck } from '../compiled-deck.ts';

const picture: PackFile = { path: 'media/dot.png', content: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) };

describe('shipDeck', () => {
  it('puts every question into the shard that the index names', () => {
    const deck = compiledDeck(120);
    const { index, read } = shipped(deck);
    const found = index.questions.map(({ id, shard }) => {
      const questions = read(index.questionShards[shard] ?? '') as readonly Question[];
      return questions.some((question) => question.id === id);
    });
    expect([index.questionShards.length, found.length, found.every(Boolean)]).toEqual([3, 120, true]);
  });

  it('ships a note as it was compiled', () => {
    const deck = compiledDeck(1);
    const { index, read } = shipped(deck);
    expect(read(index.notes[0]?.shard ?? '')).toEqual(deck.notes[0]);
  });

  it('names every file for its content', () => {
    const before = names(shipDeck(compiledDeck(60), [], '/assets/'));
    const changed = names(shipDeck(compiledDeck(60, { prompt: 'Another word' }), [], '/assets/'));
    const same = before.filter((name) => changed.includes(name));
    expect(same).toEqual(
      [expect.stringContaining('questions-1'), expect.stringContaining('note-ports')].sort().reverse(),
    );
  });

  it('gives an image the address of the file that it shows', () => {
    const deck = compiledDeck(1, { prompt: 'What shows ![a dot](media/dot.png)?', media: [picture] });
    const { files, entry } = shipDeck(deck, [picture], '/assets/');
    const file = files.find(({ name }) => name.endsWith('.png'));
    expect([file?.content, JSON.stringify(entry.first).includes(`"src":"/assets/${file?.name}"`)]).toEqual([
      picture.content,
      true,
    ]);
  });

  it('says how large an image is that names its size, so that a page keeps its place', () => {
    const drawing = { path: 'media/a.svg', content: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 440"/>' };
    const deck = compiledDeck(1, { prompt: 'What shows ![a line](media/a.svg)?', media: [drawing] });
    const { files, entry } = shipDeck(deck, [drawing], '/assets/');
    const src = `/assets/${files.find(({ name }) => name.endsWith('.svg'))?.name}`;
    expect(JSON.stringify(entry.first)).toContain(JSON.stringify({ src, alt: 'a line', width: 320, height: 440 }));
  });
});

function shipped(deck: Deck) {
  const { entry, files } = shipDeck(deck, [], '/assets/');
  const read = (address: string): unknown => {
    const file = files.find(({ name }) => `/assets/${name}` === address);
    return JSON.parse(String(file?.content));
  };
  return { index: read(entry.index) as ShippedIndex, read };
}

function names({ files }: ShippedDeck): readonly string[] {
  return files.map(({ name }) => name);
}
