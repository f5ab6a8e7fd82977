import { type FormEvent, useState } from 'react';
import type { Kind, Question, ResponseOf } from '../../../core/model/question.ts';
import type { VerdictOf } from '../../../core/model/verdict.ts';
import type { QuestionKind } from '../../../core/questions/question-kind.ts';
import { useStores } from '../../store/stores.tsx';

/** A question as it is asked once, outside of a session. */
export interface Attempt {
  /** Its options in an order of their own. */
  readonly question: Question;
  readonly response: ResponseOf<Kind> | null;
  /** What the response lacks; empty while nobody asked. */
  readonly message: string;
  readonly isRevealed: boolean;
  /** Null while the answer is hidden, and where it was only thought of. */
  readonly verdict: VerdictOf<Kind> | null;
  respond(response: ResponseOf<Kind>): void;
  /** Grades the response, or shows the answer where there is none. */
  submit(event: FormEvent): void;
}

export function useAttempt(source: Question, kind: QuestionKind<Kind>): Attempt {
  const { ports } = useStores();
  const [question] = useState(() => kind.vary(source, ports.chance.seed()));
  const [response, respond] = useState<ResponseOf<Kind> | null>(null);
  const [message, setMessage] = useState('');
  const [isRevealed, setIsRevealed] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacking = response === null ? '' : kind.lacks(question, response);
    setMessage(lacking);
    setIsRevealed(lacking === '');
  };
  const verdict = isRevealed && response !== null ? kind.grade(question, response) : null;
  return { question, response, message, isRevealed, verdict, respond, submit };
}
