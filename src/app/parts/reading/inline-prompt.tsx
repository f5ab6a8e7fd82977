import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CardState } from '../../../core/model/card-state.ts';
import { firstCardOf } from '../../../core/model/cards-of.ts';
import type { QuestionId } from '../../../core/model/id.ts';
import type { Question } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { intervalWords } from '../text/interval-words.ts';
import { RichTextView } from '../text/rich-text.tsx';

/** Reading the section again is no time spent on the card. */
const longestTookMs = 60_000;

/** One question below a section. A card that is in the reviews already is shown, and not asked or counted again. */
export function InlinePrompt({ id }: { readonly id: QuestionId }): ReactNode {
  const question = useQuestion(id);
  return question === null ? null : <Prompt question={question} />;
}

function useQuestion(id: QuestionId): Question | null {
  const { decks } = useStores();
  const [question, setQuestion] = useState<Question | null>(null);
  const loadQuestion = useStore(decks, (state) => state.loadQuestion);
  useEffect(() => {
    loadQuestion(id).then(setQuestion, () => setQuestion(null));
  }, [loadQuestion, id]);
  return question;
}

function Prompt({ question }: { readonly question: Question }): ReactNode {
  const { record, ports } = useStores();
  const [shown] = useState(() => ({ at: ports.chance.showingId(), ms: ports.clock.now() }));
  const card = firstCardOf(question);
  const state = useRecord(({ cards }) => cards.get(card));
  // Until the record is read nobody knows whether the card was answered before.
  const isKnown = useRecord(({ opening, isBlocked }) => opening !== 'opening' || isBlocked);
  const [isRevealed, setIsRevealed] = useState(false);
  const place = state === undefined ? '' : placeWords(state, record.getState().daysUntil(card));
  const answer = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons that were pressed are gone after a rating, too
  useLayoutEffect(() => {
    if (isRevealed) answer.current?.focus();
  }, [isRevealed, place === '']);
  const rate = (r: Rating) => {
    const took = Math.max(0, Math.min(longestTookMs, ports.clock.now() - shown.ms));
    record.getState().answer({ card, rev: question.rev, r, took, at: shown.at, how: 'reading' });
  };
  return (
    <div className="inline-question" dir="auto">
      <h3>{place === '' ? 'Do you remember?' : 'Answered'}</h3>
      <PromptText question={question} revealed={isRevealed} />
      {isRevealed ? (
        <Answer question={question} place={answer} />
      ) : (
        <button type="button" className="button" onClick={() => setIsRevealed(true)}>
          Show answer
        </button>
      )}
      {isRevealed && isKnown && place === '' ? <RateButtons onRate={rate} /> : null}
      <p role="status">{place}</p>
    </div>
  );
}

/** Where the card stands; empty while it is new. */
function placeWords(state: CardState, days: number | null): string {
  if (state.suspended) return 'Suspended: it does not come up in reviews.';
  return days === null ? '' : `In your reviews. It comes back ${days <= 0 ? 'today' : intervalWords(days)}.`;
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

function PromptText({ question, revealed }: { readonly question: Question; readonly revealed: boolean }): ReactNode {
  const cloze = question.kind === 'cloze' ? { n: 1, revealed } : undefined;
  return (
    <>
      <RichTextView rich={question.prompt} cloze={cloze} />
      {question.kind === 'choice' || question.kind === 'multi' ? (
        <ul>
          {question.options.map((option) => (
            <li key={option.id}>
              <RichTextView rich={option.text} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Answer({ question, place }: AnswerProps): ReactNode {
  return (
    <div ref={place} className="inline-answer" tabIndex={-1}>
      {question.kind === 'recall' ? <RichTextView rich={question.back} /> : null}
      {question.kind === 'typed' ? <p>{firstAccepted(question)}</p> : null}
      {question.kind === 'choice' || question.kind === 'multi'
        ? question.options
            .filter(({ right }) => right)
            .map((option) => (
              <div key={option.id}>
                <strong>
                  <RichTextView rich={option.text} />
                </strong>
                <RichTextView rich={option.rationale} />
              </div>
            ))
        : null}
      <RichTextView rich={question.takeAway} />
    </div>
  );
}

interface AnswerProps {
  readonly question: Question;
  /** Takes the focus when the answer is shown and when it was rated. */
  readonly place: RefObject<HTMLDivElement | null>;
}

function firstAccepted({ accepted }: Extract<Question, { kind: 'typed' }>): ReactNode {
  const [first] = accepted;
  if (first === undefined) return null;
  return <code>{first.form === 'text' ? first.text : `${first.value} ${first.unit}`.trim()}</code>;
}
