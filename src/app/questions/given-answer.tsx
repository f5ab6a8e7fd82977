import type { ReactNode } from 'react';
import { LearnerText } from '../parts/text/learner-text.tsx';
import { YourAnswer } from './written/your-answer.tsx';

/** What the learner wrote, kept in sight beside the right answer. */
export function GivenAnswer({ text, isRight }: { readonly text: string; readonly isRight: boolean }): ReactNode {
  return (
    <section className={`given ${isRight ? 'option-right' : 'option-wrong'}`}>
      <h4>
        <YourAnswer isRight={isRight} />
      </h4>
      <LearnerText text={text} />
    </section>
  );
}
