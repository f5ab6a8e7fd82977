import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { missedCards } from '../../../core/study/notebook.ts';
import { wasMissedThisWeek } from '../../../core/study/practice.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { practicePath } from '../practice/practice-path.ts';
import { useStudyDay } from './use-study-day.ts';

const mostAtOnce = 20;

/** Practice of the cards that were missed last time, the latest first, and of those of this week; nothing without any. */
export function MissedLink(): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const cards = useRecord((state) => state.cards);
  const packs = useRecord((state) => state.packs);
  const today = useStudyDay();
  const facts = { summaries, cards, packs };
  const missed = missedCards(facts);
  const ofWeek = missedCards(facts, (state) => wasMissedThisWeek(state, today));
  if (missed.length === 0 && ofWeek.length === 0) return null;
  return (
    <section className="aside" aria-labelledby="missed">
      <h2 id="missed">Worth another look</h2>
      <PractiseLink cards={missed} one="the one you missed last time" many="you missed last time" />
      {ofWeek.every((card) => missed.includes(card)) ? null : (
        <PractiseLink cards={ofWeek} one="your mistake from the last 7 days" many="mistakes from the last 7 days" />
      )}
      <p>
        <Link href={'/questions?missed=last&missed=week&order=weakest'}>All your mistakes</Link>
      </p>
    </section>
  );
}

function PractiseLink({ cards, one, many }: PractiseLinkProps): ReactNode {
  const asked = cards.slice(0, mostAtOnce);
  if (asked.length === 0) return null;
  return (
    <p>
      <Link href={practicePath(asked)}>{`Practise ${asked.length === 1 ? one : `${asked.length} ${many}`}`}</Link>
    </p>
  );
}

interface PractiseLinkProps {
  readonly cards: Parameters<typeof practicePath>[0];
  /** What a single card is called, and what several are. */
  readonly one: string;
  readonly many: string;
}
