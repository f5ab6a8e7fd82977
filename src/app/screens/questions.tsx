import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import type { Browsed, QuestionOrder } from '../../core/study/browse/browse-questions.ts';
import { countWords } from '../../core/text/count-words.ts';
import { allQuestions, type BrowseWish, browsePath, readBrowseWish } from '../parts/browse/browse-path.ts';
import { ChosenFilters } from '../parts/browse/chosen-filters.tsx';
import { FilterPanel } from '../parts/browse/filter-panel.tsx';
import { PractiseThese } from '../parts/browse/practise-these.tsx';
import { QuestionList } from '../parts/browse/question-list.tsx';
import { useBrowsed } from '../parts/browse/use-browsed.ts';
import { announce } from '../parts/frame/live-regions.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { Scrap } from '../parts/frame/scrap.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { WordsForm } from '../parts/frame/search-form.tsx';
import { useKeptFocus } from '../parts/frame/use-kept-focus.ts';
import { indexesOn } from '../store/packs-on.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** Every question of the packs that are on, to be chosen from, looked at and practised; what is chosen is in the address. */
export function Questions(): ReactNode {
  const { decks, record } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useRecord((state) => state.packs);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  const isReady = status === 'ready' && opening !== 'opening';
  return (
    <div className="questions-page">
      <ScreenHeading title="Questions" />
      {status === 'failed' ? (
        <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />
      ) : !isReady ? (
        <Loading what="the questions" />
      ) : indexesOn({ record, decks }).length === 0 ? (
        <div className="sheet">
          <NoPackOn headingId="no-packs" />
        </div>
      ) : (
        <Chosen />
      )}
    </div>
  );
}

const countId = 'question-count';

function Chosen(): ReactNode {
  const [parameters] = useSearchParams();
  const [, navigate] = useLocation();
  const wish = readBrowseWish(parameters);
  const { browsed, isCurrent, failure, retry } = useBrowsed(wish);
  const focus = useKeptFocus(countId);
  const change = (next: BrowseWish) => navigate(browsePath(next), { replace: true });
  const path = browsePath(wish);
  const count = isCurrent && browsed !== null ? browsed.rows.length : null;
  useAnnouncedCount(path, count);
  return (
    <div className="questions" {...focus}>
      <WordsForm
        id="question-words"
        label="Questions about"
        initial={wish.words}
        button={{ words: 'Find', className: 'button' }}
        onSearch={(words) => change({ ...wish, words })}
      />
      {failure === '' ? null : <LoadFailure what="The search index" failure={failure} onRetry={retry} />}
      {browsed === null && failure === '' ? <Loading what="the questions" /> : null}
      {browsed === null ? null : (
        <>
          <FilterPanel
            filter={wish.filter}
            counts={browsed.counts}
            onChange={(filter) => change({ ...wish, filter })}
          />
          <section className="sheet questions-found" aria-labelledby={countId} aria-busy={!isCurrent}>
            <ChosenFilters wish={wish} onChange={change} />
            <Found browsed={browsed} wish={wish} onChange={change} />
          </section>
        </>
      )}
    </div>
  );
}

/** What is wished changes the count; what is done to a card tells of itself. */
function useAnnouncedCount(path: string, count: number | null): void {
  const announced = useRef('');
  useEffect(() => {
    if (count === null || announced.current === path) return;
    announced.current = path;
    announce(countWords(count, 'question'));
  }, [path, count]);
}

interface FoundProps {
  readonly browsed: Browsed;
  readonly wish: BrowseWish;
  onChange(wish: BrowseWish): void;
}

function Found({ browsed: { rows }, wish, onChange }: FoundProps): ReactNode {
  return (
    <>
      <h2 id={countId} tabIndex={-1}>
        {countWords(rows.length, 'question')}
      </h2>
      {rows.length === 0 ? (
        <NothingFits onClear={() => onChange(allQuestions)} />
      ) : (
        <>
          <PractiseThese wish={wish} rows={rows} />
          <OrderChoice order={wish.order} onChange={(order) => onChange({ ...wish, order })} />
          <QuestionList wished={browsePath(wish)} rows={rows} />
        </>
      )}
    </>
  );
}

function NothingFits({ onClear }: { readonly onClear: () => void }): ReactNode {
  return (
    <>
      <Scrap drawing="search" />
      <p>No question fits all of this.</p>
      <button type="button" className="button" onClick={onClear}>
        Show all questions
      </button>
    </>
  );
}

function OrderChoice({ order, onChange }: OrderChoiceProps): ReactNode {
  const id = useId();
  return (
    <p className="order-choice">
      <label htmlFor={id}>Order</label>
      <select id={id} value={order} onChange={(event) => onChange(event.target.value as QuestionOrder)}>
        <option value="notes">As in the notes</option>
        <option value="weakest">My weakest first</option>
      </select>
    </p>
  );
}

interface OrderChoiceProps {
  readonly order: QuestionOrder;
  onChange(order: QuestionOrder): void;
}
