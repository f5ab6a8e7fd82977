import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain } from '../../model/diagnostic-codes.ts';
import type { QuestionReader, QuestionSource } from '../question-kind.ts';

/** A prompt with `{{deletions}}`. */
export const clozeReader: QuestionReader<'cloze'> = {
  kind: 'cloze',
  name: 'cloze',
  read(source) {
    const { cards, diagnostics } = readCards(source);
    return { value: cards === 0 ? null : { ...source.base, kind: 'cloze', cards }, diagnostics };
  },
  prove: () => [],
};

/** How many cards the deletions make: the numbers in use must run from 1 without a gap, for each is a card. */
export function readCards({ answer, place, promptPlace }: QuestionSource): CardsRead {
  const used = answer.form === 'deletions' ? answer.numbers : [];
  const cards = Math.max(0, ...used);
  if (cards === 0) {
    const fix = 'Write {{the words to hide}}.';
    return { cards, diagnostics: [complain('E103', place, 'This cloze question hides nothing.', fix)] };
  }
  const missing = cardNumbers(cards).filter((n) => !used.includes(n));
  const fix = 'Number the deletions from 1 without a gap.';
  const gaps = missing.map((n) => complain('E160', promptPlace, `Card ${n} of this cloze hides nothing.`, fix));
  return { cards, diagnostics: gaps };
}

interface CardsRead {
  readonly cards: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function cardNumbers(cards: number): readonly number[] {
  return Array.from({ length: cards }, (_, index) => index + 1);
}
