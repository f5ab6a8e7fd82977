import type { ReactNode } from 'react';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, QuestionView } from '../question-view.ts';

function RecallAnswer({ question }: AnswerProps<'recall'>): ReactNode {
  return (
    <div className="answer">
      <RichTextView rich={question.back} />
    </div>
  );
}

export const recallView: QuestionView<'recall'> = {
  task: () => 'answer from memory',
  Prompt: PlainPrompt,
  Controls: () => null,
  Answer: RecallAnswer,
  correction: () => '',
  pick: () => null,
  inNote: { isPicked: false, Answer: ({ question }) => <RichTextView rich={question.back} /> },
};
