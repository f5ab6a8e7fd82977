import type { ReactNode } from 'react';
import type { AcceptedAnswer } from '../../../core/model/question.ts';
import { LearnerText } from '../../parts/text/learner-text.tsx';
import { YourAnswer } from '../given-answer.tsx';
import { isSameText } from './same-text.ts';

/** What the learner wrote beside what is accepted. */
export function WrittenAnswer({ text, accepted, isRight }: WrittenAnswerProps): ReactNode {
  const shown = isRight ? accepted.filter((answer) => !isSameText(acceptedWords(answer), text)) : accepted;
  return (
    <dl className="typed-answer">
      <div>
        <dt>
          <YourAnswer isRight={isRight} />
        </dt>
        <dd>
          <LearnerText text={text} />
        </dd>
      </div>
      {shown.length === 0 ? null : (
        <div data-right>
          <dt>{acceptedTitle(shown.length, accepted.length)}</dt>
          {shown.map((answer) => (
            <dd key={acceptedWords(answer)} dir="auto">
              <code>{acceptedWords(answer)}</code>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}

function acceptedTitle(shown: number, accepted: number): string {
  if (shown < accepted) return 'Also accepted';
  return shown === 1 ? 'Accepted' : 'Accepted, any of these';
}

interface WrittenAnswerProps {
  readonly text: string;
  readonly accepted: readonly AcceptedAnswer[];
  readonly isRight: boolean;
}

/** "ECS_CLUSTER", "12 GiB", "12 ± 0.5 GiB" */
export function acceptedWords(answer: AcceptedAnswer): string {
  if (answer.form === 'text') return answer.text;
  const spread = answer.tolerance === 0 ? '' : ` ± ${answer.tolerance}`;
  return `${answer.value}${spread} ${answer.unit}`.trim();
}
