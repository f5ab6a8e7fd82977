import { noTexts } from '../no-texts.ts';
import { optionsOf, textsOfOptions } from '../options/find-options.ts';
import { rightIds } from '../options/grade-options.ts';
import { readOptions } from '../options/read-options.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader } from '../question-kind.ts';

/** A task list with two or more `[x]`. */
export const multiReader: QuestionReader<'multi'> = {
  kind: 'multi',
  name: 'multi',
  form: 'options',
  fix: undefined,
  check: null,
  recognises: (asked) => optionsOf('multi', asked),
  decides: textsOfOptions,
  read(source) {
    const { options, diagnostics } = readOptions(source, 'several');
    const value = { ...source.base, kind: 'multi', options, shuffle: source.shuffle } as const;
    return { value: options.length > 0 ? value : null, diagnostics };
  },
  prove: proveOwnAnswer,
  mutants: null,
  rightOptions: ({ options }) => rightIds(options),
  texts: () => noTexts,
};
