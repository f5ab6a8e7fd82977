import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { TopicShare } from '../../../core/study/plan-day.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { Squares, SquaresKey } from '../notebook/squares.tsx';
import { usePlan } from './use-plan.ts';

/** The set on squared paper: a row a topic, a square a card, its ink by what the card is. */
export function TopicMix(): ReactNode {
  const topics = usePlan((day) => day.topics);
  const { decks } = useStores();
  const packs = useStore(decks);
  const titleOfPack = usePackTitles();
  const titleOf = ({ note }: TopicShare) => (note === null ? 'Other cards' : titleOfAddress(packs, note));
  return (
    <>
      <ul className="topic-mix" aria-label="Topics">
        {topics.map((topic) => (
          <li key={topic.key}>
            <span>
              {withPack(titleOfPack(topic.pack), titleOf(topic))} <span className="hang">{topic.count}</span>
            </span>
            <span className="visually-hidden">{partWords(topic)}</span>
            <Squares inks={inksOf(topic)} isLarge />
          </li>
        ))}
      </ul>
      <SquaresKey
        entries={parts.filter(({ of }) => topics.some((topic) => of(topic) > 0)).map(({ ink, words }) => [ink, words])}
      />
    </>
  );
}

/** What the cards of a topic are, in the order in which they are drawn; only the inks that there are have a meaning to tell. */
const parts: readonly TopicPart[] = [
  { ink: 'cell-done', words: 'to repeat', of: ({ count, missed, fresh }) => count - missed - fresh },
  { ink: 'cell-again', words: 'missed last time', of: ({ missed }) => missed },
  { ink: 'cell-new', words: 'new', of: ({ fresh }) => fresh },
];

interface TopicPart {
  readonly ink: string;
  readonly words: string;
  readonly of: (topic: TopicShare) => number;
}

function inksOf(topic: TopicShare): readonly string[] {
  return parts.flatMap(({ ink, of }) => Array.from({ length: of(topic) }, () => ink));
}

/** What the squares say, for those who hear it: ", 2 missed last time, 3 new". */
function partWords(topic: TopicShare): string {
  const [, ...told] = parts;
  return told.map(({ words, of }) => (of(topic) === 0 ? '' : `, ${of(topic)} ${words}`)).join('');
}
