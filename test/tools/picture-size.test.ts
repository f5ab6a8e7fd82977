import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../src/tools/picture-size.ts';

const side = fc.integer({ min: 1, max: 0x3fff });
const svg = (attributes: string) => pictureSize({ path: 'media/a.svg', content: `<svg ${attributes}><g/></svg>` });

/** The first 30 bytes of a picture: those of a name, then what is set. */
function bytesOf(name: string, set: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(30);
  for (const [at, letter] of [...name].entries()) bytes[at] = letter.charCodeAt(0);
  set(new DataView(bytes.buffer));
  return bytes;
}

const binary: readonly (readonly [string, string, (width: number, height: number) => Uint8Array])[] = [
  [
    'PNG',
    'png',
    (width, height) =>
      bytesOf('\x89PNG', (view) => {
        view.setUint32(16, width);
        view.setUint32(20, height);
      }),
  ],
  [
    'extended WebP',
    'webp',
    (width, height) =>
      bytesOf('RIFF....WEBPVP8X', (view) => {
        view.setUint32(23, (width - 1) << 8, true);
        view.setUint16(27, height - 1, true);
      }),
  ],
  [
    'lossless WebP',
    'webp',
    (width, height) =>
      bytesOf('RIFF....WEBPVP8L', (view) => view.setUint32(21, (width - 1) | ((height - 1) << 14), true)),
  ],
  [
    'lossy WebP',
    'webp',
    (width, height) =>
      bytesOf('RIFF....WEBPVP8 ', (view) => {
        view.setUint16(26, width, true);
        view.setUint16(28, height, true);
      }),
  ],
];

describe('the size of a picture', () => {
  it.each(binary)('is read from the header of a file: %s', (_name, ending, write) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(pictureSize({ path: `media/a.${ending}`, content: write(width, height) })).toEqual({ width, height });
      }),
    );
  });

  it('is that of the attributes of an SVG, else of its view box', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom('"', "'"), (width, height, quote) => {
        const box = `viewBox=${quote}0 0 ${width} ${height}${quote}`;
        const sized = `width=${quote}${width}${quote} height=${quote}${height}px${quote}`;
        const size = { width, height };
        expect([svg(box), svg(`${sized} viewBox="0 0 1 1"`), svg(`width="100%" ${box}`)]).toEqual([size, size, size]);
      }),
    );
  });

  it('of an SVG that names one side alone takes the other one from its view box', () => {
    expect(svg('width="200" viewBox="0 0 100 50"')).toEqual({ width: 200, height: 100 });
    expect(svg('height="200" viewBox="0 0 100 50"')).toEqual({ width: 400, height: 200 });
  });

  it.each(['', 'width="10"', 'viewBox="0 0 0 5"', 'viewBox="0 0 x 5"', 'width="2em" height="3em"'])(
    'is not known of an SVG that says %s',
    (attributes) => {
      expect(svg(attributes)).toBeNull();
    },
  );

  it('is whole and above zero, or not known, whatever a file holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('png', 'webp', 'svg', 'gif'),
        fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.string()),
        (ending, content) => {
          const size = pictureSize({ path: `media/a.${ending}`, content });
          expect(size === null || [size.width, size.height].every((side) => Number.isInteger(side) && side > 0)).toBe(
            true,
          );
        },
      ),
    );
  });
});
