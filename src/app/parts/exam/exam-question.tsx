import { type FormEvent, type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Attempt } from '../../../core/exam/attempt.ts';
import type { ExamAsked } from '../../../core/exam/mark-sheet.ts';
import { isCloze } from '../../../core/model/question.ts';
import { Ask } from '../../questions/ask.tsx';
import { viewOf } from '../../questions/registry.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { useRecord } from '../../store/stores.tsx';
import { Icon } from '../frame/icon.tsx';
import { putOnSerif } from '../frame/serif.ts';
import { ExamCase } from './exam-case.tsx';

interface ExamQuestionProps {
  readonly exam: ExamStore;
  /** Next was pressed on the last question. */
  onLast(): void;
}

/** The question on the desk. Nothing is checked: an answer can be given, changed and taken back until the end. */
export function ExamQuestion({ exam, onLast }: ExamQuestionProps): ReactNode {
  const { attempt, asked, act } = useStore(exam);
  const { at } = attempt.progress;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    putOnSerif('card', `exam ${at}`);
    heading.current?.focus();
    scrollTo(0, 0);
  }, [at]);
  const isLast = at === attempt.sheet.length - 1;
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (isLast) onLast();
    else act({ t: 'go', to: at + 1 });
  };
  const one = asked[at] ?? null;
  return (
    <form className="card" onSubmit={next} noValidate>
      <div className="exam-head">
        <h2 className="card-heading" tabIndex={-1} ref={heading}>
          {`Question ${at + 1}`}
          <span className="visually-hidden">{` of ${attempt.sheet.length}`}</span>
          {one === null ? null : ` · ${viewOf(one.question).task(one.question)}`}
        </h2>
        <FlagToggle exam={exam} />
      </div>
      {one === null ? <Gone /> : <AskedInExam exam={exam} one={one} attempt={attempt} />}
      <div className="card-foot">
        <button
          type="button"
          className="button-quiet"
          aria-disabled={attempt.sheet[at]?.response == null}
          onClick={() => act({ t: 'answer', response: null })}
        >
          Clear answer
        </button>
      </div>
      <div className="action-bar">
        {at === 0 ? null : (
          <button type="button" className="button" onClick={() => act({ t: 'go', to: at - 1 })}>
            Previous
          </button>
        )}
        <button type="submit" className="button-primary" onClick={keepToOne}>
          {isLast ? 'To the end' : 'Next'}
        </button>
      </div>
    </form>
  );
}

/** The second click of a double click falls on the button of the next question, which nobody has seen yet. */
function keepToOne(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

function Gone(): ReactNode {
  return <p>No pack has this question any more. It counts as wrong, and the report says so.</p>;
}

function FlagToggle({ exam }: { readonly exam: ExamStore }): ReactNode {
  const { sheet, progress } = useStore(exam, (state) => state.attempt);
  const isFlagged = sheet[progress.at]?.isFlagged ?? false;
  return (
    <button
      type="button"
      className="button-quiet flag-button"
      aria-pressed={isFlagged}
      onClick={() => exam.getState().act({ t: 'flag' })}
    >
      <Icon name="flag" /> Flag
    </button>
  );
}

const promptId = 'exam-prompt';

interface AskedInExamProps {
  readonly exam: ExamStore;
  readonly one: ExamAsked;
  readonly attempt: Attempt;
}

function AskedInExam({ exam, one: { question }, attempt }: AskedInExamProps): ReactNode {
  const { act } = exam.getState();
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const place = attempt.sheet[attempt.progress.at];
  const response = place?.response?.kind === question.kind ? place.response : null;
  return (
    <>
      <ExamCase own={question.case} heading="h3" />
      <Ask
        view={viewOf(question)}
        question={question}
        deletion={isCloze(question.kind) ? 1 : 0}
        promptId={promptId}
        response={response}
        missed={null}
        fieldId="exam-answer"
        describedBy={undefined}
        shortcuts={shortcuts}
        strikes={{ struck: place?.struck ?? [], onStrike: (option) => act({ t: 'strike', option }) }}
        onRespond={(given) => act({ t: 'answer', response: given })}
      />
    </>
  );
}
