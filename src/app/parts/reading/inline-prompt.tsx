import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
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

/** The question as its pack has it now, as soon as its kind can be drawn. */
function useQuestion(id: QuestionId): Question | null {
  const { decks } = useStores();
  const question = useStore(decks, ({ questions }) => questions.get(id));
  const loadQuestion = useStore(decks, (state) => state.loadQuestion);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const load = async () => {
      const loaded = await loadQuestion(id);
      if (loaded !== null) await loadKind(loaded);
    };
    load().then(
      () => setIsReady(true),
      () => setIsReady(false),
    );
  }, [loadQuestion, id]);
  return isReady && question !== undefined ? question : null;
}

function Prompt({ question, kind, inNote }: PromptProps): ReactNode {
  const attempt = useAttempt(question, kind);
  const answer = useReadingAnswer(question);
  const fieldId = useId();
  useRatingByVerdict(attempt, answer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.reveal();
  };
  // No button submits yet, so that browsers would leave Enter on an option unheard.
  const refuseOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || attempt.isGiven || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    attempt.refuse();
    document.getElementById(fieldId)?.focus();
  };
  return (
    <form className="inline-question" onSubmit={submit} onKeyDown={refuseOnEnter}>
      <Asked attempt={attempt} fieldId={fieldId} isPicked={inNote.isPicked} />
      {attempt.isRevealed ? (
        <Answered attempt={attempt} answer={answer} inNote={inNote} />
      ) : attempt.isGiven ? (
        <button type="submit" className="button">
          Check answer
        </button>
      ) : (
        <button type="button" className="button" onClick={attempt.reveal}>
          Show answer
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

/**
 * What was picked rates itself once, as soon as the record can say whether it counts. A right pick is Good, however likely a
 * guess is: the answer stands in the text above, so that it says nothing of recall (S80).
 */
function useRatingByVerdict({ verdict, given }: Attempt, { place, isKnown, rate }: ReadingAnswer): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (verdict === null || verdict.score === null || !isKnown || isDone.current) return;
    isDone.current = true;
    if (place !== '') return;
    rate(verdict.score === 1 ? 3 : 1, { score: verdict.score, ...(given !== undefined && { given }) });
  });
}

/** With the controls of the kind where an answer is picked; else there is nothing to respond to. */
function Asked({ attempt, fieldId, isPicked }: AskedProps): ReactNode {
  const { question, response, message, isRevealed, respond } = attempt;
  const view = viewOf(question);
  const deletion = deletionOfCard(firstCardOf(question));
  const [promptId, messageId] = [`${fieldId}-prompt`, `${fieldId}-message`];
  if (!isPicked) {
    return (
      <div className="prompt" dir="auto">
        <view.Prompt question={question} deletion={deletion} revealed={isRevealed} ask={null} />
      </div>
    );
  }
  return (
    <Ask
      view={view}
      question={question}
      deletion={deletion}
      isAnswered={isRevealed}
      promptId={promptId}
      response={response}
      missed={null}
      fieldId={fieldId}
      describedBy={message === '' ? promptId : `${promptId} ${messageId}`}
      shortcuts={false}
      onRespond={respond}
    >
      {message === '' ? null : (
        <p className="field-message" id={messageId}>
          {message}
        </p>
      )}
    </Ask>
  );
}

interface AskedProps {
  readonly attempt: Attempt;
  readonly fieldId: string;
  readonly isPicked: boolean;
}

/** The focus goes on from the button that was pressed, to the answer. */
function Answered({ attempt, answer, inNote }: AnsweredProps): ReactNode {
  const { question, response, verdict } = attempt;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  const rate = (rating: Rating) => {
    answer.rate(rating);
    place.current?.focus();
  };
  return (
    <>
      <div ref={place} className="inline-answer" tabIndex={-1} dir="auto">
        <VerdictLine attempt={attempt} />
        <inNote.Answer question={question} response={response} />
        <RichTextView rich={question.takeAway} />
      </div>
      {verdict === null && answer.isKnown && answer.place === '' ? <RateButtons onRate={rate} /> : null}
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
