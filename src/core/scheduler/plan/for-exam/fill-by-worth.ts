import { type CardId, questionOfCard } from '../../../model/id.ts';
import { groupOf } from '../../exam-plan/plan-group.ts';
import { spreadOf } from '../../memory/spread.ts';
import { countFitting, type DayRequest, type FilledDay } from '../fill-day.ts';
import type { ExamStudy } from './exam-study.ts';

/** `due` are all cards that may be asked, whether they are due or not. */
export interface WorthRequest extends Omit<DayRequest, 'keptForNew'> {
  readonly study: ExamStudy;
  /** Whether cards beyond what helps in the exam are wanted, too. */
  readonly isBeyond: boolean;
}

/** So many cards are asked in the order of what they bring; the rest are mixed, so that hard ones do not come last. */
const firstByGain = 10;
/** A card whose chance of being known in the exam rises by less is not worth asking, however much time there is. */
const leastRise = 0.005;

/**
 * What of the day's cards brings most for the exam in its time: as many new ones as the plan has for today, then
 * whatever brings most by the second, seen or new. Never two cards of one question, and nothing that had better wait.
 */
export function fillByWorth(request: WorthRequest): FilledDay {
  const { forgotten, due, fresh, study, secondsOf, seconds, isBeyond } = request;
  const spent = forgotten.reduce((sum, card) => sum + secondsOf(card), 0);
  // Whoever wants a few minutes more is not to get nothing but new cards.
  const reserved = isBeyond ? [] : plannedNew(request);
  const known = new Set(reserved);
  // Where it is known how many new cards the day is to have, no others take the time of reviews.
  const others = fresh.filter((card) => !known.has(card) && (isBeyond || study.prices === null));
  const wished = oneOfQuestion([...reserved, ...byGain([...due, ...others], study, isBeyond)], forgotten);
  const fitting = countFitting(wished, secondsOf, seconds - spent);
  const taken = wished.slice(0, seconds > 0 && forgotten.length === 0 ? Math.max(1, fitting) : fitting);
  const isNew = new Set(fresh);
  const reviews = taken.filter((card) => !isNew.has(card));
  return { reviews: mixed(reviews), fresh: taken.filter((card) => isNew.has(card)) };
}

/** Those that are worth their while, or all, from what brings most by the second to what brings least. */
function byGain(cards: readonly CardId[], { plan, cardOf }: ExamStudy, isBeyond: boolean): readonly CardId[] {
  const weighed: { readonly card: CardId; readonly gain: number }[] = [];
  for (const card of cards) {
    const planned = cardOf(card);
    const gain = plan.gain(planned);
    const isWorth = isBeyond || (gain > 0 && plan.rise(planned) >= leastRise * planned.worth);
    if (isWorth) weighed.push({ card, gain });
  }
  return weighed.sort((a, b) => b.gain - a.gain).map(({ card }) => card);
}

/** New cards that the plan has for today less those seen already, in the order of learning. */
function plannedNew({ fresh, study }: WorthRequest): readonly CardId[] {
  const quotas = new Map<number, number>();
  // What is rounded off in one group is made good in the next.
  let rest = 0;
  for (const group of study.days.groups) {
    const exact = study.newLeft(group) + rest;
    rest = exact - Math.round(exact);
    quotas.set(group.key, Math.round(exact));
  }
  return fresh.filter((card) => {
    const key = groupOf(study.cardOf(card));
    const left = quotas.get(key) ?? 0;
    quotas.set(key, left - 1);
    return left > 0;
  });
}

function oneOfQuestion(cards: readonly CardId[], taken: readonly CardId[]): readonly CardId[] {
  const questions = new Set(taken.map(questionOfCard));
  return cards.filter((card) => {
    const question = questionOfCard(card);
    if (questions.has(question)) return false;
    questions.add(question);
    return true;
  });
}

function mixed(cards: readonly CardId[]): readonly CardId[] {
  const rest = cards.slice(firstByGain).map((card) => ({ card, spread: spreadOf(card) }));
  return [...cards.slice(0, firstByGain), ...rest.sort((a, b) => a.spread - b.spread).map(({ card }) => card)];
}
