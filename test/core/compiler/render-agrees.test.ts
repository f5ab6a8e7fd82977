import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { describe, expect, it } from 'vitest';
import { startCompilation } from '../../../src/core/compiler/compilation.ts';
import { type Fragment, noDeletions, noFootnotes } from '../../../src/core/compiler/markdown/fragment.ts';
import { readPlainFragment } from '../../../src/core/compiler/markdown/plain-fragment.ts';
import { renderByParser, renderFragment } from '../../../src/core/compiler/markdown/render-fragment.ts';
import { htmlOf, normaliseHtml } from './rich-html.ts';

const place = { file: 'questions/a.md', line: 1, column: 1 };

function fragmentOf(text: string): Fragment {
  return { text, place, scope: 'note', note: 'a', deletions: noDeletions, footnotes: noFootnotes, prefix: 'a' };
}

function compiled(text: string): string {
  return normaliseHtml(htmlOf(renderFragment(startCompilation(null), text, () => fragmentOf(text))));
}

function byReactMarkdown(text: string): string {
  return normaliseHtml(renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, text)));
}

const corpus = [
  'A plain sentence.',
  'Two lines\nof one paragraph.',
  'A paragraph.\n\nAnother one.',
  'A `code` span, `` a`b `` and ` x `.',
  '*a* **b** ***c*** _d_ __e__ snake_case_word 2*3*4 **a**b *a*.',
  '**bold with `code`** and *a [link](https://e.com/a)*',
  'Struck ~~out~~ text.',
  '[a](https://e.com "title") and <https://e.com/b> and [b][ref]\n\n[ref]: https://e.com/c',
  '- a\n- b\n  - c\n- d',
  '- a\n\n- b',
  '1. a\n2. b',
  '7. a\n8. b',
  '- one\n- two\n\nAfter the list.',
  'Before.\n\n- `one` thing\n- **two** things\n\nAfter.',
  '> A quotation\n> in two lines.\n\nText.',
  '> a\n>> b',
  '```json\n{ "a": [1, true, null] }\n```',
  '```sh\naws ecs run-task --cluster "a" # x\n```',
  '    indented code\n    more',
  '| a | b | c |\n|:--|:-:|--:|\n| 1 | `2` | **3** |\n| a \\| b | | x |',
  'Line with two blanks  \nbroken, and\\\nbroken again.',
  '### Heading three\n\n#### Heading four\n\nText.',
  'Rule\n\n---\n\nbelow',
  'Escapes \\* \\_ \\` and entities &amp; &lt; &copy; &#65;.',
  '5 < 6 & 7 > 3, a<b? "quoted" it\'s',
  'Unbalanced ** stars * and ` ticks and [ brackets ] (x)',
  '# not ## headings #tag',
  '2026-11-22: a date. 12) not a list? 3.5 GiB',
  '- [ ] open\n- [x] done',
  'Ümläuts, emoji \u{1f600} and 漢字 **強調** `–`',
  '+ plus\n+ list',
  'a\n- b',
  'text\n===\n\nmore',
  '1986\\. A year.',
  '**a**. *b*, (**c**) "*d*"',
  'https and www are words here',
  '&nbsp;x',
];

describe('compiled Markdown agrees with react-markdown', () => {
  it.each(corpus.map((text) => [text]))('%j', (text) =>
    expect(compiled(text)).toBe(byReactMarkdown(text).replace(/<(\/?)h[12]>/g, '<$1h3>')),
  );
});

const word = fc.constantFrom(
  'a',
  'task',
  'ECS',
  '12',
  'port0',
  'x,',
  'end.',
  '"q"',
  "it's",
  '-',
  '3.',
  '(p)',
  'Ü',
  'a:b',
  '=',
  '+',
  '#',
  '!',
);
const piece = fc.oneof(
  { weight: 6, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('*', '**', '`', '``'), word, word)
      .map(([mark, a, b]) => `${mark}${a} ${b}${mark}`),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('*', '**', '`'), word).map(([mark, a]) => `${mark}${a}${mark}`) },
  { weight: 1, arbitrary: word.map((text) => `[${text}](https://e.com/a.b?c=d#e)`) },
);
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.constant(' ') },
  fc.constantFrom('\n', '\n\n', '\n- ', '\n\n- ', '', '  ', '\n\n\n'),
);
const fragment = fc
  .array(fc.tuple(gap, piece), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join('').trim());

describe('the short way for plain fragments', () => {
  it('reads nothing otherwise than the parser does', () => {
    let plainCount = 0;
    fc.assert(
      fc.property(fragment, (text) => {
        const plain = readPlainFragment(text, noDeletions);
        if (plain === null) return;
        plainCount++;
        expect(plain).toEqual(renderByParser(startCompilation(null), fragmentOf(text)));
      }),
      { numRuns: 20_000 },
    );
    // If it gave everything to the parser, agreement would prove nothing.
    expect(plainCount).toBeGreaterThan(4_000);
  });
  it('reads nothing otherwise than react-markdown does', () => {
    fc.assert(
      fc.property(fragment, (text) => {
        const plain = readPlainFragment(text, noDeletions);
        if (plain !== null) expect(normaliseHtml(htmlOf(plain))).toBe(byReactMarkdown(text));
      }),
      { numRuns: 1_500 },
    );
  });
});
