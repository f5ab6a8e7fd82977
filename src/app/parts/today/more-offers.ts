import type { Beyond, MoreOffer } from '../../../core/study/plan-day.ts';

export function moreWords({ beyond, cards }: MoreOffer): string {
  return 'cards' in beyond ? `${cards.length} more` : `${beyond.minutes} more minutes`;
}

/** The address at which a review of what is offered begins. */
export function morePath({ beyond }: Pick<MoreOffer, 'beyond'>): string {
  return 'cards' in beyond ? `/review?more=${beyond.cards}` : `/review?minutes=${beyond.minutes}`;
}

/** Reads what `morePath` asks for; undefined when it asks for today's set. */
export function readBeyond(parameters: URLSearchParams): Beyond | undefined {
  const [cards, minutes] = ['more', 'minutes'].map((name) => Number(parameters.get(name)));
  if (isWhole(cards, 200)) return { cards };
  return isWhole(minutes, 240) ? { minutes } : undefined;
}

function isWhole(number: number | undefined, most: number): number is number {
  return number !== undefined && Number.isInteger(number) && number > 0 && number <= most;
}
