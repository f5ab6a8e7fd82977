import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { TopicShare } from '../../../core/study/plan-day.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
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
            <span className="cells cells-large" aria-hidden="true">
              {squaresOf(topic).map((ink, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
                <span key={place} className={`cell ${ink}`} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      <TopicKey topics={topics} />
    </>
  );
}

const inks = { repeat: 'cell-done', missed: 'cell-again', fresh: 'cell-new' } as const;

function squaresOf({ count, missed, fresh }: TopicShare): readonly string[] {
  const row = (length: number, ink: string) => Array.from({ length }, () => ink);
  return [...row(count - missed - fresh, inks.repeat), ...row(missed, inks.missed), ...row(fresh, inks.fresh)];
}

/** What the squares say, for those who hear it: ", 2 missed last time, 3 new". */
function partWords({ missed, fresh }: TopicShare): string {
  const parts = [missed === 0 ? '' : `${missed} missed last time`, fresh === 0 ? '' : `${fresh} new`];
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? '' : `, ${said}`;
}

/** Only the inks that there are. */
function TopicKey({ topics }: { readonly topics: readonly TopicShare[] }): ReactNode {
  const entries = [
    [inks.repeat, 'to repeat', ({ count, missed, fresh }: TopicShare) => count - missed - fresh],
    [inks.missed, 'missed last time', ({ missed }: TopicShare) => missed],
    [inks.fresh, 'new', ({ fresh }: TopicShare) => fresh],
  ] as const;
  return (
    <ul className="cell-key" aria-hidden="true">
      {entries
        .filter(([, , of]) => topics.some((topic) => of(topic) > 0))
        .map(([ink, words]) => (
          <li key={words}>
            <span className={`cell ${ink}`} /> {words}
          </li>
        ))}
    </ul>
  );
}
