import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type NoteAddress, notePath, questionPath } from '../../core/model/address.ts';
import type { QuestionSummary } from '../../core/model/deck.ts';
import { type CardId, questionOfCard } from '../../core/model/id.ts';
import type { Session } from '../../core/study/session.ts';
import { countWords } from '../../core/text/count-words.ts';
import { useAsked } from '../parts/card/use-asked.ts';
import { summaryHeadingId } from '../parts/card/use-cue.ts';
import { PenStroke } from '../parts/frame/pen.tsx';
import { usePackTitles, withPack } from '../parts/frame/use-pack-titles.ts';
import { AllSquares } from '../parts/notebook/all-squares.tsx';
import { MovedWords } from '../parts/practice/practice-notice.tsx';
import { practicePath } from '../parts/practice/practice-path.ts';
import { minutesWords } from '../parts/text/interval-words.ts';
import { moreWords } from '../parts/today/more-offers.ts';
import { usePlan } from '../parts/today/use-plan.ts';
import { useStudyDay } from '../parts/today/use-study-day.ts';
import { titleOfAddress } from '../store/deck-store.ts';
import { useSession, useStores } from '../store/stores.tsx';

/** What the session was, what to look at again, what tomorrow brings. Undo still works. */
export function Summary({ session, onDone }: SummaryProps): ReactNode {
  const { record } = useStores();
  const studiedMs = useSession((state) => state.studiedMs);
  const isReview = useSession((state) => state.how === 'review');
  const nextDay = usePlan(({ set }) => set.nextDay);
  const today = useStudyDay();
  useEffect(() => {
    document.title = 'Summary · Sveska';
    if (record.getState().persisted === 'not-asked') void record.getState().persist();
  }, [record]);
  return (
    <article className="card summary">
      <h1 className="summary-headline" id={summaryHeadingId} tabIndex={-1}>
        {headline(session, studiedMs)}
      </h1>
      <PenStroke />
      <AllSquares answered={isReview ? session.history.map(({ card }) => questionOfCard(card)) : []} />
      <SummaryBody session={session} />
      {session.later.length === 0 ? null : <p>{laterWords(session.later.length)}</p>}
      <p>{tomorrowWords(nextDay !== null && nextDay.day === today + 1 ? nextDay.cards : 0)}</p>
      {isReview ? null : <MovedWords />}
      <SummaryActions session={session} onDone={onDone} />
    </article>
  );
}

interface SummaryProps {
  readonly session: Session;
  /** Called when the learner leaves; the address becomes `/` anyway. */
  readonly onDone?: (() => void) | undefined;
}

function SummaryBody({ session }: { readonly session: Session }): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const again = forgottenCards(session).filter((card) => summaries.has(questionOfCard(card)));
  const questions = again.flatMap((card) => summaries.get(questionOfCard(card)) ?? []);
  const asked = useAsked(questions.map(({ id }) => id));
  if (questions.length === 0) return null;
  return (
    <>
      <section aria-labelledby="look-again">
        <h2 id="look-again">Worth another look</h2>
        <ul>
          {questions.map((question) => (
            <li key={question.id}>
              <Link href={questionPath(question.id)} dir="auto">
                {asked(question.id) ?? question.title}
              </Link>
            </li>
          ))}
        </ul>
        <p>
          <Link href={practicePath(again)} className="button">
            {again.length === 1 ? 'Practise this one' : `Practise these ${again.length}`}
          </Link>
        </p>
      </section>
      <SectionsToRead questions={questions} />
    </>
  );
}

function SectionsToRead({ questions }: { readonly questions: readonly QuestionSummary[] }): ReactNode {
  const { decks } = useStores();
  const state = useStore(decks);
  const notes = questions.flatMap(({ note }) => note ?? []);
  const titleOfPack = usePackTitles();
  const titleOf = (note: NoteAddress) => withPack(titleOfPack(note.pack), titleOfAddress(state, note));
  const paths = new Map(notes.map((note) => [notePath(note), titleOf(note)]));
  if (paths.size === 0) return null;
  return (
    <section aria-labelledby="read-again">
      <h2 id="read-again">Where they come from</h2>
      <ul>
        {[...paths].map(([path, title]) => (
          <li key={path}>
            <Link href={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The next run of today's set while there is one; else more than that, for whoever wants it. */
function SummaryActions({ session, onDone }: SummaryProps): ReactNode {
  const extend = useSession((state) => state.extend);
  const isReview = useSession((state) => state.how === 'review');
  // What was just left for a later set is not the next one.
  const run = usePlan(({ set }) => set.run);
  const isSetDone = run.every((card) => session.later.includes(card));
  const more = usePlan((plan) => (isReview && isSetDone ? plan.more : null)) ?? [];
  return (
    <div className="action-bar">
      {!isReview || isSetDone ? null : (
        <button type="button" className="button" onClick={() => extend(run)}>
          {`Next ${countWords(run.length, 'card')}`}
        </button>
      )}
      {more.map((offer) => (
        <button key={moreWords(offer)} type="button" className="button" onClick={() => extend(offer.cards)}>
          {moreWords(offer)}
        </button>
      ))}
      <Link href="/" className="button-primary" onClick={onDone}>
        Done
      </Link>
    </div>
  );
}

/** "20 cards in 7 min. 16 recalled at first try." */
function headline({ history }: Session, studiedMs: number): string {
  const first = new Map<CardId, number>();
  for (const { card, rating } of history) if (!first.has(card)) first.set(card, rating);
  const recalled = [...first.values()].filter((rating) => rating > 1).length;
  const cards = countWords(first.size, 'card');
  return `${cards} in ${minutesWords(studiedMs / 60_000)}. ${recalled} recalled at first try.`;
}

function forgottenCards({ history }: Session): readonly CardId[] {
  return [...new Set(history.filter(({ rating }) => rating === 1).map(({ card }) => card))];
}

/** Nothing could stand between these and their next showing. */
function laterWords(cards: number): string {
  return cards === 1 ? 'One card comes back later today.' : `${cards} cards come back later today.`;
}

function tomorrowWords(cards: number): string {
  return cards === 0 ? 'Nothing comes back tomorrow.' : `Tomorrow: about ${countWords(cards, 'card')}.`;
}
