import type { PackFile } from '../core/model/pack.ts';

/** How large a picture is drawn before anything makes it smaller, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that a picture names in its own file, or null. A page that knows it keeps the picture's place, so that nothing
 * moves when the picture comes. An SVG that names none has that of its view box, as in browsers.
 */
export function pictureSize({ path, content }: PackFile): PictureSize | null {
  if (typeof content === 'string') return path.endsWith('.svg') ? sizeOfSvg(content) : null;
  if (path.endsWith('.png')) return sizeOfPng(content);
  return path.endsWith('.webp') ? sizeOfWebp(content) : null;
}

function sizeOfSvg(source: string): PictureSize | null {
  const root = /<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(source)?.[0] ?? '';
  const attribute = (name: string) => {
    const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root) ?? [];
    return (double ?? single)?.trim();
  };
  const [, , boxWidth, boxHeight] = (attribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [width, height] = [pixels(attribute('width')), pixels(attribute('height'))];
  const [w = 0, h = 0] = [boxWidth, boxHeight];
  // A side that is named alone takes the other one along by the view box.
  if (width !== null && height === null && w > 0) return sizeFrom(width, (width * h) / w);
  if (width === null && height !== null && h > 0) return sizeFrom((height * w) / h, height);
  return sizeFrom(width ?? boxWidth, height ?? boxHeight);
}

/** Null for what depends on a font or a page, such as `2em` or `100%`. */
function pixels(length: string | undefined): number | null {
  const number = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(length ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** The first chunk of a PNG is its header; https://www.w3.org/TR/png-3/#11IHDR. */
function sizeOfPng(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 24) return null;
  const view = viewOf(bytes);
  return sizeFrom(view.getUint32(16), view.getUint32(20));
}

/** The first chunk is extended, lossless or lossy: https://developers.google.com/speed/webp/docs/riff_container. */
function sizeOfWebp(bytes: Uint8Array): PictureSize | null {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (kind === 'VP8X') return sizeFrom(1 + (view.getUint32(23, true) >>> 8), 1 + (view.getUint32(26, true) >>> 8));
  if (kind === 'VP8 ') return sizeFrom(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return kind === 'VP8L' ? sizeFrom(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)) : null;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function sizeFrom(width: number | undefined, height: number | undefined): PictureSize | null {
  const size = { width: Math.round(width ?? 0), height: Math.round(height ?? 0) };
  return size.width > 0 && size.height > 0 && Number.isFinite(size.width * size.height) ? size : null;
}
