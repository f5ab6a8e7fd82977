import { noteKey } from '../../model/address.ts';
import type { CardState } from '../../model/card-state.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import { packOf, type StudyDay } from '../../model/id.ts';
import { isLeech } from '../../scheduler/fold/leech.ts';
import { dueDayOf } from '../../scheduler/plan/exam-days.ts';
import { isKnown } from '../notebook.ts';
import { wasMissedLast, wasMissedThisWeek } from '../practice.ts';

/** By what questions can be chosen, in the order of screens. */
export const facets = ['state', 'missed', 'pack', 'note', 'domain', 'kind', 'difficulty', 'tag'] as const;

export type Facet = (typeof facets)[number];

/** Something for each facet. */
export function ofEachFacet<T>(make: () => T): Readonly<Record<Facet, T>> {
  return {
    state: make(),
    missed: make(),
    pack: make(),
    note: make(),
    domain: make(),
    kind: make(),
    difficulty: make(),
    tag: make(),
  };
}

/** What is wished of each facet: any of these values; all where it is absent or empty. */
export type QuestionFilter = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** How a card stands; several may hold at once. */
export const cardStandings = ['new', 'learning', 'known', 'due', 'leech', 'suspended', 'flagged', 'noted'] as const;

type CardStanding = (typeof cardStandings)[number];

/** When a card was missed: at its last answer that counts, or on one of the last seven study days. */
export const missedTimes = ['last', 'week'] as const;

/** What a question says of itself: values of all facets that no answer changes. */
export function valuesOfQuestion(question: QuestionSummary): Readonly<Partial<Record<Facet, readonly string[]>>> {
  const { id, kind, note, domain, difficulty, tags = [] } = question;
  return {
    pack: [packOf(id)],
    // A section is chosen with its note or alone.
    note: note === null ? [] : [...new Set([noteKey({ ...note, section: null }), noteKey(note)])],
    domain: domain === null ? [] : [`${packOf(id)}/${domain}`],
    kind: question.case == null ? [kind] : [kind, 'case'],
    difficulty: [String(difficulty)],
    tag: tags,
  };
}

/** What answers and the learner's marks change. */
export type CardValues = Readonly<Record<'state' | 'missed', readonly string[]>>;

/** What the record says of a card, for the facets that answers change. */
export function valuesOfCard(state: CardState | undefined, today: StudyDay, examDay: StudyDay | null): CardValues {
  if (state === undefined) return nothingKnown;
  return {
    state: cardStandings.filter((standing) => stands[standing](state, today, examDay)),
    missed: missedTimes.filter((time) => wasMissed[time](state, today)),
  };
}

type Stands = (state: CardState, today: StudyDay, examDay: StudyDay | null) => boolean;

const stands: Readonly<Record<CardStanding, Stands>> = {
  new: ({ due }) => due === null,
  learning: (state) => state.due !== null && !isKnown(state),
  known: (state) => state.due !== null && isKnown(state),
  // As Today has it.
  due: (state, today, examDay) => (dueDayOf(state, today, examDay) ?? today + 1) <= today,
  leech: isLeech,
  suspended: ({ suspended }) => suspended,
  flagged: ({ flagged }) => flagged,
  noted: ({ note }) => note !== '',
};

const wasMissed: Readonly<Record<(typeof missedTimes)[number], (state: CardState, today: StudyDay) => boolean>> = {
  last: wasMissedLast,
  week: wasMissedThisWeek,
};

const nothingKnown = { state: ['new'], missed: [] } as const;
