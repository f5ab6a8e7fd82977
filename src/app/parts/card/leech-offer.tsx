import { type MouseEvent, type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { notePath } from '../../../core/model/address.ts';
import type { CardId } from '../../../core/model/id.ts';
import { isLeech } from '../../../core/scheduler/fold/leech.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';

/** Offers another way to a card that keeps being forgotten. It never happens by itself. */
export function LeechOffer({ card }: { readonly card: CardId }): ReactNode {
  const lapses = useRecord((state) => {
    const known = state.cards.get(card);
    return known !== undefined && isLeech(known) ? known.lapses : 0;
  });
  const suspend = useSession((state) => state.suspend);
  const reference = useSession((state) => state.showing?.question.note ?? null);
  const [isKept, setIsKept] = useState(false);
  if (lapses === 0 || isKept) return null;
  const keep = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    setIsKept(true);
  };
  return (
    <section className="offer" aria-label="This card is hard to keep">
      <p>{`You have forgotten this card on ${lapses} days. Reading the section again often helps more than another try.`}</p>
      <div className="button-row">
        {reference === null ? null : (
          <Link className="button" href={notePath(reference)}>
            Read the section
          </Link>
        )}
        <button type="button" className="button" onClick={suspend}>
          Suspend the card
        </button>
        <button type="button" className="button" onClick={keep}>
          Keep it
        </button>
      </div>
    </section>
  );
}
