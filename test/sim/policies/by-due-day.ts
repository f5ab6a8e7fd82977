import { partOf, sortedBy } from './card-order.ts';
import { newCardPace } from './new-card-pace.ts';
import type { Answer, Run, Setup } from './policy.ts';

/**
 * A run by due days: new cards first at the pace of the fill policies, then what is due longest, and for the rest of the
 * time what is due soonest. `dueAfter` takes an answer and says on which day its card is due.
 */
export function runByDueDay(setup: Setup, dueAfter: (answer: Answer) => number): Run {
  const pace = newCardPace(setup);
  const due = new Map<number, number>();
  const answered = (answer: Answer) => void due.set(answer.card, dueAfter(answer));
  setup.history.forEach(answered);
  return {
    answered,
    queue(day) {
      const { seen, unseen } = partOf(setup.cards, (card) => !due.has(card));
      const wanted = pace(day, unseen.length);
      return [...unseen.slice(0, wanted), ...sortedBy(seen, (card) => due.get(card)!), ...unseen.slice(wanted)];
    },
  };
}
