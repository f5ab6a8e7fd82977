import { cardsOf } from '../model/cards-of.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, type PackId, packOf, type QuestionId, questionOfCard, type StudyDay } from '../model/id.ts';
import { isStudied } from '../model/question.ts';
import type { ToldAnswer } from './told-answers.ts';

/** A mistaken belief that the learner seems to hold: wrong options that stand for it were chosen more than once. */
export interface HeldBelief {
  readonly pack: PackId;
  /** Its slug in the pack. */
  readonly belief: string;
  /** How often it was chosen since it was last cleared. */
  readonly times: number;
  readonly questions: number;
  readonly lastDay: StudyDay;
  /** Cards of all questions that offer it: whoever answers them right has it no more. */
  readonly contrast: readonly CardId[];
  /** How many of their questions are still to be answered right until it is cleared. */
  readonly toClear: number;
}

/** Once is a slip. */
const leastTimes = 2;
/** So many questions that offer the belief clear it when they are answered right after it was last chosen. */
const mostToClear = 2;

/** What is held now, the last chosen first. `answers` in the order of the fold. */
export function heldBeliefs(
  answers: readonly ToldAnswer[],
  questions: ReadonlyMap<QuestionId, QuestionSummary>,
): readonly HeldBelief[] {
  const offers = offersOf(questions);
  const standing = new Map<string, Standing>();
  for (const answer of answers) addAnswer(standing, offers, answer, questions);
  return [...standing]
    .flatMap(([key, { times, chosenIn, rightIn, lastDay }]) => {
      const offer = offers.get(key);
      if (offer === undefined || times < leastTimes || lastDay === null) return [];
      const { pack, belief, asked } = offer;
      const toClear = toClearOf(offer) - rightIn.size;
      return [{ pack, belief, times, questions: chosenIn.size, lastDay, contrast: asked.flatMap(cardsOf), toClear }];
    })
    .sort((a, b) => b.lastDay - a.lastDay || b.times - a.times);
}

/** The questions that offer a belief among their options. */
interface Offer {
  readonly pack: PackId;
  readonly belief: string;
  readonly asked: QuestionSummary[];
}

interface Standing {
  times: number;
  lastDay: StudyDay | null;
  readonly chosenIn: Set<QuestionId>;
  /** Answered right since. */
  readonly rightIn: Set<QuestionId>;
}

function offersOf(questions: ReadonlyMap<QuestionId, QuestionSummary>): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  for (const question of questions.values()) {
    if (!isStudied(question)) continue;
    const pack = packOf(question.id);
    for (const belief of new Set(question.beliefs?.map(([, slug]) => slug))) {
      const offer = offers.get(`${pack}/${belief}`) ?? { pack, belief, asked: [] };
      offer.asked.push(question);
      offers.set(`${pack}/${belief}`, offer);
    }
  }
  return offers;
}

function toClearOf({ asked }: Offer): number {
  return Math.min(mostToClear, asked.length);
}

function addAnswer(
  standing: Map<string, Standing>,
  offers: ReadonlyMap<string, Offer>,
  { card, entry, day }: ToldAnswer,
  questions: ReadonlyMap<QuestionId, QuestionSummary>,
): void {
  const question = questionOfCard(card);
  const offered = questions.get(question)?.beliefs ?? [];
  const given = new Set(entry.given?.split(' '));
  // Two options of one question may stand for the same: chosen together they are chosen once.
  const chosen = new Set(offered.filter(([option]) => given.has(option)).map(([, belief]) => belief));
  for (const belief of new Set(offered.map(([, slug]) => slug))) {
    const key = `${packOf(question)}/${belief}`;
    const offer = offers.get(key);
    if (offer === undefined) continue;
    const known = standing.get(key) ?? nothingChosen();
    standing.set(key, known);
    if (chosen.has(belief)) choose(known, question, day);
    else if (entry.score === 1 || entry.r > 1) clear(known, question, toClearOf(offer));
  }
}

function nothingChosen(): Standing {
  return { times: 0, lastDay: null, chosenIn: new Set(), rightIn: new Set() };
}

function choose(standing: Standing, question: QuestionId, day: StudyDay): void {
  standing.times += 1;
  standing.lastDay = day;
  standing.chosenIn.add(question);
  standing.rightIn.clear();
}

function clear(standing: Standing, question: QuestionId, needed: number): void {
  if (standing.times === 0) return;
  standing.rightIn.add(question);
  if (standing.rightIn.size < needed) return;
  standing.times = 0;
  standing.chosenIn.clear();
  standing.rightIn.clear();
}
