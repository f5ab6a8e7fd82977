import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { LearnerText } from '../parts/learner-text.tsx';

/** What the learner wrote, kept in sight beside the right answer. */
export function GivenAnswer({ text, isRight }: { readonly text: string; readonly isRight: boolean }): ReactNode {
  return (
    <section className={`given ${isRight ? 'option-right' : 'option-wrong'}`}>
      <h4>
        <Icon name={isRight ? 'right' : 'wrong'} /> Your answer
      </h4>
      <LearnerText text={text} />
    </section>
  );
}
