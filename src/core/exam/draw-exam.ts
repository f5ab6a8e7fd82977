import type { QuestionSummary } from '../model/deck.ts';
import type { QuestionId } from '../model/id.ts';
import type { ExamBlueprint } from '../model/pack.ts';
import { seededRandom } from '../text/seeded-random.ts';
import { shuffled } from '../text/shuffled.ts';
import { quotasOf } from './quotas.ts';
import type { ExamSize } from './sizes.ts';

type Drawable = Pick<QuestionSummary, 'id' | 'rev' | 'status' | 'case'>;

/** A question of an exam, as it was drawn. */
export interface DrawnQuestion {
  readonly id: QuestionId;
  readonly rev: string;
  readonly domain: string;
  /** False for a pilot. */
  readonly isScored: boolean;
}

/**
 * Draws an exam by its blueprint: of each domain as many as its weight asks for, pilots by the same weights, in an order
 * that is drawn, too, with the questions of one case one after the other. The same seed draws the same exam. What was
 * answered before has no say: an exam does not adapt.
 *
 * @param pool the questions of each domain, at least as many as the size needs (`sizesOf`); with fewer the exam is shorter.
 */
export function drawExam(
  blueprint: Pick<ExamBlueprint, 'domains'>,
  pool: ReadonlyMap<string, readonly Drawable[]>,
  { questions, scored }: Pick<ExamSize, 'questions' | 'scored'>,
  seed: number,
): readonly DrawnQuestion[] {
  const random = seededRandom(seed);
  const quotas = quotasOf(blueprint, questions);
  const scoredQuotas = scoredQuotasOf(blueprint, { questions, scored });
  const drawn = [...quotas].flatMap(([domain, count]) => {
    const chosen = shuffled(pool.get(domain) ?? [], random).slice(0, count);
    const pilots = pilotsAmong(chosen, count - (scoredQuotas.get(domain) ?? 0));
    return chosen.map((question) => ({ question, domain, isScored: !pilots.has(question) }));
  });
  return casesTogether(shuffled(drawn, random)).map(({ question: { id, rev }, ...rest }) => ({ id, rev, ...rest }));
}

/** How many of each domain count in an exam of that size. */
export function scoredQuotasOf(
  blueprint: Pick<ExamBlueprint, 'domains'>,
  { questions, scored }: Pick<ExamSize, 'questions' | 'scored'>,
): ReadonlyMap<string, number> {
  return scoredWithin(quotasOf(blueprint, questions), quotasOf(blueprint, scored), scored);
}

/** Quotas of the scored ones that go into those of all: by rounding a domain may have more of fewer. */
function scoredWithin(
  quotas: ReadonlyMap<string, number>,
  wished: ReadonlyMap<string, number>,
  scored: number,
): ReadonlyMap<string, number> {
  const within = new Map([...quotas].map(([domain, count]) => [domain, Math.min(count, wished.get(domain) ?? 0)]));
  let missing = scored - [...within.values()].reduce((sum, count) => sum + count, 0);
  for (const [domain, count] of quotas) {
    const added = Math.min(missing, count - (within.get(domain) ?? 0));
    within.set(domain, (within.get(domain) ?? 0) + added);
    missing -= added;
  }
  return within;
}

/** Questions that their author still tries out come first: a pilot is what they are. */
function pilotsAmong(chosen: readonly Drawable[], count: number): ReadonlySet<Drawable> {
  const onTrial = chosen.filter(({ status }) => status === 'pilot');
  const others = chosen.filter(({ status }) => status !== 'pilot');
  return new Set([...onTrial, ...others].slice(0, Math.max(0, count)));
}

/** Brings what belongs to one case behind the first of it; each question tells the whole situation. */
function casesTogether<D extends { readonly question: Drawable }>(drawn: readonly D[]): readonly D[] {
  const groups = new Map<unknown, D[]>();
  for (const one of drawn) {
    const key = one.question.case ?? one;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flat();
}
