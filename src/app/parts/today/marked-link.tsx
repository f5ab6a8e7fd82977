import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Mark, markedCards, marks } from '../../store/marked-cards.ts';
import { useRecord } from '../../store/stores.tsx';

const words: Readonly<Record<Mark, string>> = { suspended: 'suspended', flagged: 'flagged', noted: 'with a note' };

/** "Your marked cards: 1 suspended · 2 flagged"; nothing while no card is marked. */
export function MarkedLink(): ReactNode {
  const cards = useRecord((state) => state.cards);
  const marked = markedCards(cards, []);
  const counts = marks.filter((mark) => marked[mark].length > 0).map((mark) => `${marked[mark].length} ${words[mark]}`);
  if (counts.length === 0) return null;
  return (
    <p className="aside">
      <Link href="/marked">Your marked cards</Link>
      {`: ${counts.join(' · ')}`}
    </p>
  );
}
