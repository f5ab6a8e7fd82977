import { describe, expect, it } from 'vitest';
import { shippedTable } from './report/shipped-table.ts';
import { shippedDeck, studyShipped, ways } from './shipped/study-shipped.ts';

const deck = shippedDeck();

describe('a learner with the shipped pack', () => {
  const [due, unpriced, planned] = ways.map((way) => studyShipped(deck, way, 6, 'F0', 1));

  it('knows more in every domain with the plan than without an exam date', () => {
    for (const [domain, recall] of planned?.recall ?? [])
      expect(recall).toBeGreaterThan(due?.recall.get(domain) ?? 100);
  });

  it('has no card put off beyond the exam', () => {
    expect([unpriced?.late, planned?.late]).toEqual([0, 0]);
  });

  it('does the same again', () => {
    expect(studyShipped(deck, 'plan', 6, 'F0', 1)).toEqual(planned);
  });

  it('is a row of a table for each way', () => {
    const table = shippedTable([due, unpriced, planned].flatMap((outcome) => outcome ?? []));
    expect(table.split('\n')).toHaveLength(2 + ways.length);
    expect(table).toContain(`| ${planned?.recall.get('all')?.toFixed(1)} |`);
  });
});
