import type { CardId, StudyDay } from '../../../model/id.ts';
import { knownGroup } from '../../exam-plan/known-prices.ts';
import { shareToday } from '../../exam-plan/plan-exam.ts';
import type { ExamDays, ExamStudy } from './exam-study.ts';

/** What studying brings for the exam, by the memory model. Parts are of what all cards are worth in it, 0 to 1. */
export interface ExamProspect {
  readonly days: ExamDays;
  /** The part that is expected to be known if nothing more is studied. */
  readonly ifStopped: number;
  /** The part by those who keep to the plan; null while the plan is not known. */
  readonly ifKept: number | null;
  /** Which part of what all cards are worth is planned: not all, where no new ones are wanted. */
  readonly plannedPart: number;
  /** Cards of the exam, and those of them that were seen. */
  readonly cards: number;
  readonly seen: number;
  /** Whether answers enough were given to say what is expected: 50, and of 60 of 100 cards. */
  readonly isTelling: boolean;
  /** Each day from today to the eve; empty while the plan is not known. */
  readonly ahead: readonly DayAhead[];
  /** The day on which the last card is seen for the first time; null when some never are, or nobody knows. */
  readonly seenBy: StudyDay | null;
  /** Cards that the plan never comes to; as `ahead`, it is an expectation. */
  readonly neverSeen: number;
  /** The least minutes a day, in fives, that show every card once; null when no day is long enough. */
  readonly minutesForAll: number | null;
  /** How much more is expected to be known when these cards are asked today, and nothing after them. */
  riseOf(cards: readonly CardId[]): number;
}

export interface DayAhead {
  readonly day: StudyDay;
  readonly minutes: number;
  /** Cards seen for the first time on the day; an expectation, not whole. */
  readonly fresh: number;
  /** Cards that are not seen yet at its end. */
  readonly unseen: number;
}

const longestMinutes = 240;

/** A forecast from fewer answers, or from a smaller share of the cards, would say what the model takes for usual. */
export const forecastEvidence = { answers: 50, seen: 0.6 };

/** Null once the exam's day has come: what is studied then is for it, but nothing is left to be planned. */
export function prospectOf(study: ExamStudy, today: StudyDay): ExamProspect | null {
  const { days, plan, prices, answers, plannedPart } = study;
  if (days.examDay <= today) return null;
  const cards = [...study.cards.values()];
  const seen = cards.filter(({ memory }) => memory !== null).length;
  const worth = cards.reduce((sum, card) => sum + card.worth, 0);
  const part = (some: number) => (worth === 0 ? 0 : some / worth);
  const ifStopped = part(cards.reduce((sum, card) => sum + plan.stay(card), 0));
  const ahead = prices === null ? [] : daysAhead(study, today, cards.length - seen);
  return {
    days,
    ifStopped,
    // Of this morning; what was remembered since then may be more than was expected.
    ifKept: prices === null ? null : Math.max(ifStopped, prices.score * plannedPart),
    plannedPart,
    cards: cards.length,
    seen,
    isTelling: answers >= forecastEvidence.answers && seen >= forecastEvidence.seen * cards.length,
    ahead,
    seenBy: seenBy(ahead),
    neverSeen: ahead.at(-1)?.unseen ?? 0,
    minutesForAll: minutesForAll(days),
    riseOf: (set) => part(set.reduce((sum, card) => sum + plan.rise(study.cardOf(card)), 0)),
  };
}

/** `unseen` counts those that are not wanted, too. */
function daysAhead({ days, prices, newLeft }: ExamStudy, today: StudyDay, unseen: number): readonly DayAhead[] {
  const last = days.seconds.length - 1;
  let left = days.groups.map(({ unseenCards }) => unseenCards);
  const unwanted = unseen - sumOf(left);
  return Array.from({ length: last }, (_, n) => {
    const before = sumOf(left);
    left = days.groups.map((group, place) => {
      const cards = left[place] ?? 0;
      if (n === 0) return cards - newLeft(group);
      const known = prices && knownGroup(prices, group.key);
      return cards * (1 - shareToday(known?.firstSeen ?? [], last - n));
    });
    const minutes = (days.seconds[last - n] ?? 0) / 60;
    const fresh = before - sumOf(left);
    return { day: (today + n) as StudyDay, minutes, fresh, unseen: unwanted + sumOf(left) };
  });
}

/** Cards are not halved: the last one is seen when less than half a card is left. */
function seenBy(ahead: readonly DayAhead[]): StudyDay | null {
  return ahead.find(({ unseen }) => unseen < 0.5)?.day ?? null;
}

function minutesForAll({ groups, seconds, habits }: ExamDays): number | null {
  const time = sumOf(groups.map(({ unseen, secondsPerWorth }) => unseen * secondsPerWorth * habits.newTime));
  const open = seconds.filter((some) => some > 0).length;
  if (open === 0) return null;
  const minutes = Math.max(5, Math.ceil(time / open / 60 / 5) * 5);
  return minutes > longestMinutes ? null : minutes;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, some) => sum + some, 0);
}
