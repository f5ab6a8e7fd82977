import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { missedCards } from '../../../core/study/notebook.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { practicePath } from '../practice/practice-path.ts';

const mostAtOnce = 20;

/** Practice of the cards that were missed last time, the latest first; nothing while there are none. */
export function MissedLink(): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const cards = useRecord((state) => state.cards);
  const packs = useRecord((state) => state.packs);
  const missed = missedCards({ summaries, cards, packs });
  if (missed.length === 0) return null;
  const asked = missed.slice(0, mostAtOnce);
  return (
    <section className="aside" aria-labelledby="missed">
      <h2 id="missed">Worth another look</h2>
      <p>
        <Link href={practicePath(asked)}>
          {asked.length === 1
            ? 'Practise the one you missed last time'
            : `Practise ${asked.length} you missed last time`}
        </Link>
      </p>
    </section>
  );
}
