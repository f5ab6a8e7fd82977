import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Browsed } from '../../../core/study/browse/browse-questions.ts';
import { type Facet, facets, type QuestionFilter } from '../../../core/study/browse/facets.ts';
import { indexesOn } from '../../store/packs-on.ts';
import { useStores } from '../../store/stores.tsx';
import { type FacetValue, facetTitles, facetValues } from './facet-words.ts';

/** Facets whose values are all shown, so that an empty one says so; of the others only those that bring something. */
const steady: ReadonlySet<Facet> = new Set<Facet>(['state', 'missed', 'difficulty']);
const openAtFirst: ReadonlySet<Facet> = new Set<Facet>(['state', 'missed']);

/** By what the questions can be chosen, each value with how many questions it would bring. */
export function FilterPanel({ filter, counts, onChange }: FilterPanelProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const chosen = Object.values(filter).flat().length;
  return (
    <section className="filters" aria-label="Filters">
      <button type="button" className="button filters-opener" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {chosen === 0 ? 'Filters' : `Filters (${chosen})`}
      </button>
      <div className="filter-groups" data-open={isOpen}>
        {facets.map((facet) => (
          <FilterGroup key={facet} facet={facet} filter={filter} counts={counts} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

interface FilterPanelProps {
  readonly filter: QuestionFilter;
  readonly counts: Browsed['counts'];
  onChange(filter: QuestionFilter): void;
}

function FilterGroup({ facet, filter, counts, onChange }: FilterPanelProps & { readonly facet: Facet }): ReactNode {
  const chosen = filter[facet] ?? [];
  const values = useValues(facet, chosen, counts);
  const [isOpenAtFirst] = useState(() => openAtFirst.has(facet) || chosen.length > 0);
  if (values.length < 2 && chosen.length === 0) return null;
  const toggle = (value: string) =>
    onChange({
      ...filter,
      [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    });
  return (
    <details className="filter-group" open={isOpenAtFirst}>
      <summary>{facetTitles[facet]}</summary>
      <ul aria-label={facetTitles[facet]}>
        {values.map(({ value, words, isPart }) => (
          <li key={value} className={isPart ? 'filter-part' : undefined}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
              <span dir="auto">{words}</span> <span className="filter-count">{counts[facet].get(value) ?? 0}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What can be chosen now; the sections of a note only while the note or one of them is chosen. */
function useValues(facet: Facet, chosen: readonly string[], counts: Browsed['counts']): readonly FacetValue[] {
  const stores = useStores();
  // Not with each question that is read: of the packs only what their indexes say is listed.
  const indexes = useStore(stores.decks, (state) => state.indexes);
  const packs = indexesOn(stores).map(({ pack }) => pack.id);
  const values = facetValues(
    facet,
    indexes,
    packs,
    new Set([...counts.tag.keys(), ...(facet === 'tag' ? chosen : [])]),
  );
  const isShown = ({ value, isPart }: FacetValue) => {
    if (chosen.includes(value) || steady.has(facet)) return true;
    if ((counts[facet].get(value) ?? 0) === 0) return false;
    const whole = value.split('#')[0] ?? '';
    return isPart !== true || chosen.some((other) => other.split('#')[0] === whole);
  };
  return values.filter(isShown);
}
