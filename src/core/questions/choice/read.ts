import { noTexts } from '../no-texts.ts';
import { optionsOf, textsOfOptions } from '../options/find-options.ts';
import { rightIds } from '../options/grade-options.ts';
import { readOptions } from '../options/read-options.ts';
import { proveOwnAnswer } from '../proof/prove-own-answer.ts';
import type { QuestionReader } from '../question-kind.ts';

/** A task list with one `[x]`. */
export const choiceReader: QuestionReader<'choice'> = {
  kind: 'choice',
  name: 'choice',
  form: 'options',
  fix: undefined,
  check: null,
  recognises: (asked) => optionsOf('choice', asked),
  decides: textsOfOptions,
  read(source) {
    const { options, diagnostics } = readOptions(source, 'one');
    const value = { ...source.base, kind: 'choice', options, shuffle: source.shuffle } as const;
    return { value: options.length > 0 ? value : null, diagnostics };
  },
  prove: proveOwnAnswer,
  mutants: null,
  rightOptions: ({ options }) => rightIds(options),
  texts: () => noTexts,
};
