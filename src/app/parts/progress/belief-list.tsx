import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { ToldAnswer } from '../../../core/stats/told-answers.ts';
import { countWords, timesWords } from '../../../core/text/count-words.ts';
import { practicePath } from '../practice/practice-path.ts';
import { longDayWords } from '../text/day-words.ts';
import { useBeliefs } from './use-progress.ts';

/** The mix-ups that wrong answers show, what is true, and the questions that clear each. */
export function BeliefList({ answers }: { readonly answers: readonly ToldAnswer[] }): ReactNode {
  const beliefs = useBeliefs(answers);
  const headingId = useId();
  return (
    <section className="sheet progress-wide" aria-labelledby={headingId}>
      <h2 id={headingId}>Mix-ups to clear</h2>
      {beliefs.length === 0 ? (
        <p>None now. When wrong answers point to the same mistaken idea twice, it is listed here with what is true.</p>
      ) : (
        <>
          <p>
            {`Wrong answers point to ${countWords(beliefs.length, 'mistaken idea')}. What is true, and the questions that clear it:`}
          </p>
          <ul>
            {beliefs.map(({ pack, belief, truth, times, questions, lastDay, contrast, toClear }) => (
              <li key={`${pack}/${belief}`}>
                <p>{truth}</p>
                <p className="field-hint">
                  {`Mixed up ${timesWords(times)} in ${countWords(questions, 'question')}, last on ${longDayWords(lastDay)}. ${countWords(toClear, 'question')} still to answer right. `}
                  <Link href={practicePath(contrast)}>{`Practise ${countWords(contrast.length, 'card')} on it`}</Link>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
