import { complain } from '../model/diagnostic-codes.ts';
import type { QuestionReader } from './question-kind.ts';

/** A prompt with `{{deletions}}`; the numbers in use must run from 1 without a gap, for each is a card. */
export const clozeReader: QuestionReader<'cloze'> = {
  kind: 'cloze',
  read(source) {
    const numbers = source.answer.form === 'deletions' ? source.answer.numbers : [];
    const cards = Math.max(0, ...numbers);
    if (cards > 0) return { value: { ...source.base, kind: 'cloze', cards }, diagnostics: gaps(numbers, cards) };
    return {
      value: null,
      diagnostics: [
        complain('E103', source.place, 'This cloze question hides nothing.', 'Write {{the words to hide}}.'),
      ],
    };

    function gaps(used: readonly number[], count: number) {
      const missing = Array.from({ length: count }, (_, index) => index + 1).filter((n) => !used.includes(n));
      return missing.map((n) =>
        complain(
          'E160',
          source.promptPlace,
          `Card ${n} of this cloze hides nothing.`,
          `Number the deletions from 1 without a gap.`,
        ),
      );
    }
  },
  prove: () => [],
};
