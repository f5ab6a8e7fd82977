import type { ReactNode } from 'react';
import type { AnswerOption } from '../../../core/model/question.ts';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import type { NoteView } from '../question-view.ts';

/** The options as a list, then the right ones with their reasons. */
export const optionsInNote: NoteView<'choice' | 'multi'> = {
  Choices: ({ question }) => (
    <ul>
      {question.options.map((option) => (
        <li key={option.id}>
          <RichTextView rich={option.text} />
        </li>
      ))}
    </ul>
  ),
  Answer: ({ question }) =>
    question.options.filter(({ right }) => right).map((option) => <RightOption key={option.id} option={option} />),
};

function RightOption({ option }: { readonly option: AnswerOption }): ReactNode {
  return (
    <div>
      <strong>
        <RichTextView rich={option.text} />
      </strong>
      <RichTextView rich={option.rationale} />
    </div>
  );
}
