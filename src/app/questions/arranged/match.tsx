import { type ReactNode, useId } from 'react';
import type { OptionId } from '../../../core/model/id.ts';
import type { MatchQuestion, ResponseOf } from '../../../core/model/question.ts';
import { plainText } from '../../../core/model/rich-text.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { RichTextView } from '../../parts/text/rich-text.tsx';
import { YourAnswer } from '../given-answer.tsx';
import { inlineOf } from '../options/option-letters.ts';
import { PlainPrompt } from '../plain-prompt.tsx';
import type { AnswerProps, AskProps, QuestionView } from '../question-view.ts';

type Side = MatchQuestion['lefts'][number];

/** One native list a line, named by the line's own words; decoys stand among the choices. */
function MatchControls({ question, response, fieldId, describedBy, onRespond }: AskProps<'match'>): ReactNode {
  const pairs = response?.pairs ?? {};
  const choose = (left: OptionId, right: string) => onRespond({ kind: 'match', pairs: withPair(pairs, left, right) });
  return (
    <fieldset className="options" id={fieldId} tabIndex={-1} aria-describedby={describedBy}>
      <legend className="options-legend">Choose a match for each; some choices may be left over or used twice</legend>
      {question.lefts.map((left) => (
        <MatchField key={left.id} left={left} rights={question.rights} chosen={pairs[left.id]} onChoose={choose} />
      ))}
    </fieldset>
  );
}

function MatchField({ left, rights, chosen, onChoose }: MatchFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="match-field">
      <label htmlFor={id} dir="auto">
        <RichTextView rich={inlineOf(left.text)} />
      </label>
      <select id={id} value={chosen ?? ''} onChange={(event) => onChoose(left.id, event.target.value)}>
        <option value="">Choose…</option>
        {rights.map((right) => (
          <option key={right.id} value={right.id}>
            {plainText(right.text)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface MatchFieldProps {
  readonly left: Side;
  readonly rights: readonly Side[];
  readonly chosen: OptionId | undefined;
  onChoose(left: OptionId, right: string): void;
}

type Pairs = ResponseOf<'match'>['pairs'];

function withPair(pairs: Pairs, left: OptionId, right: string): Pairs {
  const { [left]: _before, ...others } = pairs;
  return right === '' ? others : { ...others, [left]: right as OptionId };
}

/** Each line with what the learner chose beside what belongs there. */
function MatchAnswer({ question, response }: AnswerProps<'match'>): ReactNode {
  return (
    <ul className="options">
      {question.lefts.map((left) => {
        const wanted = question.pairs[left.id];
        const given = response?.pairs[left.id];
        const isRight = given === wanted;
        return (
          <li key={left.id} className={`option option-answered ${isRight ? 'option-right' : 'option-wrong'}`}>
            <div className="option-text" dir="auto">
              <strong>
                <RichTextView rich={inlineOf(left.text)} />
              </strong>
              <p className="option-state">
                <YourAnswer isRight={isRight} />:
              </p>
              <SideText sides={question.rights} id={given} />
              {isRight ? null : (
                <div data-right>
                  <p className="option-state match-wanted">
                    <Icon name="right" /> Correct:
                  </p>
                  <SideText sides={question.rights} id={wanted} />
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function SideText({ sides, id }: { readonly sides: readonly Side[]; readonly id: OptionId | undefined }): ReactNode {
  const side = sides.find((other) => other.id === id);
  return <div dir="auto">{side === undefined ? '(nothing)' : <RichTextView rich={inlineOf(side.text)} />}</div>;
}

export const matchView: QuestionView<'match'> = {
  task: () => 'match the pairs',
  Prompt: PlainPrompt,
  Controls: MatchControls,
  Answer: MatchAnswer,
  correction: ({ lefts, pairs }, response) => {
    const right = lefts.filter(({ id }) => response?.pairs[id] === pairs[id]).length;
    return `${right} of ${lefts.length} pairs are right.`;
  },
  pick: () => null,
  inNote: null,
};
