import { useState } from 'react';
import type { Kind, Question, ResponseOf } from '../../../core/model/question.ts';
import type { VerdictOf } from '../../../core/model/verdict.ts';
import type { QuestionKind } from '../../../core/questions/question-kind.ts';
import { useStores } from '../../store/stores.tsx';
import { alertNow } from '../frame/live-regions.ts';

/** A question as it is asked once, outside of a session. */
export interface Attempt {
  /** Its options in an order of their own. */
  readonly question: Question;
  readonly response: ResponseOf<Kind> | null;
  /** Whether there is anything to grade. */
  readonly isGiven: boolean;
  /** What the response lacks; empty while nobody asked. */
  readonly message: string;
  readonly isRevealed: boolean;
  /** Null while the answer is hidden, and where it was only thought of. */
  readonly verdict: VerdictOf<Kind> | null;
  /** What the log keeps of the response. */
  readonly given: string | undefined;
  respond(response: ResponseOf<Kind>): void;
  /** Shows the answer, graded if one was given. */
  reveal(): void;
  /** Says what is missing. */
  refuse(): void;
}

export function useAttempt(source: Question, kind: QuestionKind<Kind>): Attempt {
  const { ports } = useStores();
  const [question] = useState(() => kind.vary(source, ports.chance.seed()));
  const [response, setResponse] = useState<ResponseOf<Kind> | null>(null);
  const [message, setMessage] = useState('');
  const [isRevealed, setIsRevealed] = useState(false);
  const lacking = kind.lacks(question, response);
  const isGiven = response !== null && lacking === '';
  const respond = (next: ResponseOf<Kind>) => {
    setResponse(next);
    setMessage('');
  };
  const refuse = () => {
    setMessage(lacking);
    alertNow(lacking);
  };
  const isGraded = isRevealed && isGiven;
  return {
    question,
    response: isGiven ? response : null,
    isGiven,
    message,
    isRevealed,
    verdict: isGraded ? kind.grade(question, response) : null,
    given: isGraded ? kind.given(response) : undefined,
    respond,
    reveal: () => setIsRevealed(true),
    refuse,
  };
}
