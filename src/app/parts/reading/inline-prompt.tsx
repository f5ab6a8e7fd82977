import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { firstCardOf } from '../../../core/model/cards-of.ts';
import { deletionOfCard, type QuestionId } from '../../../core/model/id.ts';
import type { Kind, Question } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import type { QuestionKind } from '../../../core/questions/question-kind.ts';
import { Ask } from '../../questions/ask.tsx';
import type { NoteView } from '../../questions/question-view.ts';
import { loadedKindOf, loadKind, viewOf } from '../../questions/registry.ts';
import { useStores } from '../../store/stores.tsx';
import { Mark } from '../frame/pen.tsx';
import { RichTextView } from '../text/rich-text.tsx';
import { type Attempt, useAttempt } from './use-attempt.ts';
import { type ReadingAnswer, useReadingAnswer } from './use-reading-answer.ts';

/** One question below a section. Once its card is in the reviews, an answer counts no more. */
export function InlinePrompt({ id }: { readonly id: QuestionId }): ReactNode {
  const question = useQuestion(id);
  const kind = question && loadedKindOf(question);
  const inNote = question && viewOf(question).inNote;
  if (question === null || kind === null || inNote === null) return null;
  return <Prompt key={question.rev} question={question} kind={kind} inNote={inNote} />;
}

/** The question, as soon as its kind can be drawn. */
function useQuestion(id: QuestionId): Question | null {
  const { decks } = useStores();
  const [question, setQuestion] = useState<Question | null>(null);
  const loadQuestion = useStore(decks, (state) => state.loadQuestion);
  useEffect(() => {
    const load = async () => {
      const loaded = await loadQuestion(id);
      if (loaded !== null) await loadKind(loaded);
      return loaded;
    };
    load().then(setQuestion, () => setQuestion(null));
  }, [loadQuestion, id]);
  return question;
}

function Prompt({ question, kind, inNote }: PromptProps): ReactNode {
  const attempt = useAttempt(question, kind);
  const answer = useReadingAnswer(question);
  useRatingByVerdict(attempt, answer);
  return (
    <form className="inline-question" dir="auto" onSubmit={attempt.submit}>
      <Asked attempt={attempt} isPicked={inNote.isPicked} />
      {attempt.isRevealed ? (
        <Answered attempt={attempt} answer={answer} inNote={inNote} />
      ) : (
        <button type="submit" className="button">
          {attempt.response === null ? 'Show answer' : 'Check answer'}
        </button>
      )}
      <p role="status">{answer.place}</p>
    </form>
  );
}

interface PromptProps {
  readonly question: Question;
  readonly kind: QuestionKind<Kind>;
  readonly inNote: NoteView<Kind>;
}

/** What was picked rates itself, as soon as it is known whether it counts. */
function useRatingByVerdict({ verdict }: Attempt, { counts, rate }: ReadingAnswer): void {
  const isRated = useRef(false);
  useEffect(() => {
    if (verdict === null || !counts || isRated.current) return;
    isRated.current = true;
    rate(verdict.score === 1 ? 3 : 1);
  });
}

function Asked({ attempt, isPicked }: AskedProps): ReactNode {
  const { question, response, message, isRevealed, respond } = attempt;
  const fieldId = useId();
  const view = viewOf(question);
  const messageId = `${fieldId}-message`;
  return (
    <Ask
      view={isPicked ? view : { ...view, Controls: () => null }}
      question={question}
      deletion={deletionOfCard(firstCardOf(question))}
      isAnswered={isRevealed}
      response={response}
      missed={null}
      fieldId={fieldId}
      describedBy={message === '' ? undefined : messageId}
      shortcuts={false}
      onRespond={respond}
    >
      {message === '' ? null : (
        <p className="field-message" id={messageId} role="alert">
          {message}
        </p>
      )}
    </Ask>
  );
}

interface AskedProps {
  readonly attempt: Attempt;
  readonly isPicked: boolean;
}

/** The focus goes on from the button that was pressed, to the answer; after a rating, too. */
function Answered({ attempt, answer, inNote }: AnsweredProps): ReactNode {
  const { question, response, verdict } = attempt;
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons that were pressed are gone after a rating, too
  useLayoutEffect(() => place.current?.focus(), [answer.place === '']);
  return (
    <>
      <div ref={place} className="inline-answer" tabIndex={-1}>
        <VerdictLine attempt={attempt} />
        <inNote.Answer question={question} response={response} />
        <RichTextView rich={question.takeAway} />
      </div>
      {verdict === null && answer.counts ? <RateButtons onRate={answer.rate} /> : null}
    </>
  );
}

interface AnsweredProps {
  readonly attempt: Attempt;
  readonly answer: ReadingAnswer;
  readonly inNote: NoteView<Kind>;
}

/** Nothing where the answer was only thought of. */
function VerdictLine({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { question, response, verdict } = attempt;
  if (verdict === null) return null;
  const isRight = verdict.score === 1;
  return (
    <p className={isRight ? 'verdict verdict-right' : 'verdict verdict-wrong'}>
      <Mark name={isRight ? 'right' : 'wrong'} />{' '}
      {isRight ? 'Correct.' : `Not this time. ${viewOf(question).correction(question, response, verdict)}`}
    </p>
  );
}

function RateButtons({ onRate }: { readonly onRate: (rating: Rating) => void }): ReactNode {
  return (
    <div className="button-row">
      <button type="button" className="button-primary" onClick={() => onRate(3)}>
        Remembered
      </button>
      <button type="button" className="button" onClick={() => onRate(1)}>
        Not yet
      </button>
    </div>
  );
}
