import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { isDayOff } from '../../../core/scheduler/plan/days-off.ts';
import { hasBegun } from '../../../core/study/review-state.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { indexesOn } from '../../store/packs-on.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { NoPackOn } from '../frame/pack-notices.tsx';
import { PenStroke } from '../frame/pen.tsx';
import { Scrap } from '../frame/scrap.tsx';
import { pointsWords } from '../plan/plan-words.ts';
import { minutesWords, nextCardsWords } from '../text/interval-words.ts';
import { morePath, moreWords } from './more-offers.ts';
import { Prospect } from './prospect.tsx';
import { TopicMix } from './topic-mix.tsx';
import { usePlan } from './use-plan.ts';
import { useStudyDay } from './use-study-day.ts';

/** Today's set with its minutes and topics, the session that waits to be continued, or the good news. */
export function TodaySet(): ReactNode {
  const { record, decks, session } = useStores();
  const plan = usePlan(({ set }) => set);
  const running = useStore(session, (state) => (hasBegun(state) ? state.session : null));
  const day = useStudyDay();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new day ends the run of the day before
  useEffect(() => session.getState().retire(), [session, day]);
  if (indexesOn({ record, decks }).length === 0) return <NoPackOn headingId="today-set" />;
  if (running !== null && !running.done) {
    return <Unfinished done={running.cards.length - openCards(running)} total={running.cards.length} />;
  }
  return plan.cards.length === 0 ? <UpToDate /> : <Ready />;
}

const fewMinutes = { minutes: 5 } as const;
/** Minutes of a set from which on a part of it is worth offering. */
const worthCutting = 8;

function Ready(): ReactNode {
  const plan = usePlan(({ set }) => set);
  const isLate = usePlan((day) => day.isLate);
  return (
    <section className="today-set" aria-labelledby="today-set">
      <h2 id="today-set">
        <span className="whole">{`${countWords(plan.cards.length, 'card')} ready ·`}</span>{' '}
        <span className="whole">{`about ${minutesWords(plan.minutes)}`}</span>
      </h2>
      <PenStroke />
      {plan.doneToday === 0 ? null : <p>{`${countWords(plan.doneToday, 'card')} done today.`}</p>}
      <RiseWords />
      <TopicMix />
      {isLate ? <p>Some of these waited a while. They may be harder; that is normal.</p> : null}
      <Prospect waiting={plan.waiting} />
      <div className="action-bar">
        {plan.minutes < worthCutting ? null : (
          <Link href={morePath({ beyond: fewMinutes })} className="button">
            {`${fewMinutes.minutes} minutes only`}
          </Link>
        )}
        <Link href="/review" className="button-primary">
          Start review
        </Link>
      </div>
    </section>
  );
}

/** What the set brings for an exam that is near. */
function RiseWords(): ReactNode {
  const rise = usePlan(({ set }) => set.exam?.riseOf(set.cards) ?? 0);
  if (rise < leastRise) return null;
  return <p>{`They add about ${pointsWords(rise)} to what you can expect in the exam.`}</p>;
}

/** A twentieth of a point in a hundred: less is not worth a sentence. */
const leastRise = 0.0005;

function openCards({
  current,
  waiting,
}: {
  readonly current: string | null;
  readonly waiting: readonly string[];
}): number {
  return new Set([current, ...waiting]).size;
}

function Unfinished({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  return (
    <section className="today-set" aria-labelledby="today-set">
      <h2 id="today-set">A review is under way</h2>
      <PenStroke />
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
function UpToDate(): ReactNode {
  const day = useStudyDay();
  const { nextDay, waiting, doneToday } = usePlan(({ set }) => set);
  const more = usePlan((plan) => plan.more);
  const isOff = useRecord(({ settings }) => isDayOff(settings.daysOff, day));
  // With time left, and cards that could be asked, the plan keeps them for later.
  const isHeldBack = usePlan(({ set, more }) => (set.exam?.days.seconds.at(-1) ?? 0) > 0 && more.length > 0);
  const canPractise = usePlan((plan) => plan.more.length === 0 && plan.ahead.length > 0);
  return (
    <section className="today-set" aria-labelledby="today-set">
      <h2 id="today-set">{isOff && doneToday === 0 ? 'A day off' : 'You’re up to date'}</h2>
      <Scrap drawing="done" />
      {doneToday === 0 ? null : <p>{`${countWords(doneToday, 'card')} done today.`}</p>}
      {isHeldBack ? <p>What you could still study today brings more on a later day.</p> : null}
      <p>{nextCardsWords(nextDay && nextDay.day - day)}</p>
      <Prospect waiting={waiting} />
      <div className="action-bar">
        <Link href="/notes" className="button">
          Read the notes
        </Link>
        {more.map((offer) => (
          <Link key={morePath(offer)} href={morePath(offer)} className="button">
            {moreWords(offer)}
          </Link>
        ))}
        {canPractise ? (
          <Link href="/review" className="button">
            Practise ahead
          </Link>
        ) : null}
      </div>
    </section>
  );
}
