/** The cards from the least to the greatest key; equal keys in the order of the cards. */
export function sortedBy(cards: readonly number[], key: (card: number) => number): readonly number[] {
  const keyed = cards.map((card) => ({ card, at: key(card) }));
  return keyed.sort((a, b) => a.at - b.at || a.card - b.card).map(({ card }) => card);
}

/** The seen and the new cards of a deck, each in its order. */
export function partOf(cards: number, isNew: (card: number) => boolean): { seen: number[]; unseen: number[] } {
  const [seen, unseen]: [number[], number[]] = [[], []];
  for (let card = 0; card < cards; card += 1) (isNew(card) ? unseen : seen).push(card);
  return { seen, unseen };
}
