import { cardsOf } from '../../model/cards-of.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import type { CardId, QuestionId } from '../../model/id.ts';
import { isStudied } from '../../model/question.ts';
import { cardStandings, type Facet, facets, missedTimes, valuesOfQuestion } from './facets.ts';

/** The questions that are asked, with the values of their facets as numbers: ten thousand are gone through with each press. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  /** Each value by its number. */
  readonly values: readonly NumberedValue[];
  /** Undefined for a value that no card can have. */
  numberOf(facet: Facet, value: string): number | undefined;
}

export interface CatalogueEntry {
  readonly question: QuestionSummary;
  readonly cards: readonly CardId[];
  /** What no answer changes. */
  readonly values: readonly number[];
}

export interface NumberedValue {
  readonly facet: Facet;
  readonly value: string;
  /** One bit for each facet. */
  readonly bit: number;
}

const known = new WeakMap<ReadonlyMap<QuestionId, QuestionSummary>, Catalogue>();

/** Made once for the same questions. */
export function catalogueOf(summaries: ReadonlyMap<QuestionId, QuestionSummary>): Catalogue {
  const before = known.get(summaries);
  if (before !== undefined) return before;
  const catalogue = makeCatalogue([...summaries.values()].filter(isStudied));
  known.set(summaries, catalogue);
  return catalogue;
}

function makeCatalogue(questions: readonly QuestionSummary[]): Catalogue {
  const values: NumberedValue[] = [];
  const numbers = new Map<string, number>();
  const numberFor = (facet: Facet, value: string) => {
    const name = `${facet} ${value}`;
    const number = numbers.get(name) ?? values.push({ facet, value, bit: bitOf(facet) }) - 1;
    numbers.set(name, number);
    return number;
  };
  for (const value of cardStandings) numberFor('state', value);
  for (const value of missedTimes) numberFor('missed', value);
  const entries = questions.map((question) => {
    const own = valuesOfQuestion(question);
    const numbered = facets.flatMap((facet) => (own[facet] ?? []).map((value) => numberFor(facet, value)));
    return { question, cards: cardsOf(question), values: numbered };
  });
  return { entries, values, numberOf: (facet, value) => numbers.get(`${facet} ${value}`) };
}

export function bitOf(facet: Facet): number {
  return 1 << facets.indexOf(facet);
}
