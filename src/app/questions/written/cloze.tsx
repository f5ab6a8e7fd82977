import type { ReactNode } from 'react';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import type { PromptProps, QuestionView } from '../question-view.ts';

/** The text with its hole; revealed, the deletion is filled in and marked. */
function ClozePrompt({ question, deletion, revealed }: PromptProps<'cloze'>): ReactNode {
  return <RichTextView rich={question.prompt} cloze={{ n: deletion, revealed }} />;
}

export const clozeView: QuestionView<'cloze'> = {
  task: () => 'fill in the blank',
  Prompt: ClozePrompt,
  Controls: () => null,
  Answer: () => null,
  correction: () => '',
  pick: () => null,
  inNote: { isPicked: false, Answer: () => null },
};
