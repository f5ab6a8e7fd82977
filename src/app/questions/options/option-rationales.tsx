import { type ReactNode, useState } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { AnswerOption } from '../../../core/model/question.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { Mark, type PenMark } from '../../parts/frame/pen.tsx';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import { inlineOf, letterAt } from './option-letters.ts';

/** Every option with what it was and why: chosen and right ones open, the others on request. */
export function OptionRationales({ options, chosen }: OptionRationalesProps): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const hasClosed = options.some((option) => !option.right && !chosen.includes(option.id));
  return (
    <>
      <ul className="options options-answered">
        {options.map((option, position) => (
          <AnsweredOption
            key={option.id}
            option={option}
            letter={letterAt(position)}
            isChosen={chosen.includes(option.id)}
            isOpen={showsAll}
          />
        ))}
      </ul>
      {hasClosed ? (
        <button type="button" className="button-quiet" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
          Show all explanations
        </button>
      ) : null}
    </>
  );
}

interface OptionRationalesProps {
  readonly options: readonly AnswerOption[];
  readonly chosen: readonly OptionId[];
}

function AnsweredOption({ option, letter, isChosen, isOpen }: AnsweredOptionProps): ReactNode {
  const state = stateOf(option, isChosen);
  return (
    <li className={`option option-answered ${state?.className ?? ''}`} data-right={option.right || undefined}>
      <span className="option-letter">
        {letter}
        {state === null ? null : <Mark name={state.icon} />}
      </span>
      <div className="option-text" dir="auto">
        <div className={state?.icon === 'wrong' ? 'option-said' : undefined}>
          <RichTextView rich={inlineOf(option.text)} />
        </div>
        {state === null ? (
          <ClosedRationale option={option} letter={letter} isOpen={isOpen} />
        ) : (
          <>
            <p className="option-state">
              <Icon name={state.icon} /> {state.words}
            </p>
            <Rationale option={option} />
          </>
        )}
      </div>
    </li>
  );
}

interface AnsweredOptionProps {
  readonly option: AnswerOption;
  readonly letter: string;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
}

function ClosedRationale({ option, letter, isOpen }: Omit<AnsweredOptionProps, 'isChosen'>): ReactNode {
  if (option.rationale.length === 0) return null;
  return (
    // A new key takes a learner's own opening and closing back to what "Show all" says.
    <details key={String(isOpen)} open={isOpen}>
      <summary>{`Why not ${letter}?`}</summary>
      <Rationale option={option} />
    </details>
  );
}

function Rationale({ option }: { readonly option: AnswerOption }): ReactNode {
  return (
    <div className="rationale">
      <RichTextView rich={option.rationale} />
    </div>
  );
}

interface OptionState {
  readonly className: string;
  readonly icon: PenMark;
  readonly words: string;
}

function stateOf(option: AnswerOption, isChosen: boolean): OptionState | null {
  if (option.right && isChosen) return { className: 'option-right', icon: 'right', words: 'Correct, your answer' };
  if (option.right) return { className: 'option-right', icon: 'right', words: 'Correct' };
  return isChosen ? { className: 'option-wrong', icon: 'wrong', words: 'Your answer, not right' } : null;
}
