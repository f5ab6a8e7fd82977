import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenAs } from '../../../src/core/questions/options/same-to-see.ts';
import { runsOf } from '../../seed.ts';

describe('what a learner sees of a text', () => {
  it.each([
    ['plain words', 'The port is taken', 'The port is taken'],
    ['blanks that are shown as one', 'The  port\nis taken', 'The port is taken'],
    ['blanks at its ends', ' The port ', 'The port'],
    ['the stop of a sentence', 'The port is taken.', 'The port is taken'],
    ['a stop that is no end of a word', 'one, two, ...', 'one, two, ...'],
    ['characters that nobody sees', 'po\u200brt', 'po rt'],
    ['letters of full width', '\uff50ort', 'port'],
    ['raised digits', 'x\u00b2', 'x\u00b2'],
  ])('is %s', (_what, text, seen) => {
    expect(seenAs([text])).toBe(seen);
  });

  it('does not change by being seen again', () => {
    const unit = fc.constantFrom('a', 'B', '7', '-', ' ', '\n', '\u00a0', '\u00e9', '\u00b2');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const seen = seenAs([text]);
        expect(seenAs([seen])).toBe(seen);
        expect(seen).toBe(seen.trim().replace(/\s+/g, ' '));
      }),
      { numRuns: runsOf(200, 2000) },
    );
  });
});
