import type { ReactNode } from 'react';
import type { TypedQuestion } from '../../../core/model/question.ts';
import { exampleOf } from '../../../core/questions/typed/kind.ts';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';
import { acceptedWords, WrittenAnswer } from './written-answer.tsx';
import { writtenField } from './written-field.ts';

const longAnswer = 48;

function TypedControls({ question, response, fieldId, describedBy, onRespond }: AskProps<'typed'>): ReactNode {
  const isLong = question.accepted.some((answer) => answer.form === 'text' && answer.text.length > longAnswer);
  const field = {
    ...writtenField,
    id: fieldId,
    className: 'typed-field',
    value: response?.text ?? '',
    dir: 'auto' as const,
    'aria-describedby': describedBy,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onRespond({ kind: 'typed', text: event.target.value }),
  };
  return (
    <div className="field">
      <label htmlFor={fieldId}>Your answer</label>
      {isLong ? <textarea {...field} rows={3} aria-keyshortcuts="Control+Enter" /> : <input {...field} type="text" />}
    </div>
  );
}

function TypedAnswer({ question, response, verdict }: AnswerProps<'typed'>): ReactNode {
  return <WrittenAnswer text={response?.text ?? ''} accepted={question.accepted} isRight={verdict.score === 1} />;
}

function FirstAccepted({ question }: { readonly question: TypedQuestion }): ReactNode {
  return (
    <p>
      <code>{exampleOf(question.accepted)}</code>
    </p>
  );
}

function correction(question: TypedQuestion): string {
  const [first] = question.accepted;
  return first === undefined ? '' : `The answer is ${acceptedWords(first)}.`;
}

export const typedView: QuestionView<'typed'> = {
  task: () => 'type the answer',
  Prompt: PlainPrompt,
  Controls: TypedControls,
  Answer: TypedAnswer,
  correction,
  pick: () => null,
  inNote: { isPicked: false, Answer: ({ question }) => <FirstAccepted question={question} /> },
};
