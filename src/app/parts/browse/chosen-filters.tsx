import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { facets, type QuestionFilter } from '../../../core/study/browse/facets.ts';
import { useStores } from '../../store/stores.tsx';
import { allQuestions, type BrowseWish } from './browse-path.ts';
import { facetTitles, facetValues } from './facet-words.ts';

/** What is wished for, each with the way to wish it no more. */
export function ChosenFilters({ wish, onChange }: ChosenFiltersProps): ReactNode {
  const wordsOf = useWordsOf();
  const { filter, words } = wish;
  const chosen = facets.flatMap((facet) => (filter[facet] ?? []).map((value) => ({ facet, value })));
  if (chosen.length === 0 && words === '') return null;
  const without = (facet: keyof QuestionFilter, value: string) => ({
    ...wish,
    filter: { ...filter, [facet]: filter[facet]?.filter((other) => other !== value) },
  });
  return (
    <ul className="chosen-filters" aria-label="Chosen filters">
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <button type="button" className="button" onClick={() => onChange(without(facet, value))}>
            <span className="visually-hidden">{`Remove: ${facetTitles[facet]}, `}</span>
            <bdi>{wordsOf(facet, value)}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {words === '' ? null : (
        <li>
          <button type="button" className="button" onClick={() => onChange({ ...wish, words: '' })}>
            <span className="visually-hidden">Remove: </span>
            <bdi>{`“${words}”`}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      )}
      <li>
        <button type="button" className="button-quiet" onClick={() => onChange({ ...allQuestions, order: wish.order })}>
          Remove all
        </button>
      </li>
    </ul>
  );
}

interface ChosenFiltersProps {
  readonly wish: BrowseWish;
  onChange(wish: BrowseWish): void;
}

/** A value in words; one that no pack knows as it stands in the address. */
function useWordsOf(): (facet: (typeof facets)[number], value: string) => string {
  const { decks } = useStores();
  const indexes = useStore(decks, (state) => state.indexes);
  const packs = [...indexes.keys()];
  return (facet, value) => facetValues(facet, indexes, packs, []).find((each) => each.value === value)?.words ?? value;
}
