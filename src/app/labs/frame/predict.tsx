import { type ReactNode, useId } from 'react';
import type { Prediction } from '../../../core/ecs/labs/lab.ts';

/** An invitation, never a gate: the steps go on without it. It stays where it is once they have begun, and is fixed. */
export function Predict({ prediction, chosen, isFixed, onPredict }: PredictProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="lab-predict" disabled={isFixed}>
      <legend>{`Your prediction: ${prediction.asks}`}</legend>
      {prediction.options.map((option) => (
        <label key={option} className="lab-option">
          <input type="radio" name={name} checked={option === chosen} onChange={() => onPredict(option)} />
          {option}
        </label>
      ))}
    </fieldset>
  );
}

interface PredictProps {
  readonly prediction: Prediction;
  readonly chosen: string | null;
  readonly isFixed: boolean;
  onPredict(option: string): void;
}

/** What became of the prediction. */
export function predictionWords({ right }: Prediction, chosen: string): string {
  const all = right.join(' or ');
  if (!right.includes(chosen)) return `You said ${chosen}. It was ${all}.`;
  if (right.length === 1) return `You said ${chosen}, and so it was.`;
  return `You said ${chosen}, which is one of those that can be: ${all}.`;
}
