import { noteKey } from '../../../core/model/address.ts';
import type { PackId } from '../../../core/model/id.ts';
import { kindNames } from '../../../core/model/question.ts';
import { cardStandings, type Facet, missedTimes } from '../../../core/study/browse/facets.ts';
import type { DeckState } from '../../store/deck-store.ts';

type Indexes = DeckState['indexes'];

export const facetTitles: Readonly<Record<Facet, string>> = {
  state: 'State',
  missed: 'My mistakes',
  pack: 'Pack',
  note: 'Note',
  domain: 'Exam domain',
  kind: 'Kind',
  difficulty: 'Difficulty',
  tag: 'Tag',
};

const standingWords: Readonly<Record<(typeof cardStandings)[number], string>> = {
  new: 'New',
  learning: 'Learning',
  known: 'Known well',
  due: 'Due today',
  leech: 'Forgotten again and again',
  suspended: 'Suspended',
  flagged: 'Flagged',
  noted: 'With a note of yours',
};

const missedWords: Readonly<Record<(typeof missedTimes)[number], string>> = {
  last: 'Missed at the last answer',
  week: 'Missed in the last 7 days',
};

const difficultyWords = { 1: 'Easy', 2: 'Medium', 3: 'Hard' } as const;

/** A value that can be chosen, in words. */
export interface FacetValue {
  readonly value: string;
  readonly words: string;
  /** Stands below the value before, and is part of it. */
  readonly isPart?: boolean;
}

/** What there may be to choose from in the packs that are on, facet by facet; values without a question included. */
export function facetValues(facet: Facet, indexes: Indexes, packs: readonly PackId[], tags: Iterable<string>) {
  switch (facet) {
    case 'state':
      return cardStandings.map((value): FacetValue => ({ value, words: standingWords[value] }));
    case 'missed':
      return missedTimes.map((value): FacetValue => ({ value, words: missedWords[value] }));
    case 'kind':
      return [...Object.entries(kindNames), ['case', 'Part of a case'] as const].map(
        ([value, words]): FacetValue => ({ value, words }),
      );
    case 'difficulty':
      return Object.entries(difficultyWords).map(([value, words]): FacetValue => ({ value, words }));
    case 'tag':
      return [...tags].sort().map((value): FacetValue => ({ value, words: value }));
    case 'pack':
      return packs.map((value): FacetValue => ({ value, words: indexes.get(value)?.pack.title ?? value }));
    case 'domain':
      return domainsOf(indexes, packs);
    case 'note':
      return packs.flatMap((pack) => notesOf(indexes, pack));
  }
}

function domainsOf(indexes: Indexes, packs: readonly PackId[]): readonly FacetValue[] {
  return packs.flatMap((id) => {
    const pack = indexes.get(id)?.pack;
    const ofPack = packs.length > 1 ? ` (${pack?.title})` : '';
    const domains = Object.entries(pack?.exam?.domains ?? {});
    return domains.map(([domain, { title }]) => ({ value: `${id}/${domain}`, words: `${title}${ofPack}` }));
  });
}

function notesOf(indexes: Indexes, pack: PackId): readonly FacetValue[] {
  const notes = [...(indexes.get(pack)?.notes ?? [])].sort((a, b) => a.order - b.order);
  return notes.flatMap(({ id: note, title, sections }) => [
    { value: noteKey({ pack, note, section: null }), words: title },
    ...sections.map((section) => ({
      value: noteKey({ pack, note, section: section.id }),
      words: section.title,
      isPart: true,
    })),
  ]);
}
