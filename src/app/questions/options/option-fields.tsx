import type { ReactNode } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { AnswerOption } from '../../../core/model/question.ts';
import { Ring } from '../../parts/frame/pen.tsx';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import type { Strikes } from '../question-view.ts';
import { inlineOf, letterAt } from './option-letters.ts';

/** Options as native radio buttons or checkboxes; nothing is chosen beforehand. */
export function OptionFields(props: OptionFieldsProps): ReactNode {
  const { legend, options, fieldId, describedBy, children } = props;
  return (
    <fieldset className="options" id={fieldId} tabIndex={-1} aria-describedby={describedBy}>
      {/* Named for those who hear it; those who see it have read it in the heading. */}
      <legend className="visually-hidden">{legend}</legend>
      {options.map((option, position) => (
        <OptionField key={option.id} option={option} letter={letterAt(position)} position={position} {...props} />
      ))}
      {children}
    </fieldset>
  );
}

function OptionField({ strikes, ...field }: OptionFieldProps): ReactNode {
  if (strikes === undefined) return <OptionLabel {...field} />;
  const { option, letter } = field;
  const isStruck = strikes.struck.includes(option.id);
  return (
    <div className={isStruck ? 'option-row option-struck' : 'option-row'}>
      <OptionLabel {...field} />
      <button
        type="button"
        className="button-quiet option-strike"
        aria-pressed={isStruck}
        onClick={() => strikes.onStrike(option.id)}
      >
        Strike<span className="visually-hidden">{` out ${letter}`}</span>
      </button>
    </div>
  );
}

function OptionLabel({ option, letter, position, type, chosen, shortcuts, onPick }: OptionFieldProps): ReactNode {
  const isChosen = chosen.includes(option.id);
  return (
    <label className="option">
      <input
        type={type}
        name="option"
        value={option.id}
        checked={isChosen}
        onChange={() => onPick(option.id)}
        aria-keyshortcuts={shortcuts && position < 5 ? `${letter} ${position + 1}` : undefined}
      />
      <span className="option-letter">
        {letter}
        <Ring />
      </span>
      <span className="option-text" dir="auto">
        <RichTextView rich={inlineOf(option.text)} />
      </span>
    </label>
  );
}

interface OptionFieldsProps {
  readonly legend: string;
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly AnswerOption[];
  readonly chosen: readonly OptionId[];
  readonly fieldId: string;
  readonly describedBy: string | undefined;
  readonly shortcuts: boolean;
  readonly strikes?: Strikes;
  readonly children?: ReactNode;
  onPick(option: OptionId): void;
}

interface OptionFieldProps extends OptionFieldsProps {
  readonly option: AnswerOption;
  readonly letter: string;
  readonly position: number;
}
