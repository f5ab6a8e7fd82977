import type { ReactNode } from 'react';
import type { CardTrouble } from '../../../core/study/review-state.ts';
import { failureWords } from '../../store/failure-words.ts';
import { useSession } from '../../store/stores.tsx';
import { copyText } from '../frame/copy-text.ts';
import { FailureDetails } from '../frame/failure-details.tsx';
import { cardHeadingId } from './use-cue.ts';

const reasons: Readonly<Record<CardTrouble['code'], string>> = {
  'card-missing': 'No pack holds this card any more. What you answered is kept.',
  'card-unreadable': 'Its file could not be read.',
  'card-drawing': 'Something in it cannot be drawn. The rest of the session is not affected.',
};

/** Stands in the place of a card that cannot be shown; the session goes on. */
export function CardTroubleView({ trouble }: { readonly trouble: CardTrouble }): ReactNode {
  const skip = useSession((state) => state.skip);
  const retry = useSession((state) => state.retry);
  return (
    <section className="card" aria-labelledby={cardHeadingId}>
      <h2 className="card-heading" id={cardHeadingId} tabIndex={-1}>
        This card can’t be displayed
      </h2>
      <p>
        {reasons[trouble.code]} {trouble.code === 'card-unreadable' ? failureWords(trouble.detail) : null}
      </p>
      <p className="trouble-code">
        <code>{trouble.code}</code>
      </p>
      <FailureDetails failure={trouble.detail} />
      <div className="action-bar">
        <button
          type="button"
          className="button-quiet"
          onClick={() => void copyText(`${trouble.code}: ${trouble.detail}`)}
        >
          Copy details
        </button>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
        <button type="button" className="button-primary" onClick={skip}>
          Skip
        </button>
      </div>
    </section>
  );
}
