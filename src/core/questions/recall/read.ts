import { complain } from '../../model/diagnostic-codes.ts';
import type { QuestionReader } from '../question-kind.ts';

/** A prompt, a break `---`, and the back. */
export const recallReader: QuestionReader<'recall'> = {
  kind: 'recall',
  name: 'recall',
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
};
