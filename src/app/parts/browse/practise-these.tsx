import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ShelfEntry } from '../../../core/study/browse/browse-questions.ts';
import { choosePractice, mostPractised } from '../../../core/study/browse/choose-practice.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useStores } from '../../store/stores.tsx';
import { type BrowseWish, browsePracticePath } from './browse-path.ts';

const sizes = [10, 20] as const;

/** The ways to practise what is listed: some of it or all, by chance or as it stands. */
export function PractiseThese({ wish, rows }: PractiseTheseProps): ReactNode {
  const { ports } = useStores();
  const [drawn] = useState(() => ports.chance.seed());
  const [isShuffled, setIsShuffled] = useState(true);
  const all = choosePractice(rows, { most: null, order: wish.order, seed: null }).length;
  if (all === 0) return null;
  const pathOf = (most: number | null) => browsePracticePath(wish, { most, seed: isShuffled ? drawn : null });
  return (
    <section className="practise-these" aria-labelledby="practise-these">
      <h3 id="practise-these">Practise</h3>
      {sizes
        .filter((size) => size < all)
        .map((size) => (
          <Link key={size} href={pathOf(size)} className="button">
            {countWords(size, 'card')}
          </Link>
        ))}
      <Link href={pathOf(null)} className="button">
        {all === 1 ? 'The one card' : `${all === mostPractised ? 'At most' : 'All'} ${all} cards`}
      </Link>
      <label className="switch">
        <input type="checkbox" checked={isShuffled} onChange={(event) => setIsShuffled(event.target.checked)} />
        <span>Shuffled</span>
      </label>
      <p className="field-hint">
        Answering a card that is due counts as a review. Any other card is rescheduled only if you miss it.
      </p>
    </section>
  );
}

interface PractiseTheseProps {
  readonly wish: BrowseWish;
  readonly rows: readonly ShelfEntry[];
}
