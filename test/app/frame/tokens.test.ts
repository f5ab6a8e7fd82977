import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Tokens = Readonly<Record<string, string>>;

const css = readFileSync(new URL('../../../src/app/styles/tokens.css', import.meta.url), 'utf8');

/** The plain declarations of `:root`, one theme's half of each `light-dark()`. */
function tokensOf(theme: Theme, block: string): Tokens {
  const pairs = [...block.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)];
  return Object.fromEntries(pairs.map(([, name, light, dark]) => [name, theme === 'light' ? light : dark]));
}

const plain = css.slice(css.indexOf(':root {'), css.indexOf(':root[data-theme="light"]'));
const more = css.slice(css.indexOf(':root[data-contrast="more"]'), css.indexOf('@media (prefers-contrast'));

const textOn: readonly (readonly [string, string])[] = [
  ...['text', 'text-2', 'text-3', 'ink', 'ink-hover', 'ok', 'no', 'warn', 'flag'].flatMap((token) =>
    ['bg', 'surface', 'sunken'].map((ground) => [token, ground] as const),
  ),
  ...['ink', 'ok', 'no', 'warn', 'flag'].map((token) => [token, `${token}-soft`] as const),
  ...['ink', 'ok', 'no', 'warn', 'flag'].map((token) => ['text', `${token}-soft`] as const),
  ['on-ink', 'ink'],
  ['on-ink', 'ink-hover'],
];
const marksOn = ['control', 'focus'].flatMap((token) =>
  ['bg', 'surface', 'sunken'].map((ground) => [token, ground] as const),
);
const semantic = ['ink', 'ok', 'no', 'warn', 'flag'] as const;

const sights = {
  ordinary: (colour: Color) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};

describe.each<Theme>(['light', 'dark'])('the tokens of the %s theme', (theme) => {
  const tokens = tokensOf(theme, plain);

  it.each(textOn)('read %s on %s at 4.5 to 1 or better', (ink, ground) => {
    expect(wcagContrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marksOn)('draw %s on %s at 3 to 1 or better', (mark, ground) => {
    expect(wcagContrast(tokens[mark]!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(sights) as (keyof typeof sights)[])('keep the five meanings apart in %s sight', (sight) => {
    const seen = semantic.map((name) => sights[sight](parse(tokens[name]!)!));
    const difference = differenceCiede2000();
    const pairs = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => difference(a, b)));
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(10);
  });

  it('raises what more contrast is asked of', () => {
    const stronger = tokensOf(theme, more);
    for (const name of ['text-2', 'ink', 'control'] as const) {
      const raised = wcagContrast(stronger[name]!, tokens.surface!);
      expect(raised).toBeGreaterThan(wcagContrast(tokens[name]!, tokens.surface!));
    }
  });
});

it('gives the system preference the same tokens as the switch', () => {
  const system = css.slice(css.indexOf('@media (prefers-contrast'));
  expect(tokensOf('light', system)).toEqual(tokensOf('light', more));
  expect(tokensOf('dark', system)).toEqual(tokensOf('dark', more));
});
