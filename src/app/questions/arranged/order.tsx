import type { ReactNode } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { OrderQuestion, ResponseOf } from '../../../core/model/question.ts';
import { plainText } from '../../../core/model/rich-text.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { announce } from '../../parts/frame/live-regions.ts';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import { inlineOf } from '../options/option-letters.ts';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AskProps, QuestionView } from '../question-view.ts';
import { OrderAnswer } from './order-answer.tsx';

type Step = OrderQuestion['steps'][number];

/** A numbered list whose steps move by buttons: no dragging, and the focus stays on the button that was pressed. */
function OrderControls({ question, response, fieldId, describedBy, onRespond }: AskProps<'order'>): ReactNode {
  const steps = stepsOf(question, response);
  const move = (from: number, to: number) => {
    const step = steps[from];
    if (step === undefined || to < 0 || to >= steps.length) return;
    const moved = steps.toSpliced(from, 1).toSpliced(to, 0, step);
    announce(`“${plainText(step.text)}” is now step ${to + 1} of ${steps.length}.`);
    onRespond({ kind: 'order', steps: moved.map(({ id }) => id) });
  };
  return (
    <fieldset className="options" id={fieldId} tabIndex={-1} aria-describedby={describedBy}>
      <legend className="options-legend">
        <span className="visually-hidden">Put the steps in order:</span> The first step goes on top
      </legend>
      <ol className="steps">
        {steps.map((step, place) => (
          <MovableStep key={step.id} step={step} place={place} count={steps.length} onMove={move} />
        ))}
      </ol>
    </fieldset>
  );
}

/** The steps as the learner has them now. */
function stepsOf({ steps }: OrderQuestion, response: ResponseOf<'order'> | null): readonly Step[] {
  if (response === null) return steps;
  const placeOf = new Map<OptionId, number>(response.steps.map((id, place) => [id, place]));
  return steps.toSorted((a, b) => (placeOf.get(a.id) ?? steps.length) - (placeOf.get(b.id) ?? steps.length));
}

function MovableStep({ step, place, count, onMove }: MovableStepProps): ReactNode {
  return (
    <li className="option step">
      <span className="option-letter">{place + 1}</span>
      <span className="option-text" dir="auto">
        <RichTextView rich={inlineOf(step.text)} />
      </span>
      <span className="step-moves">
        <MoveButton step={step} direction="up" isLast={place === 0} onMove={() => onMove(place, place - 1)} />
        <MoveButton step={step} direction="down" isLast={place === count - 1} onMove={() => onMove(place, place + 1)} />
      </span>
    </li>
  );
}

interface MovableStepProps {
  readonly step: Step;
  readonly place: number;
  readonly count: number;
  onMove(from: number, to: number): void;
}

/** At the end of its way the button stays and keeps the focus; it only does nothing. */
function MoveButton({ step, direction, isLast, onMove }: MoveButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="button step-move"
      aria-label={`Move “${plainText(step.text)}” ${direction}`}
      aria-disabled={isLast}
      onClick={onMove}
    >
      <Icon name={direction} />
      {direction === 'up' ? 'Up' : 'Down'}
    </button>
  );
}

interface MoveButtonProps {
  readonly step: Step;
  readonly direction: 'up' | 'down';
  readonly isLast: boolean;
  onMove(): void;
}

export const orderView: QuestionView<'order'> = {
  task: () => 'put in order',
  Prompt: PlainPrompt,
  Controls: OrderControls,
  Answer: OrderAnswer,
  correction: (question, _response, verdict) => {
    const right = verdict.parts.filter(({ state }) => state === 'right').length;
    return `${right} of ${question.steps.length} steps are in place.`;
  },
  pick: () => null,
  inNote: null,
};
