import { complain } from '../../model/diagnostic-codes.ts';
import { asksDeletions } from '../cloze/find-deletion.ts';
import { noTexts } from '../no-texts.ts';
import type { QuestionReader } from '../question-kind.ts';

/** A prompt, a break `---`, and the back. */
export const recallReader: QuestionReader<'recall'> = {
  kind: 'recall',
  name: 'recall',
  form: 'back',
  fix: undefined,
  check: null,
  recognises: (asked) => (asked.answer.form === 'break' && !asksDeletions(asked) ? 0 : -1),
  decides: (answer) => (answer.form === 'break' ? [answer.below.text] : []),
  read(source) {
    const back = source.answer.form === 'back' ? source.answer.back : [];
    if (back.length > 0) return { value: { ...source.base, kind: 'recall', back }, diagnostics: [] };
    const missing = complain(
      'E103',
      source.place,
      'The back of this recall question is empty.',
      'Write the answer below ---.',
    );
    return { value: null, diagnostics: [missing] };
  },
  prove: () => [],
  mutants: null,
  rightOptions: () => [],
  texts: () => noTexts,
};
