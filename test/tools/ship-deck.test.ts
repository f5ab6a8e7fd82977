import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import type { Deck, DeckIndex } from '../../src/core/model/deck.ts';
import type { QuestionId } from '../../src/core/model/id.ts';
import type { PackFile } from '../../src/core/model/pack.ts';
import type { Question } from '../../src/core/model/question.ts';
import { routesOf, type ShippedDeck, shipDeck } from '../../src/tools/ship-deck.ts';

const picture: PackFile = { path: 'media/dot.png', content: new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]) };

describe('shipDeck', () => {
  it('puts every question into the shard that the index names', () => {
    const deck = deckOf(120);
    const { index, read } = shipped(deck);
    const found = index.questions.map(({ id, shard }) => {
      const questions = read(index.questionShards[shard] ?? '') as readonly Question[];
      return questions.some((question) => question.id === id);
    });
    expect([index.questionShards.length, found.length, found.every(Boolean)]).toEqual([3, 120, true]);
  });

  it('ships a note as it was compiled', () => {
    const deck = deckOf(1);
    const { index, read } = shipped(deck);
    expect(read(index.notes[0]?.shard ?? '')).toEqual(deck.notes[0]);
  });

  it('names every file for its content', () => {
    const before = names(shipDeck(deckOf(60), [], '/assets/'));
    const changed = names(shipDeck(deckOf(60, 'Another word'), [], '/assets/'));
    const same = before.filter((name) => changed.includes(name));
    expect(same).toEqual(
      [expect.stringContaining('questions-1'), expect.stringContaining('note-ports')].sort().reverse(),
    );
  });

  it('gives an image the address of the file that it shows', () => {
    const deck = deckOf(1, 'What shows ![a dot](media/dot.png)?', [picture]);
    const { files, entry } = shipDeck(deck, [picture], '/assets/');
    const file = files.find(({ name }) => name.endsWith('.png'));
    expect([file?.content, JSON.stringify(entry.first).includes(`"src":"/assets/${file?.name}"`)]).toEqual([
      picture.content,
      true,
    ]);
  });

  it('finds words of notes and questions, but not of questions that are not asked', () => {
    const { index, read } = shipped(deckOf(2, 'Which word?', [], 'status=retired'));
    const documents = read(index.searchShard) as readonly { readonly id: string }[];
    expect(documents.map(({ id }) => id)).toEqual([
      '/notes/shipped/ports',
      '/notes/shipped/ports#dynamic-ports',
      '/q/shipped/question-1',
    ]);
  });

  it('keeps code apart from the text of a document, so that it is matched and not shown', () => {
    const { index, read } = shipped(deckOf(1, 'Which word?\n\n```json\n{ "cpu": 256 }\n```'));
    const documents = read(index.searchShard) as readonly { readonly text: string; readonly code?: string }[];
    expect(documents.map(({ text, code }) => [text, code])).toContainEqual(['Which word?', '{ "cpu": 256 }']);
  });

  it('brings the question along that the pack names as its first', () => {
    const deck = deckOf(3);
    const named = { ...deck, pack: { ...deck.pack, first: 'shipped/question-2' as QuestionId } };
    expect(shipDeck(named, [], '/assets/').entry.first?.id).toBe('shipped/question-2');
  });

  it('brings the first scored choice along where the pack names none', () => {
    expect(shipDeck(deckOf(3), [], '/assets/').entry.first?.id).toBe('shipped/question-0');
  });

  it('has a route for every note, by its pack and by its name alone, and for every question', () => {
    expect(routesOf(deckOf(2))).toEqual([
      '/notes/shipped/ports',
      '/notes/ports',
      '/q/shipped/question-0',
      '/q/shipped/question-1',
    ]);
  });
});

function shipped(deck: Deck) {
  const { entry, files } = shipDeck(deck, [], '/assets/');
  const read = (address: string): unknown => {
    const file = files.find(({ name }) => `/assets/${name}` === address);
    return JSON.parse(String(file?.content));
  };
  return { index: read(entry.index) as DeckIndex, read };
}

function names({ files }: ShippedDeck): readonly string[] {
  return files.map(({ name }) => name);
}

/** A real deck of choice questions; the first one has the given prompt and attributes. */
function deckOf(count: number, prompt = 'Which word?', media: readonly PackFile[] = [], attributes = ''): Deck {
  const questions = Array.from({ length: count }, (_, n) =>
    question(n, n === 0 ? prompt : `Which word is number ${n}?`, n === 0 ? attributes : ''),
  );
  const files: readonly PackFile[] = [
    {
      path: 'pack.yaml',
      content:
        'format: 1\nid: shipped\ntitle: T\nsummary: S.\nversion: 1.0.0\nlanguage: en\nlicence: MIT\nauthors: [A]\n',
    },
    {
      path: 'notes/ports.md',
      content: '---\ntitle: Ports\n---\n\nLead.\n\n## Dynamic ports {#dynamic-ports}\n\nZero.\n',
    },
    { path: 'questions/all.md', content: `---\nnote: ports#dynamic-ports\n---\n\n${questions.join('\n')}` },
    ...media,
  ];
  const { value, diagnostics } = compilePack(files);
  if (value === null) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return value;
}

function question(n: number, prompt: string, attributes: string): string {
  return `## Title ${n} {#question-${n} ${attributes}}\n\n${prompt}\n\n- [x] Right ${n}\n  > Yes.\n- [ ] Wrong ${n}\n  > No.\n`;
}
