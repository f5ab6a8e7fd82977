import type { ReactNode } from 'react';
import type { ClozeQuestion, ResponseOf } from '../../core/model/question.ts';
import type { RichElement, RichNode } from '../../core/model/rich-text.ts';
import { RichTextView } from '../parts/rich-text.tsx';
import {
  type AnswerProps,
  type AskProps,
  answerFieldId,
  type PromptProps,
  type QuestionView,
  writtenField,
} from './question-view.ts';
import { acceptedWords, WrittenAnswer } from './written-answer.tsx';

/** The text with its hole, a field in it where the words are typed; revealed, the deletion is filled in and marked. */
function ClozePrompt({ question, deletion, revealed, ask }: PromptProps<'cloze'>): ReactNode {
  const hole = question.typed && ask !== null ? firstHole(question.prompt, deletion) : null;
  const field = hole === null || ask === null ? undefined : { hole, control: <ClozeField hole={hole} {...ask} /> };
  return <RichTextView rich={question.prompt} cloze={{ n: deletion, revealed, field }} />;
}

function ClozeField({ hole, response, describedBy, onRespond }: ClozeFieldProps): ReactNode {
  const { n = 1, hint } = hole[1] === 0 ? {} : hole[1];
  return (
    <input
      {...writtenField}
      id={answerFieldId}
      className="cloze-field"
      type="text"
      aria-label={hint === undefined ? 'Fill in the blank' : `Fill in the blank, hint: ${hint}`}
      placeholder={hint}
      value={response?.text ?? ''}
      dir="auto"
      aria-describedby={describedBy}
      onChange={(event) => onRespond({ kind: 'cloze', card: n, text: event.target.value })}
    />
  );
}

interface ClozeFieldProps extends AskProps<'cloze'> {
  readonly hole: RichElement;
}

/** Deletions that share a card hide the same words: one field is enough. */
function firstHole(nodes: readonly RichNode[], n: number): RichElement | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const [tag, properties, ...children] = node;
    if (tag === 'cloze' && properties !== 0 && properties.n === n) return node;
    const inner = firstHole(children, n);
    if (inner !== null) return inner;
  }
  return null;
}

function ClozeAnswer({ question, response, verdict }: AnswerProps<'cloze'>): ReactNode {
  if (!question.typed) return null;
  const accepted = acceptedFor(question, response);
  return <WrittenAnswer text={response?.text ?? ''} accepted={accepted} isRight={verdict.score === 1} />;
}

function acceptedFor(
  { answers }: ClozeQuestion,
  response: ResponseOf<'cloze'> | null,
): ClozeQuestion['answers'][number] {
  return answers[(response?.card ?? 1) - 1] ?? [];
}

export const clozeView: QuestionView<'cloze'> = {
  task: () => 'fill in the blank',
  Prompt: ClozePrompt,
  Ask: null,
  Answer: ClozeAnswer,
  correction: (question, response) => {
    const [first] = acceptedFor(question, response);
    return first === undefined ? '' : `The answer is ${acceptedWords(first)}.`;
  },
};
