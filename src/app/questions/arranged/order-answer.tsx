import type { ReactNode } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { OrderQuestion } from '../../../core/model/question.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import { inlineOf } from '../options/option-letters.ts';
import type { AnswerProps } from '../question-view.ts';

type Step = OrderQuestion['steps'][number];

/** The learner's order beside a right one; each step with the place where it belongs. */
export function OrderAnswer({ question, response, verdict }: AnswerProps<'order'>): ReactNode {
  const right = question.steps.toSorted((a, b) => a.rank - b.rank);
  const given = response?.steps ?? [];
  const isRight = verdict.score === 1;
  return (
    <div className="side-by-side">
      <section>
        <h4>{isRight ? 'Your order, which is right' : 'Your order'}</h4>
        <ol className="steps">
          {given.map((id, place) => (
            <GivenStep key={id} id={id} place={place} right={right} />
          ))}
        </ol>
      </section>
      {isRight && !mayAnySwap(right) ? null : (
        <section data-right>
          <h4>{mayAnySwap(right) ? 'A right order' : 'The right order'}</h4>
          <ol className="steps">
            {right.map((step, place) => (
              <li key={step.id} className="option option-answered">
                <StepNumber place={place} />
                <div className="option-text" dir="auto">
                  <RichTextView rich={inlineOf(step.text)} />
                  {swapWords(right, step) === null ? null : <p className="option-state">{swapWords(right, step)}</p>}
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function GivenStep({ id, place, right }: GivenStepProps): ReactNode {
  const step = right.find((other) => other.id === id);
  if (step === undefined) return null;
  const [first, last] = placesOf(right, step);
  const isInPlace = place >= first && place <= last;
  return (
    <li className={`option option-answered ${isInPlace ? 'option-right' : 'option-wrong'}`}>
      <StepNumber place={place} />
      <div className="option-text" dir="auto">
        <RichTextView rich={inlineOf(step.text)} />
        <p className="option-state">
          <Icon name={isInPlace ? 'right' : 'wrong'} />
          {isInPlace ? 'In place' : `${place < first ? 'Too early' : 'Too late'}: step ${placeWords(first, last)}`}
        </p>
      </div>
    </li>
  );
}

interface GivenStepProps {
  readonly id: OptionId;
  readonly place: number;
  /** All steps in a right order. */
  readonly right: readonly Step[];
}

function StepNumber({ place }: { readonly place: number }): ReactNode {
  return <span className="option-letter">{place + 1}</span>;
}

/** First and last place, from 0, that the step may take: steps of one rank may swap. */
function placesOf(right: readonly Step[], { rank }: Step): readonly [first: number, last: number] {
  const first = right.findIndex((step) => step.rank === rank);
  return [first, first + right.filter((step) => step.rank === rank).length - 1];
}

function placeWords(first: number, last: number): string {
  if (first === last) return String(first + 1);
  return last === first + 1 ? `${first + 1} or ${last + 1}` : `${first + 1} to ${last + 1}`;
}

function mayAnySwap(right: readonly Step[]): boolean {
  return new Set(right.map(({ rank }) => rank)).size < right.length;
}

function swapWords(right: readonly Step[], step: Step): string | null {
  const [first, last] = placesOf(right, step);
  if (first === last) return null;
  return `May stand at ${placeWords(first, last)}`;
}
