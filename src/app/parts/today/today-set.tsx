import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { CardId } from '../../../core/model/id.ts';
import type { TodayPlan } from '../../../core/scheduler/plan/study-queue.ts';
import { hasBegun } from '../../../core/study/review-state.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { indexesOn } from '../../store/packs-on.ts';
import { cardsAhead, moreThanToday, planFrom, type TopicShare, topicMix } from '../../store/plan.ts';
import type { RecordState } from '../../store/record/record-state.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { NoPackOn } from '../frame/pack-notices.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { minutesWords, nextCardsWords } from '../text/interval-words.ts';
import { Prospect } from './prospect.tsx';
import { useStudyDay } from './use-study-day.ts';

/** Today's set with its minutes and topics, the session that waits to be continued, or the good news. */
export function TodaySet(): ReactNode {
  const { record, decks, session } = useStores();
  useRecord((state) => state.revision);
  useStore(decks, (state) => state.summaries);
  const running = useStore(session, (state) => (hasBegun(state) ? state.session : null));
  const day = useStudyDay();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new day ends the run of the day before
  useEffect(() => session.getState().retire(), [session, day]);
  if (indexesOn({ record, decks }).length === 0) return <NoPackOn headingId="today-set" />;
  const plan = planFrom({ record, decks });
  if (running !== null && !running.done) {
    return <Unfinished done={running.cards.length - openCards(running)} total={running.cards.length} />;
  }
  if (plan.cards.length === 0) return <UpToDate plan={plan} />;
  return (
    <section className="card today-set" aria-labelledby="today-set">
      <h2 id="today-set">{`${countWords(plan.cards.length, 'card')} ready · about ${minutesWords(plan.minutes)}`}</h2>
      {plan.doneToday === 0 ? null : <p>{`${countWords(plan.doneToday, 'card')} done today.`}</p>}
      <TopicCells topics={topicMix({ record, decks }, plan.cards)} />
      {hasLateCard(record.getState(), plan.cards) ? (
        <p>Some of these waited a while. They may be harder; that is normal.</p>
      ) : null}
      <Prospect waiting={plan.waiting} />
      <div className="action-bar">
        <Link href="/review" className="button-primary">
          Start review
        </Link>
      </div>
    </section>
  );
}

const lateDays = 7;

function hasLateCard({ cards: states, today }: RecordState, cards: readonly CardId[]): boolean {
  return cards.some((card) => (states.get(card)?.due ?? today()) < today() - lateDays);
}

function openCards({
  current,
  waiting,
}: {
  readonly current: string | null;
  readonly waiting: readonly string[];
}): number {
  return new Set([current, ...waiting]).size;
}

function TopicCells({ topics }: { readonly topics: readonly TopicShare[] }): ReactNode {
  const titleOfPack = usePackTitles();
  return (
    <ul className="topic-mix" aria-label="Topics">
      {topics.map(({ key, pack, title, count }) => (
        <li key={key}>
          <span>
            {withPack(titleOfPack(pack), title)} <span className="topic-count">{count}</span>
          </span>
          <span className="topic-cells" aria-hidden="true">
            {Array.from({ length: count }, (_, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells are alike
              <span key={position} className="cell cell-topic" />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Unfinished({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  return (
    <section className="card today-set" aria-labelledby="today-set">
      <h2 id="today-set">A review is under way</h2>
      <p>{`${done} of ${countWords(total, 'card')} done. You can go on where you stopped.`}</p>
      <div className="action-bar">
        <Link href="/review" className="button-primary">
          Continue review
        </Link>
      </div>
    </section>
  );
}

/** Nothing is left of today's set: when the next one is, and more for whoever wants it. */
function UpToDate({ plan }: { readonly plan: TodayPlan }): ReactNode {
  const { record, decks } = useStores();
  const { nextDay, waiting } = plan;
  const more = moreThanToday({ record, decks });
  return (
    <section className="card today-set" aria-labelledby="today-set">
      <h2 id="today-set">You’re up to date</h2>
      <p>{nextCardsWords(nextDay && nextDay.day - record.getState().today())}</p>
      <Prospect waiting={waiting} />
      <div className="action-bar">
        <Link href="/notes" className="button">
          Read the notes
        </Link>
        {more.map(({ words, path }) => (
          <Link key={path} href={path} className="button">
            {words}
          </Link>
        ))}
        {more.length > 0 || cardsAhead({ record, decks }, 1).length === 0 ? null : (
          <Link href="/review" className="button">
            Practise ahead
          </Link>
        )}
      </div>
    </section>
  );
}
