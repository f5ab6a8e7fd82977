import type { ReactNode } from 'react';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';
import { OptionFields } from './option-fields.tsx';
import { rightLetters } from './option-letters.ts';
import { OptionRationales } from './option-rationales.tsx';

function ChoiceControls({ question, response, onRespond, ...asked }: AskProps<'choice'>): ReactNode {
  return (
    <OptionFields
      {...asked}
      legend="Choose one"
      type="radio"
      options={question.options}
      chosen={response === null ? [] : [response.option]}
      onPick={(option) => onRespond({ kind: 'choice', option })}
    />
  );
}

function ChoiceAnswer({ question, response }: Pick<AnswerProps<'choice'>, 'question' | 'response'>): ReactNode {
  return <OptionRationales options={question.options} chosen={response === null ? [] : [response.option]} />;
}

export const choiceView: QuestionView<'choice'> = {
  task: () => 'choose one',
  Prompt: PlainPrompt,
  Controls: ChoiceControls,
  Answer: ChoiceAnswer,
  correction: (question) => `The answer is ${rightLetters(question.options)}.`,
  pick: ({ options }, _, place) =>
    options[place] === undefined ? null : { kind: 'choice', option: options[place].id },
  inNote: { isPicked: true, Answer: ChoiceAnswer },
};
