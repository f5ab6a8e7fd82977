import type { ReactNode } from 'react';
import type { ResponseOf, TypedClozeQuestion } from '../../../core/model/question.ts';
import type { RichElement, RichNode } from '../../../core/model/rich-text.ts';
import { ClozeHint, RichTextView } from '../../parts/text/rich-text.tsx';
import type { AnswerProps, AskProps, PromptProps, QuestionView } from '../question-view.ts';
import { acceptedWords, WrittenAnswer } from './written-answer.tsx';
import { writtenField } from './written-field.ts';

/** The text with a field in its hole; revealed, the deletion is filled in and marked. */
function TypedClozePrompt({ question, deletion, revealed, ask }: PromptProps<'typed-cloze'>): ReactNode {
  const hole = ask === null ? null : firstHole(question.prompt, deletion);
  const field = hole === null || ask === null ? undefined : { hole, control: <ClozeField hole={hole} {...ask} /> };
  return <RichTextView rich={question.prompt} cloze={{ n: deletion, revealed, field }} />;
}

function ClozeField({ hole, response, fieldId, describedBy, onRespond }: ClozeFieldProps): ReactNode {
  const { n = 1, hint } = hole[1] === 0 ? {} : hole[1];
  return (
    <>
      <input
        {...writtenField}
        id={fieldId}
        className="cloze-field"
        type="text"
        aria-label={hint === undefined ? 'Fill in the blank' : `Fill in the blank, hint: ${hint}`}
        value={response?.text ?? ''}
        dir="auto"
        aria-describedby={describedBy}
        onChange={(event) => onRespond({ kind: 'typed-cloze', card: n, text: event.target.value })}
      />
      <ClozeHint hint={hint} />
    </>
  );
}

interface ClozeFieldProps extends AskProps<'typed-cloze'> {
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

function TypedClozeAnswer({ question, response, verdict }: AnswerProps<'typed-cloze'>): ReactNode {
  const accepted = acceptedFor(question, response);
  return <WrittenAnswer text={response?.text ?? ''} accepted={accepted} isRight={verdict.score === 1} />;
}

type Accepted = TypedClozeQuestion['answers'][number];

function acceptedFor({ answers }: TypedClozeQuestion, response: ResponseOf<'typed-cloze'> | null): Accepted {
  return answers[(response?.card ?? 1) - 1] ?? [];
}

export const typedClozeView: QuestionView<'typed-cloze'> = {
  task: () => 'fill in the blank',
  Prompt: TypedClozePrompt,
  Controls: () => null,
  Answer: TypedClozeAnswer,
  correction: (question, response) => {
    const [first] = acceptedFor(question, response);
    return first === undefined ? '' : `The answer is ${acceptedWords(first)}.`;
  },
  pick: () => null,
  inNote: { isPicked: false, Answer: () => null },
};
