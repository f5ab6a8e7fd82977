import type { Setup } from './policy.ts';

/** Share of the days until the exam by which all cards are to be seen. */
const seenBy = 0.7;

/**
 * How many cards are to be new on `day`, so that all that were new at the beginning are seen after 0.7 of the days with
 * time: evenly, and what was missed is made up for. `unseen`: how many are new now.
 */
export function newCardPace(setup: Setup): (day: number, unseen: number) => number {
  const { firstDay, examDay, cards, history } = setup;
  const days = Array.from({ length: examDay - firstDay }, (_, index) => firstDay + index).filter(
    (day) => setup.secondsOn(day) > 0,
  );
  const atFirst = cards - new Set(history.map(({ card }) => card)).size;
  const perDay = atFirst / (seenBy * days.length);
  return (day, unseen) => {
    const past = days.filter((one) => one <= day).length;
    const wanted = Math.min(atFirst, Math.ceil(past * perDay));
    return Math.max(0, wanted - (atFirst - unseen));
  };
}
