import type { ReactNode } from 'react';
import { Icon } from '../parts/frame/icon.tsx';

/** What the learner wrote, kept in sight beside the right answer. */
export function GivenAnswer({ isRight, children }: GivenAnswerProps): ReactNode {
  return (
    <section className={`given ${isRight ? 'option-right' : 'option-wrong'}`}>
      <h4>
        <YourAnswer isRight={isRight} />
      </h4>
      {children}
    </section>
  );
}

interface GivenAnswerProps {
  readonly isRight: boolean;
  readonly children: ReactNode;
}

/** Names what the learner gave and says whether it is right: the icon alone is not heard. */
export function YourAnswer({ isRight }: { readonly isRight: boolean }): ReactNode {
  return (
    <>
      <Icon name={isRight ? 'right' : 'wrong'} /> {isRight ? 'Correct, your answer' : 'Your answer, not right'}
    </>
  );
}
