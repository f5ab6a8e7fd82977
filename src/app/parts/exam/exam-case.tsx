import type { ReactNode } from 'react';
import type { QuestionCase } from '../../../core/model/question.ts';
import { RichTextView } from '../text/rich-text.tsx';

/** The situation of a case, in full with each of its questions; nothing for a question of none. */
export function ExamCase({ own, heading: Heading }: ExamCaseProps): ReactNode {
  if (own === null) return null;
  return (
    <section className="case-scenario" dir="auto">
      <Heading>{`Case: ${own.title}`}</Heading>
      <RichTextView rich={own.scenario} />
    </section>
  );
}

interface ExamCaseProps {
  readonly own: QuestionCase | null;
  readonly heading: 'h3' | 'h4';
}
