import type { ReactNode } from 'react';
import type { Rating } from '../../../core/model/verdict.ts';
import { movesCard } from '../../../core/study/practice.ts';
import { defaultRating, isRight, isSelfGraded, offeredRatings, posteriorFor } from '../../../core/study/rate.ts';
import type { Session } from '../../../core/study/session.ts';
import { rateEither } from '../../../core/study/session-steps.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { intervalWords } from '../text/interval-words.ts';

/** How an answered card is rated and left. */
export function AnsweredActions({ showing }: { readonly showing: Showing }): ReactNode {
  return isSelfGraded(showing) || isRight(showing) ? (
    <RatingBar showing={showing} />
  ) : (
    <ContinueAction showing={showing} />
  );
}

const names: Readonly<Record<Rating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

/** One button a rating, each with the time until the card comes back; where there is nothing to choose, Continue. */
function RatingBar({ showing }: { readonly showing: Showing }): ReactNode {
  const moves = useMoves(showing, 3);
  const record = useRecord((state) => state);
  const usual = defaultRating(showing);
  const offered = offeredRatings(showing, record, moves);
  const note = moves ? luckNote(showing) : '';
  const noteLine = note === '' ? null : <p className="action-note">{note}</p>;
  if (offered.length === 1) {
    return (
      <>
        {noteLine}
        <RatingButton showing={showing} rating={usual} name="Continue" isUsual />
      </>
    );
  }
  return (
    <>
      {noteLine}
      <fieldset className={`ratings ratings-${offered.length}`}>
        <legend className="visually-hidden">How well did you know it?</legend>
        {offered.map((rating) => (
          <RatingButton
            key={rating}
            showing={showing}
            rating={rating}
            name={names[rating]}
            isUsual={rating === usual}
          />
        ))}
      </fieldset>
    </>
  );
}

/** Why a right answer counts less than Good; empty where it does not, and where the verdict says why. */
function luckNote(showing: Showing): string {
  const usual = defaultRating(showing);
  if (showing.isGuess || usual > 2 || posteriorFor(showing, usual) === undefined) return '';
  return `This may have been a lucky guess, so it comes back ${usual === 1 ? 'soon' : 'sooner'}.`;
}

function RatingButton({ showing, rating, name, isUsual }: RatingButtonProps): ReactNode {
  const rate = useSession((state) => state.rate);
  const sequence = useSession((state) => state.sequence);
  const moves = useMoves(showing, rating);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const repeats = useSession((state) => state.repeats);
  const days = useRecord((state) => state.daysAfter(showing.card, rating, posteriorFor(showing, rating)));
  const next = days === 0 && !repeats ? 'later today' : intervalWords(days);
  return (
    <button
      type="button"
      className={`rating rating-${rating} ${isUsual ? 'button-primary' : 'button'}`}
      aria-keyshortcuts={shortcuts ? String(rating) : undefined}
      onClick={() => rate(rating, sequence)}
    >
      {/* One line of inline text: a browser sets blanks round everything that is a block of its own. */}
      <span>
        <span className="rating-name">{name}</span>
        {name === names[2] ? <span className="rating-effort">: recalled with effort</span> : null}
        {moves ? (
          <>
            <span className="spoken">, next</span> <br />
            <span className="rating-next">{next}</span>
          </>
        ) : null}
      </span>
    </button>
  );
}

/** Whether that rating changes when the card comes back. */
function useMoves(showing: Showing, rating: Rating): boolean {
  return useSession(({ how }) => movesCard(how, rating, showing));
}

interface RatingButtonProps {
  readonly showing: Showing;
  readonly rating: Rating;
  readonly name: string;
  /** What Enter gives. */
  readonly isUsual: boolean;
}

/** A wrong answer grades itself: it is in the record, unless it was taken back. */
function ContinueAction({ showing }: { readonly showing: Showing }): ReactNode {
  const rate = useSession((state) => state.rate);
  const sequence = useSession((state) => state.sequence);
  const again = useSession((state) => state.again);
  const repeats = useSession((state) => state.repeats);
  const seenAgain = useSession(({ session }) => (session === null ? '' : comingWords(session, repeats)));
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const isTakenBack = showing.entry === null;
  const note = isTakenBack ? 'Taken back. Continue records it again.' : seenAgain;
  return (
    <>
      <p className="action-note">{note}</p>
      {isTakenBack ? (
        <button type="button" className="button" onClick={again}>
          Answer again
        </button>
      ) : null}
      <button
        type="button"
        className="button-primary"
        aria-keyshortcuts={shortcuts ? 'Enter 1' : 'Enter'}
        onClick={() => rate(1, sequence)}
      >
        Continue
      </button>
    </>
  );
}

/** When a forgotten card is seen again, by what the session will do with it. */
function comingWords(session: Session, repeats: boolean): string {
  const card = session.current;
  const after = rateEither(session, { rating: 1, isMiss: true }, repeats);
  if (card !== null && (after.current === card || after.waiting.includes(card))) return 'Seen again in this session';
  return after.left.length > session.left.length ? 'Seen again tomorrow' : 'Seen again later today';
}
