import { proveOwnAnswer } from './prove-own-answer.ts';
import type { QuestionReader } from './question-kind.ts';
import { readOptions } from './read-options.ts';

/** A task list with two or more `[x]`. */
export const multiReader: QuestionReader<'multi'> = {
  kind: 'multi',
  read(source) {
    const { options, diagnostics } = readOptions(source, 'several');
    const value = { ...source.base, kind: 'multi', options, shuffle: source.shuffle } as const;
    return { value: options.length > 0 ? value : null, diagnostics };
  },
  prove: proveOwnAnswer,
};
