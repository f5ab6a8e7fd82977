import type { ReactNode } from 'react';
import type { Question } from '../../core/model/question.ts';
import { RichTextView } from '../parts/text/rich-text.tsx';

/** The prompt of every kind that has nothing to hide in it. */
export function PlainPrompt({ question }: { readonly question: Question }): ReactNode {
  return <RichTextView rich={question.prompt} />;
}
