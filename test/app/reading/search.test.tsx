// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { command, config, json, match, order, shop, typedCloze } from '../card/kind-questions.ts';
import { choice, cloze, multi, openApp, recall, typed } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const kinds = [
  choice('one'),
  multi('two'),
  recall('three'),
  cloze('four'),
  typed('five'),
  order,
  match,
  command,
  config,
  json,
  typedCloze,
].map((question) => ({ ...question, title: 'A title' }));

/** What the search for these words shows of questions, line by line. */
async function found(words: string, questions = kinds): Promise<readonly string[]> {
  openApp(`/search?q=${encodeURIComponent(words)}`, { marks, questions });
  const shown = await Promise.race([
    screen.findByRole('region', { name: 'Results' }),
    screen.findByText(/^Nothing found for/),
  ]);
  const lines = within(shown)
    .queryAllByRole('listitem')
    .map((item) => item.textContent ?? '');
  return lines.filter((line) => line.includes('Question'));
}

describe('search', () => {
  it.each([
    ['options', 'alpha'],
    ['the back of a card', 'Back'],
    ['what a blank hides', 'dynamic'],
    ['accepted words', 'binpack'],
    ['what a typed blank hides', 'ECS_CLUSTER'],
    ['steps', 'resources'],
    ['pairs', 'Execution'],
    ['commands', 'docker'],
    ['the take-away', 'Remember'],
  ])('finds no question by %s, so that no result tells an answer', async (_what, word) => {
    expect(await found(word)).toEqual([]);
  });

  it('shows a question by what it asks, with a blank in place of what is hidden', async () => {
    expect(await found('port')).toEqual(['The port is ____ (which one).Question']);
  });

  it('finds a question by its title, which may tell the answer, and does not show it', async () => {
    const lines = await found('Secret', [{ ...choice('one'), title: 'Secret answer' }]);
    expect(lines).toEqual(['What about one?Question']);
  });

  it('finds a question by the scenario of its case, and shows the words where they are', async () => {
    const scenario = [['p', 0, `${'It runs on three instances. '.repeat(6)}Each has a lighthouse.`]] as const;
    const [line] = await found('lighthouse', [{ ...choice('one'), case: { ...shop, scenario } }]);
    expect(line).toMatch(/^What about one\? It runs .* …Question · … .*Each has a lighthouse\.$/);
  });

  it('shows nothing of a block of code, in which it finds words all the same', async () => {
    const code = ['pre', { lang: 'json' }, ['code', 0, '{ "hostPort": 8080 }']] as const;
    const prompt = [['p', 0, 'What does this file ask for?'], code] as const;
    expect(await found('hostPort', [{ ...choice('one'), prompt }])).toEqual(['What does this file ask for?Question']);
  });

  it('shows code where a question asks nothing else', async () => {
    const prompt = [['pre', 0, ['code', 0, 'docker ps']]] as const;
    expect(await found('docker', [{ ...choice('one'), prompt }])).toEqual(['docker psQuestion']);
  });

  it('cuts an excerpt between words at both ends, wherever it is taken from', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `word${'x'.repeat(n % 7)}`);
    const text = [...words, 'lighthouse', ...words].join(' ');
    const scenario = [['p', 0, text]] as const;
    const [line = ''] = await found('lighthouse', [{ ...choice('one'), case: { ...shop, scenario } }]);
    const excerpt = /Question · … (.*) …$/.exec(line)?.[1] ?? '';
    const whole = new Set([...words, 'lighthouse']);
    expect([excerpt.includes('lighthouse'), excerpt.split(' ').filter((word) => !whole.has(word))]).toEqual([true, []]);
  });

  it('leads to the question', async () => {
    await found('port');
    expect(screen.getByRole('link', { name: /^The port is/ })).toHaveAttribute('href', '/q/demo/four');
  });

  it('finds a question by its tags, and shows none of them', async () => {
    const lines = await found('networking', [{ ...choice('one'), tags: ['bridge', 'networking'] }]);
    expect(lines).toEqual([expect.not.stringContaining('networking')]);
  });
});
