import type { ReactNode } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { MultiQuestion, ResponseOf } from '../../../core/model/question.ts';
import { plainText } from '../../../core/model/rich-text.ts';
import { numberAskedFor } from '../../../core/questions/options/number-asked-for.ts';
import { announce } from '../../parts/frame/live-regions.ts';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';
import { OptionFields } from './option-fields.tsx';
import { howMany, rightLetters } from './option-letters.ts';
import { OptionRationales } from './option-rationales.tsx';

function MultiControls({ question, response, onRespond, ...asked }: AskProps<'multi'>): ReactNode {
  const chosen = response?.options ?? [];
  const toggle = (option: OptionId) => {
    const next = toggled(response, option);
    announce(selectedWords(question, next.options.length));
    onRespond(next);
  };
  return (
    <OptionFields
      {...asked}
      legend={`Choose ${howMany(question.options).word}`}
      type="checkbox"
      options={question.options}
      chosen={chosen}
      onPick={toggle}
    >
      <p className="options-count">{selectedWords(question, chosen.length)}</p>
    </OptionFields>
  );
}

function selectedWords(question: MultiQuestion, selected: number): string {
  return `${selected} of ${howMany(question.options).count} selected`;
}

function MultiAnswer({ question, response }: Pick<AnswerProps<'multi'>, 'question' | 'response'>): ReactNode {
  return <OptionRationales options={question.options} chosen={response?.options ?? []} />;
}

/** "2 of 3 right, 1 missed. The answers are A, C and D." */
function correction(question: MultiQuestion, response: ResponseOf<'multi'> | null): string {
  const chosen = response?.options ?? [];
  const { count } = howMany(question.options);
  const hits = question.options.filter((option) => option.right && chosen.includes(option.id)).length;
  const extra = chosen.length - hits;
  const account = [
    `${hits} of ${count} right`,
    ...(count > hits ? [`${count - hits} missed`] : []),
    ...(extra > 0 ? [`${extra} wrong`] : []),
  ];
  return `${account.join(', ')}. The answers are ${rightLetters(question.options)}.`;
}

/** A prompt that says how many is not said over. */
function task({ prompt, options }: MultiQuestion): string {
  const isSaid = numberAskedFor(plainText(prompt)) !== null;
  return isSaid ? 'several answers' : `choose ${howMany(options).word.toLowerCase()}`;
}

export const multiView: QuestionView<'multi'> = {
  task,
  Prompt: PlainPrompt,
  Controls: MultiControls,
  Answer: MultiAnswer,
  correction,
  pick: ({ options }, response, place) => (options[place] === undefined ? null : toggled(response, options[place].id)),
  inNote: { isPicked: true, Answer: MultiAnswer },
};

/** The response after an option was ticked, or its tick taken away. */
function toggled(response: ResponseOf<'multi'> | null, option: OptionId): ResponseOf<'multi'> {
  const chosen = response?.options ?? [];
  const options = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
  return { kind: 'multi', options };
}
