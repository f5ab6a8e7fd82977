import type { ReactNode } from 'react';
import type { AcceptedAnswer, TypedQuestion } from '../../core/model/question.ts';
import { Icon } from '../parts/icon.tsx';
import { PlainPrompt } from './plain-prompt.tsx';
import { type AnswerProps, type AskProps, answerFieldId, type QuestionView } from './question-view.ts';

const longAnswer = 48;

function TypedAsk({ question, response, describedBy, onRespond }: AskProps<'typed'>): ReactNode {
  const isLong = question.accepted.some((answer) => answer.form === 'text' && answer.text.length > longAnswer);
  const field = {
    id: answerFieldId,
    className: 'typed-field',
    value: response?.text ?? '',
    autoComplete: 'off',
    autoCapitalize: 'none',
    autoCorrect: 'off',
    spellCheck: false,
    dir: 'auto' as const,
    'aria-describedby': describedBy,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onRespond({ kind: 'typed', text: event.target.value }),
  };
  return (
    <div className="field">
      <label htmlFor={answerFieldId}>Your answer</label>
      {isLong ? <textarea {...field} rows={3} aria-keyshortcuts="Control+Enter" /> : <input {...field} type="text" />}
    </div>
  );
}

function TypedAnswer({ question, response, verdict }: AnswerProps<'typed'>): ReactNode {
  const isRight = verdict.score === 1;
  return (
    <dl className="typed-answer">
      <div>
        <dt>
          <Icon name={isRight ? 'right' : 'wrong'} /> Your answer
        </dt>
        <dd dir="auto">
          <code>{response === null || response.text === '' ? '(nothing)' : response.text}</code>
        </dd>
      </div>
      <div>
        <dt>{question.accepted.length === 1 ? 'Accepted' : 'Accepted, any of these'}</dt>
        {question.accepted.map((answer) => (
          <dd key={acceptedWords(answer)} dir="auto">
            <code>{acceptedWords(answer)}</code>
          </dd>
        ))}
      </div>
    </dl>
  );
}

/** "ECS_CLUSTER", "12 GiB", "12 ± 0.5 GiB" */
export function acceptedWords(answer: AcceptedAnswer): string {
  if (answer.form === 'text') return answer.text;
  const spread = answer.tolerance === 0 ? '' : ` ± ${answer.tolerance}`;
  return `${answer.value}${spread} ${answer.unit}`.trim();
}

function correction(question: TypedQuestion): string {
  const [first] = question.accepted;
  return first === undefined ? '' : `The answer is ${acceptedWords(first)}.`;
}

export const typedView: QuestionView<'typed'> = {
  task: () => 'type the answer',
  Prompt: PlainPrompt,
  Ask: TypedAsk,
  Answer: TypedAnswer,
  correction,
};
