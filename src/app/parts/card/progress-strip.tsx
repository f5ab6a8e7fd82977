import type { ReactNode } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import type { Session } from '../../../core/study/session.ts';

/** From here on the lines at the sides of a cell would be all of it on a phone. */
const manyCards = 40;
/** Of the strip's width, all gaps together. */
const gapPercent = 20;

/** One cell a card: solid recalled, hatched again, outlined to come. */
export function ProgressStrip({ session, children }: ProgressStripProps): ReactNode {
  const { cards } = session;
  const ratings = lastRatings(session);
  const settled = cards.filter((card) => (ratings.get(card) ?? 1) > 1).length;
  return (
    <div className="progress">
      <span className="progress-words">{`${settled} of ${cards.length}`}</span>
      <div
        className={cards.length > manyCards ? 'progress-strip progress-dense' : 'progress-strip'}
        style={cards.length < 2 ? undefined : { columnGap: `min(2px, ${gapPercent / cards.length}%)` }}
        role="progressbar"
        aria-label="Cards recalled"
        aria-valuemin={0}
        aria-valuemax={cards.length}
        aria-valuenow={settled}
        aria-valuetext={`${settled} of ${cards.length}`}
      >
        {cards.map((card) => (
          <span key={card} className={`cell ${cellClass(ratings.get(card), card === session.current)}`} />
        ))}
      </div>
      {children}
    </div>
  );
}

interface ProgressStripProps {
  readonly session: Session;
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
}

function lastRatings({ history }: Session): ReadonlyMap<CardId, number> {
  return new Map(history.map(({ card, rating }) => [card, rating]));
}

function cellClass(rating: number | undefined, isCurrent: boolean): string {
  const state = rating === undefined ? 'cell-open' : rating === 1 ? 'cell-again' : 'cell-done';
  return isCurrent ? `${state} cell-current` : state;
}
