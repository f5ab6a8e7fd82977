import type { ReactNode } from 'react';
import type { Kind } from '../../core/model/question.ts';
import type { AskProps, PromptProps, QuestionView } from './question-view.ts';

/**
 * A question and the controls that take a response to it: all it knows are its props, so that it can stand on any screen.
 * Grading, and what follows, is for whoever holds the response.
 */
export function Ask<K extends Kind>(props: QuestionAskProps<K>): ReactNode {
  const { view, deletion, isAnswered = false, promptId, children, ...ask } = props;
  return (
    <>
      <div className="prompt" id={promptId} dir="auto">
        <view.Prompt question={ask.question} deletion={deletion} revealed={isAnswered} ask={isAnswered ? null : ask} />
      </div>
      {children}
      {isAnswered ? null : <view.Controls {...ask} />}
    </>
  );
}

interface QuestionAskProps<K extends Kind> extends AskProps<K> {
  readonly view: Pick<QuestionView<K>, 'Prompt' | 'Controls'>;
  readonly deletion: PromptProps<K>['deletion'];
  /** Whether the answer is known: its blanks are filled in, and there is nothing to respond to any more. */
  readonly isAnswered?: boolean;
  /** For whoever is described by the prompt. */
  readonly promptId?: string;
  /** Stands between the question and its controls: a message about the response, at the id `describedBy`. */
  readonly children?: ReactNode;
}
