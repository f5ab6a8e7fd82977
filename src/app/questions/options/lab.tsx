import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LabQuestion } from '../../../core/model/question.ts';
import { DataTable } from '../../parts/progress/figure.tsx';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, PromptProps, QuestionView } from '../question-view.ts';
import { OptionFields } from './option-fields.tsx';
import { rightLetters } from './option-letters.ts';
import { OptionRationales } from './option-rationales.tsx';

function LabPrompt(props: PromptProps<'lab'>): ReactNode {
  return (
    <>
      <PlainPrompt {...props} />
      <Situation question={props.question} />
    </>
  );
}

/** What was drawn for this showing, and what is asked of it. */
function Situation({ question: { says, given, asks } }: { readonly question: LabQuestion }): ReactNode {
  return (
    <>
      {says.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {given.map(({ caption, heads, rows }) => (
        <div key={caption}>
          <p>{caption}:</p>
          <DataTable label={caption} heads={heads} rows={rows.map(([name = '', ...cells]) => [name, ...cells])} />
        </div>
      ))}
      <p>
        <strong>{asks}</strong>
      </p>
    </>
  );
}

function LabControls({ question, response, onRespond, ...asked }: AskProps<'lab'>): ReactNode {
  return (
    <OptionFields
      {...asked}
      legend="Choose one"
      type="radio"
      options={question.options}
      chosen={response === null ? [] : [response.option]}
      onPick={(option) => onRespond({ kind: 'lab', option })}
    />
  );
}

/** The reasons, how it is worked out, and the way to the lab with these very numbers. */
function LabAnswer({ question, response }: Pick<AnswerProps<'lab'>, 'question' | 'response'>): ReactNode {
  const { options, worked, labPath } = question;
  return (
    <>
      <OptionRationales options={options} chosen={response === null ? [] : [response.option]} />
      <h4>Step by step</h4>
      <ol>
        {worked.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {labPath === null ? null : (
        <p>
          <Link href={labPath}>See it in the lab</Link>, with these numbers.
        </p>
      )}
    </>
  );
}

export const labView: QuestionView<'lab'> = {
  task: () => 'choose one',
  Prompt: LabPrompt,
  Controls: LabControls,
  Answer: LabAnswer,
  correction: (question) => `The answer is ${rightLetters(question.options)}.`,
  pick: ({ options }, _, place) => (options[place] === undefined ? null : { kind: 'lab', option: options[place].id }),
  inNote: { isPicked: true, Answer: LabAnswer },
};
