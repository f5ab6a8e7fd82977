import { describe, expect, it } from 'vitest';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';

const { files } = readPackFolder('content/aws-ecs');
const textOf = (path: string) => String(files.find((file) => file.path === path)?.content);
const pictures = files.map(({ path }) => path).filter((path) => path.endsWith('.svg'));
const words = files.flatMap(({ path, content }) =>
  path.startsWith('notes/') && typeof content === 'string'
    ? Array.from(content.matchAll(/!\[([^\]]*)\]\(\.\.\/(media\/[^)]+)\)/g), ([, alt = '', file]) => ({ alt, file }))
    : [],
);

describe('the pictures of the ECS pack', () => {
  it('are at least nine, and each stands in one note', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    expect(words.map(({ file }) => file).sort()).toEqual([...pictures].sort());
  });

  it.each(pictures)('say in words what is drawn: %s', (path) => {
    const alt = words.find(({ file }) => file === path)?.alt ?? '';
    expect(alt.length).toBeGreaterThanOrEqual(80);
    expect(alt).toMatch(/\.$/);
  });

  it.each(pictures)('load quickly: %s', (path) => {
    expect(Buffer.byteLength(textOf(path))).toBeLessThan(12_000);
  });

  it.each(pictures)('can be read on a phone without zoom: %s', (path) => {
    const source = textOf(path);
    const [, width = ''] = /viewBox="0 0 (\d+) \d+"/.exec(source) ?? [];
    const sizes = Array.from(source.matchAll(/font-size="([\d.]+)"/g), ([, size]) => Number(size));
    expect(Number(width)).toBeGreaterThan(0);
    expect(Number(width)).toBeLessThanOrEqual(360);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
});
