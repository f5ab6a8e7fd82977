import { describe, expect, it } from 'vitest';
import { hostilePictures, twoFacedPicture } from '../../fixtures/hostile-pictures.ts';
import { codesOf, complaintsOf, packOf } from './pack-builder.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg">';
const withPicture = (content: string | Uint8Array) => packOf({ 'media/a.svg': content });
const picture = (inside: string) => withPicture(`${open}${inside}</svg>`);
const utf16 = (text: string, swap: boolean) =>
  Uint8Array.from([...text].flatMap((c) => (swap ? [0, c.charCodeAt(0)] : [c.charCodeAt(0), 0])));

describe('the encoding of a picture', () => {
  it.each(Object.entries(hostilePictures))('[E140] is not trusted: a picture %s', (_name, text) => {
    expect(codesOf(withPicture(text))).toEqual(['E140']);
  });

  it.each(['ISO-2022-JP', 'UTF-7', 'utf-16', 'Shift_JIS', 'x-user-defined', 'UTF-8'])(
    '[E140] is not to be named by the picture: %s',
    (encoding) => {
      const text = `<?xml version="1.0" encoding="${encoding}"?>${open}</svg>`;
      expect(complaintsOf(withPicture(text)).map(({ code, message }) => `${code} ${message}`)).toEqual([
        'E140 The svg file names an encoding.',
      ]);
    },
  );

  it.each(["<?xml version='1.0' encoding = 'EUC-JP' ?>", '\n<?xml encoding="EUC-JP"?>', '<?xml ENCODING="EUC-JP"?>'])(
    '[E140] is not to be named in another spelling: %j',
    (declaration) => expect(codesOf(withPicture(`${declaration}${open}</svg>`))).toEqual(['E140']),
  );

  it.each([
    ['the same without its first line', twoFacedPicture.replace(/^<\?.*?\?>/, '')],
    ['an escape byte', `${open}<text>a\u001b(Ja</text></svg>`],
    ['a zero', `${open}<text>\u0000</text></svg>`],
    ['half of a pair', `${open}<text>\ud800</text></svg>`],
    ['a mark of order inside', `${open}<text>\ufeff</text></svg>`],
    ['a swapped mark of order', `\ufffe${open}</svg>`],
    ['a damaged character', `${open}<text>\ufffd</text></svg>`],
    ['a control of the second kind', `${open}<text>\u008e</text></svg>`],
    ['a character that turns text round', `${open}<text>\u202e</text></svg>`],
    ['UTF-7', `${open}<text>+ADw-script+AD4-</text></svg>`],
    ['UTF-7 in the midst of letters', `${open}<text id="+AGEAIgA8-">x</text></svg>`],
    ['UTF-16', utf16(`${open}</svg>`, false)],
    ['UTF-16 of the other order', utf16(`\u00fe\u00ff${open}</svg>`, true)],
    ['zeros between its letters', [...`${open}</svg>`].join('\u0000')],
  ])('[E140] leaves no doubt: %s', (_name, content) => {
    expect(codesOf(withPicture(content))).toEqual(['E140']);
  });

  it.each([
    ['a declaration without encoding', `<?xml version="1.0" standalone="no"?>\n${open}</svg>`],
    ['a mark of order of UTF-8', `\ufeff${open}</svg>`],
    ['letters of the world', `${open}<text>Größe 東京 👩‍🚀 ±5</text></svg>`],
    ['sums and signs', `${open}<path d="M1+1L2+3"/><text>A+B, C++, +49 30 12345, IAM+ABAC</text></svg>`],
  ])('accepts %s', (_name, content) => expect(codesOf(withPicture(content))).toEqual([]));
});

describe('a picture that draws itself again and again', () => {
  const levels = (count: number, uses: number) =>
    Array.from({ length: count }, (_, level) => {
      const use = `<use href="#l${level - 1}"/>`.repeat(level === 0 ? 0 : uses);
      return `<g id="l${level}"><rect/>${use}</g>`;
    }).join('');

  it.each([
    ['ten times in ten levels', levels(10, 10)],
    ['twice in thirty levels', levels(30, 2)],
    ['endlessly', '<g id="a"><use href="#a"/></g>'],
    [
      'as its own fill, by way of patterns',
      levels(12, 8).replaceAll(/<use href="(#\w+)"\/>/g, '<rect fill="url($1)"/>'),
    ],
    ['in a long chain', levels(3_000, 1)],
    ['in groups inside groups', `${'<g>'.repeat(100)}${'</g>'.repeat(100)}`],
    ['with every element written out', '<g/>'.repeat(20_001)],
  ])('[E140] is refused: %s', (_name, inside) => expect(codesOf(picture(inside))).toEqual(['E140']));

  it('is accepted as far as pictures need it', () => expect(codesOf(picture(levels(4, 10)))).toEqual([]));
});
