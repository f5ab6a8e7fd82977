import type { KeyboardEvent, ReactNode } from 'react';
import type { CommandQuestion } from '../../../core/model/question.ts';
import type { CommandRuling } from '../../../core/model/verdict.ts';
import { CodeBlock } from '../../parts/text/code-block.tsx';
import { LearnerText } from '../../parts/text/learner-text.tsx';
import { GivenAnswer } from '../given-answer.tsx';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';
import { isSameText } from '../written/same-text.ts';
import { writtenField } from '../written/written-field.ts';
import { countLines } from './line-now.ts';
import { TokenDiff } from './token-diff.tsx';

const mostRows = 8;

/** Looks like a prompt of one line and keeps the line breaks of what is pasted. Nothing typed here is ever run. */
function CommandControls({ response, fieldId, describedBy, onRespond }: AskProps<'command'>): ReactNode {
  const value = response?.text ?? '';
  const hintId = `${fieldId}-keys`;
  return (
    <div className="field">
      <label htmlFor={fieldId}>Your command</label>
      <textarea
        {...writtenField}
        id={fieldId}
        className="command-field"
        rows={Math.min(mostRows, countLines(value))}
        value={value}
        dir="ltr"
        aria-describedby={[describedBy, hintId].filter(Boolean).join(' ')}
        aria-keyshortcuts="Enter Control+Enter"
        onKeyDown={checkOnEnter}
        onChange={(event) => onRespond({ kind: 'command', text: event.target.value })}
      />
      <p className="field-hint" id={hintId}>
        Enter checks, Shift+Enter starts a new line. Nothing is run.
      </p>
    </div>
  );
}

/** As in a shell: Enter ends the command, unless its line ends in a backslash. */
function checkOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, shiftKey, ctrlKey, altKey, metaKey, repeat, nativeEvent, currentTarget } = event;
  if (key !== 'Enter' || shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
  if (currentTarget.value.slice(0, currentTarget.selectionStart).endsWith('\\')) return;
  event.preventDefault();
  if (!repeat) currentTarget.form?.requestSubmit();
}

function CommandAnswer({ question, response, verdict }: AnswerProps<'command'>): ReactNode {
  const text = response?.text ?? '';
  const isRight = verdict.score === 1;
  const shown = isRight ? question.accepted.filter((accepted) => !isSameText(accepted, text)) : question.accepted;
  const [first, ...others] = shown;
  return (
    <>
      <div className="side-by-side one-column">
        <GivenAnswer isRight={isRight}>
          <LearnerText text={text} />
        </GivenAnswer>
        {first === undefined ? null : (
          <section data-right>
            <h4>{commandTitle(isRight, others.length)}</h4>
            <CommandCode text={first} />
          </section>
        )}
      </div>
      <TokenDiff parts={verdict.parts} />
      {others.length === 0 ? null : (
        <details className="other-answers">
          <summary>
            {others.length === 1 ? 'Another way to write it' : `${others.length} other ways to write it`}
          </summary>
          {others.map((text) => (
            <CommandCode key={text} text={text} />
          ))}
        </details>
      )}
    </>
  );
}

function commandTitle(isRight: boolean, others: number): string {
  if (isRight) return 'Another right command';
  return others === 0 ? 'The right command' : 'A right command';
}

function CommandCode({ text }: { readonly text: string }): ReactNode {
  return (
    <CodeBlock lang="sh">
      <code>{text}</code>
    </CodeBlock>
  );
}

const rulings: Readonly<Record<CommandRuling, string>> = {
  correct: '',
  insecure: '',
  'partly-right': 'It works on some machines only.',
  typography: 'It would be right with the characters of a keyboard.',
  'wrong-version': 'It is for another version of the AWS CLI.',
  wrong: 'The right command is below.',
};

export const commandView: QuestionView<'command'> = {
  task: () => 'type the command',
  Prompt: PlainPrompt,
  Controls: CommandControls,
  Answer: CommandAnswer,
  correction: (_question: CommandQuestion, _response, { ruling }) => rulings[ruling],
  pick: () => null,
  inNote: null,
};
