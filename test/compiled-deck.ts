import { compilePack } from '../src/core/compiler/compile-pack.ts';
import type { Deck } from '../src/core/model/deck.ts';
import type { PackFile } from '../src/core/model/pack.ts';

export interface DeckWishes {
  /** Of the pack; `shipped` unless told otherwise. */
  readonly id?: string;
  /** What the first question asks, and its attributes. */
  readonly prompt?: string;
  readonly attributes?: string;
  readonly media?: readonly PackFile[];
}

/** A real deck of one note and so many choice questions. */
export function compiledDeck(count: number, wishes: DeckWishes = {}): Deck {
  const { id = 'shipped', prompt = 'Which word?', attributes = '', media = [] } = wishes;
  const questions = Array.from({ length: count }, (_, n) =>
    n === 0 ? question(n, prompt, attributes) : question(n, `Which word is number ${n}?`, ''),
  );
  const { value, diagnostics } = compilePack([
    {
      path: 'pack.yaml',
      content: `format: 1\nid: ${id}\ntitle: T\nsummary: S.\nversion: 1.0.0\nlanguage: en\nlicence: MIT\nauthors: [A]\n`,
    },
    {
      path: 'notes/ports.md',
      content: '---\ntitle: Ports\n---\n\nLead.\n\n## Dynamic ports {#dynamic-ports}\n\nZero.\n',
    },
    { path: 'questions/all.md', content: `---\nnote: ports#dynamic-ports\n---\n\n${questions.join('\n')}` },
    ...media,
  ]);
  if (value === null) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return value;
}

function question(n: number, prompt: string, attributes: string): string {
  return `## Title ${n} {#question-${n} ${attributes}}\n\n${prompt}\n\n- [x] Right ${n}\n  > Yes.\n- [ ] Wrong ${n}\n  > No.\n`;
}
