import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PackId, QuestionId } from '../../../core/model/id.ts';
import { schedulerOf } from '../../../core/scheduler/memory/own-scheduler.ts';
import { examDayOf } from '../../../core/scheduler/plan/exam-days.ts';
import { type Browsed, browse, fillShelf, type Shelf } from '../../../core/study/browse/browse-questions.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { useStudyDay } from '../today/use-study-day.ts';
import type { BrowseWish } from './browse-path.ts';

export interface BrowsedNow {
  /** Null while what was searched for first is looked up, or cannot be. */
  readonly browsed: Browsed | null;
  /** Whether it goes by all that is wished; not while other words than before are looked up. */
  readonly isCurrent: boolean;
  /** Why the search failed, in the browser's words; empty while it has not. */
  readonly failure: string;
  retry(): void;
}

/** The questions of the packs that are on, as they are wished for and as the record is now. */
export function useBrowsed({ filter, order, words }: BrowseWish): BrowsedNow {
  const shelf = useShelf();
  const { found, isCurrent, failure, retry } = useFound(words);
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read anew each time, and says the same
  const browsed = useMemo(
    () => (found === 'searching' ? null : browse(shelf, { filter, order, found })),
    [shelf, key, order, found],
  );
  return { browsed: failure === '' ? browsed : null, isCurrent, failure, retry };
}

function useShelf(): Shelf {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const cards = useRecord((state) => state.cards);
  const packs = useRecord((state) => state.packs);
  const settings = useRecord((state) => state.settings);
  const today = useStudyDay();
  return useMemo(() => {
    const scheduler = schedulerOf(settings);
    return fillShelf({ today, cards, summaries, packs, scheduler, examDay: examDayOf(settings.examDate, today) });
  }, [today, cards, summaries, packs, settings]);
}

/** What was found for which words. */
interface Found {
  readonly words: string;
  readonly ids: ReadonlySet<QuestionId>;
}

interface FoundNow extends Pick<BrowsedNow, 'isCurrent' | 'failure' | 'retry'> {
  /** Null without words; what was found before stays while other words are looked up. */
  readonly found: ReadonlySet<QuestionId> | 'searching' | null;
}

function useFound(words: string): FoundNow {
  const { decks, search } = useStores();
  const revision = useStore(decks, (state) => state.revision);
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed pack or another try asks again
  useEffect(() => {
    let isStale = words === '';
    const packs: readonly PackId[] = [...decks.getState().indexes.keys()];
    const find = async () => (isStale ? [] : search.findQuestions({ words, packs }));
    find().then(
      (ids) => {
        if (isStale) return;
        setFound({ words, ids: new Set(ids) });
        setFailure('');
      },
      (error: unknown) => {
        if (!isStale) setFailure(String(error));
      },
    );
    return () => {
      isStale = true;
    };
  }, [decks, search, words, revision, attempt]);
  const retry = () => setAttempt((n) => n + 1);
  if (words === '') return { found: null, isCurrent: true, failure: '', retry };
  return { found: found?.ids ?? 'searching', isCurrent: found?.words === words, failure, retry };
}
