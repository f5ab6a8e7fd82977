import type { ReactNode } from 'react';
import type { Rating } from '../../../core/model/verdict.ts';
import { defaultRating, offeredRatings } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { intervalWords } from '../text/interval-words.ts';

const names: Readonly<Record<Rating, string>> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

/** One button a rating, each with the time until the card comes back; where there is nothing to choose, Continue. */
export function RatingBar({ showing }: { readonly showing: Showing }): ReactNode {
  const counts = useSession((state) => state.counts);
  const record = useRecord((state) => state);
  const usual = defaultRating(showing);
  const offered = offeredRatings(showing, record, counts);
  if (offered.length === 1) return <RatingButton showing={showing} rating={usual} name="Continue" isUsual />;
  return (
    <fieldset className={`ratings ratings-${offered.length}`}>
      <legend className="visually-hidden">How well did you know it?</legend>
      {offered.map((rating) => (
        <RatingButton key={rating} showing={showing} rating={rating} name={names[rating]} isUsual={rating === usual} />
      ))}
    </fieldset>
  );
}

function RatingButton({ showing, rating, name, isUsual }: RatingButtonProps): ReactNode {
  const rate = useSession((state) => state.rate);
  const sequence = useSession((state) => state.sequence);
  const counts = useSession((state) => state.counts);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const next = useRecord((state) => intervalWords(state.daysAfter(showing.card, rating)));
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
        {counts ? (
          <>
            <span className="spoken">, next</span> <br />
            <span className="rating-next">{next}</span>
          </>
        ) : null}
      </span>
    </button>
  );
}

interface RatingButtonProps {
  readonly showing: Showing;
  readonly rating: Rating;
  readonly name: string;
  /** What Enter gives. */
  readonly isUsual: boolean;
}
