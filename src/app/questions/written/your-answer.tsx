import type { ReactNode } from 'react';
import { Icon } from '../../parts/frame/icon.tsx';

/** Names what the learner gave and says whether it is right: the icon alone is not heard. */
export function YourAnswer({ isRight }: { readonly isRight: boolean }): ReactNode {
  return (
    <>
      <Icon name={isRight ? 'right' : 'wrong'} /> {isRight ? 'Correct, your answer' : 'Your answer, not right'}
    </>
  );
}
