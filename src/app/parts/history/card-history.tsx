import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type CardId, deletionOfCard, type StudyDay } from '../../../core/model/id.ts';
import type { AnswerHow, LogEntry } from '../../../core/model/log/log-entry.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import { activeEntries } from '../../../core/scheduler/fold/active-entries.ts';
import { lineageOf } from '../../../core/scheduler/fold/lineage.ts';
import type { Scheduler } from '../../../core/scheduler/memory/fsrs.ts';
import { schedulerOf } from '../../../core/scheduler/memory/own-scheduler.ts';
import { type RecallStretch, recallStretches, type StoryEvent, tellStory } from '../../../core/study/card-story.ts';
import { timesWords } from '../../../core/text/count-words.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { LoadFailure } from '../frame/load-failure.tsx';
import { Loading } from '../frame/loading.tsx';
import { useWholeLog } from '../record/use-whole-log.ts';
import { dateWords } from '../text/day-words.ts';
import { RichTable } from '../text/rich-elements.tsx';
import { useStudyDay } from '../today/use-study-day.ts';
import { RecallChart } from './recall-chart.tsx';

/** What was answered to some cards and what their recall went through. Read from the whole record when it is opened. */
export function CardHistories({ cards }: { readonly cards: readonly CardId[] }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="sheet card-histories" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>History</summary>
      {isOpen ? <Histories cards={cards} /> : null}
    </details>
  );
}

function Histories({ cards }: { readonly cards: readonly CardId[] }): ReactNode {
  const { log, failure, retry } = useWholeLog();
  const active = useMemo(() => log && activeEntries(log), [log]);
  if (failure !== '') return <LoadFailure what="The record" failure={failure} onRetry={retry} />;
  if (active === null) return <Loading what="the history" />;
  return cards.map((card) => (
    <section key={card} className="card-history">
      {cards.length === 1 ? null : <h2>{`Blank ${deletionOfCard(card)}`}</h2>}
      <CardHistory card={card} active={active} />
    </section>
  ));
}

function CardHistory({ card, active }: { readonly card: CardId; readonly active: readonly LogEntry[] }): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const scheduler = schedulerOf(useRecord(({ settings }) => settings));
  const today = useStudyDay();
  const story = tellStory(active, card, scheduler, lineageOf([...summaries.values()]));
  const stretches = recallStretches(story);
  const days = useRecord((state) => state.daysUntil(card));
  if (story.length === 0) return <p>Not answered yet.</p>;
  return (
    <figure>
      <figcaption>{storyWords(story, { stretches, today, scheduler, days })}</figcaption>
      {stretches.length === 0 ? null : (
        <RecallChart stretches={stretches} today={today} recallAfter={scheduler.recallAfter} />
      )}
      <StoryTable story={story} />
    </figure>
  );
}

interface Told {
  readonly stretches: readonly RecallStretch[];
  readonly today: StudyDay;
  readonly scheduler: Scheduler;
  /** Until the card is asked again, the exam considered; null while it is new. */
  readonly days: number | null;
}

/** "Answered 6 times since 3 Nov 2026, missed twice, recall now 83 %, next on 9 Dec 2026." */
function storyWords(story: readonly StoryEvent[], { stretches, today, scheduler, days }: Told): string {
  const answers = story.filter(({ t }) => t === 'answer');
  const misses = answers.filter(({ isMiss }) => isMiss).length;
  const [first] = answers;
  if (first === undefined) return 'Not answered yet.';
  const since =
    answers.length === 1
      ? `once, on ${dateWords(first.day)}`
      : `${timesWords(answers.length)} since ${dateWords(first.day)}`;
  const missed = misses === 0 ? 'never missed' : `missed ${timesWords(misses)}`;
  const last = stretches.at(-1);
  if (last === undefined || last.to !== null || days === null) return `Answered ${since}, ${missed}. The card is new.`;
  const passed = today - last.from;
  // On the day of an answer the model knows no forgetting.
  const recall = passed <= 0 ? [] : [`recall now ${Math.round(100 * scheduler.recallAfter(last.stability, passed))} %`];
  const next = days <= 0 ? 'due today' : `next on ${dateWords((today + days) as StudyDay)}`;
  return `${[`Answered ${since}`, missed, ...recall, next].join(', ')}.`;
}

const ratingNames: Readonly<Record<Rating, string>> = { 1: 'Lucky guess', 2: 'Hard', 3: 'Good', 4: 'Easy' };
const placeNames: Readonly<Record<AnswerHow, string>> = {
  review: 'Review',
  reading: 'In the notes',
  practice: 'Practice',
  exam: 'Exam',
};

/** The latest first. */
function StoryTable({ story }: { readonly story: readonly StoryEvent[] }): ReactNode {
  return (
    <RichTable>
      <thead>
        <tr>
          {['Day', 'Answer', 'Where', 'Seconds', 'Next'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {story.toReversed().map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two answers may have all in common
          <tr key={place}>
            <th scope="row">{dateWords(event.day)}</th>
            {event.rating === null ? (
              <td colSpan={3}>Started from new</td>
            ) : (
              <>
                <td>{event.isMiss ? 'Missed' : ratingNames[event.rating]}</td>
                <td>{placeNames[event.how]}</td>
                <td>{Math.round(event.tookMs / 1000)}</td>
              </>
            )}
            <td>{nextWords(event)}</td>
          </tr>
        ))}
      </tbody>
    </RichTable>
  );
}

function nextWords({ moved, due, day }: StoryEvent): string {
  if (!moved) return 'as it was';
  if (due === null) return 'new';
  return due <= day ? 'the same day' : dateWords(due);
}
