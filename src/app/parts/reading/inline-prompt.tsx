import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CardState } from '../../../core/model/card-state.ts';
import { firstCardOf } from '../../../core/model/cards-of.ts';
import { deletionOfCard, type QuestionId } from '../../../core/model/id.ts';
import type { Kind, Question } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import type { NoteView } from '../../questions/question-view.ts';
import { loadKind, viewOf } from '../../questions/registry.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { intervalWords } from '../text/interval-words.ts';
import { RichTextView } from '../text/rich-text.tsx';

/** Reading the section again is no time spent on the card. */
const longestTookMs = 60_000;

/** One question below a section. A card that is in the reviews already is shown, and not asked or counted again. */
export function InlinePrompt({ id }: { readonly id: QuestionId }): ReactNode {
  const question = useQuestion(id);
  const inNote = question === null ? null : viewOf(question).inNote;
  return question === null || inNote === null ? null : <Prompt question={question} inNote={inNote} />;
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

function Prompt({ question, inNote }: PromptProps): ReactNode {
  const { record, ports } = useStores();
  const [shown] = useState(() => ({ at: ports.chance.showingId(), ms: ports.clock.now() }));
  const card = firstCardOf(question);
  const state = useRecord(({ cards }) => cards.get(card));
  // Until the record is read nobody knows whether the card was answered before.
  const isKnown = useRecord(({ opening, isBlocked }) => opening !== 'opening' || isBlocked);
  const [isRevealed, setIsRevealed] = useState(false);
  const place = state === undefined ? '' : placeWords(state, record.getState().daysUntil(card));
  const { Prompt: Text } = viewOf(question);
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
      <Text question={question} deletion={deletionOfCard(card)} revealed={isRevealed} ask={null} />
      <inNote.Choices question={question} />
      {isRevealed ? (
        <div ref={answer} className="inline-answer" tabIndex={-1}>
          <inNote.Answer question={question} />
          <RichTextView rich={question.takeAway} />
        </div>
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

interface PromptProps {
  readonly question: Question;
  readonly inNote: NoteView<Kind>;
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
